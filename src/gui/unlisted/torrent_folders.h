// The folders in which torrents put their files.
#pragma once

#include <QStringList>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {
class TransferModel;

/// Where new torrents go, those of a category among them, and where those of the list are; sorted, without those that
/// lie in another of them.
[[nodiscard]] QStringList torrentFolders(const TransferModel& model, const settings::SettingsStore& settings);

} // namespace essaim::gui
