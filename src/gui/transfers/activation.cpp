#include "gui/transfers/activation.h"

#include "settings/schema.h"
#include "settings/settings_store.h"

namespace essaim::gui {

Activation activationOf(const engine::TorrentSnapshot& torrent, const settings::SettingsStore& settings) {
    return Activation(
        settings.value(torrent.isComplete() ? settings::kActivateComplete : settings::kActivateIncomplete));
}

} // namespace essaim::gui
