// What happens to a torrent on a double click, or on Enter.
#pragma once

#include "engine/torrent_snapshot.h"

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// As the settings kActivateIncomplete and kActivateComplete number them.
enum class Activation { OpenFolder, PauseOrResume, ShowDetails, Nothing };

[[nodiscard]] Activation activationOf(const engine::TorrentSnapshot& torrent, const settings::SettingsStore& settings);

} // namespace essaim::gui
