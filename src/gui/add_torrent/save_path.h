// Where downloads go unless the user says otherwise.
#pragma once

#include <QString>
#include <QStringList>

namespace essaim::engine {
struct AddTorrentRequest;
}
namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// settings::kSavePath, or the system's download folder; absolute.
[[nodiscard]] QString defaultSavePath(const settings::SettingsStore& settings);

/// settings::kIncompletePath if it can be used; else empty.
[[nodiscard]] QString incompletePath(const settings::SettingsStore& settings);

/// Folders used before, the last one first.
[[nodiscard]] QStringList recentSavePaths(const settings::SettingsStore& settings);
/// Has the torrent lie where incomplete ones lie until it can move to `folder`, if the user wants that.
void placeTorrent(engine::AddTorrentRequest& request, const QString& folder, const settings::SettingsStore& settings);
void rememberSavePath(settings::SettingsStore& settings, const QString& path);

} // namespace essaim::gui
