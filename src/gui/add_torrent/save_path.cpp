#include "gui/add_torrent/save_path.h"

#include "engine/add_torrent.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDir>
#include <QStandardPaths>

namespace essaim::gui {

namespace {
constexpr qsizetype kMostRecentPaths = 10;
}

QString defaultSavePath(const settings::SettingsStore& settings) {
    const QString chosen = settings.value(settings::kSavePath);
    if (!chosen.isEmpty() && QDir::isAbsolutePath(chosen))
        return QDir::cleanPath(chosen);
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return downloads.isEmpty() ? QDir::homePath() : downloads;
}

QString incompletePath(const settings::SettingsStore& settings) {
    const QString chosen = settings.value(settings::kIncompletePath);
    return QDir::isAbsolutePath(chosen) ? QDir::cleanPath(chosen) : QString();
}

void placeTorrent(engine::AddTorrentRequest& request, const QString& folder, const settings::SettingsStore& settings) {
    const QString incomplete = incompletePath(settings);
    request.savePath = incomplete.isEmpty() ? folder : incomplete;
    request.finalPath = incomplete.isEmpty() ? QString() : folder;
}

QStringList recentSavePaths(const settings::SettingsStore& settings) {
    return settings.value(settings::kRecentSavePaths);
}

void rememberSavePath(settings::SettingsStore& settings, const QString& path) {
    QStringList paths = recentSavePaths(settings);
    paths.removeAll(path);
    paths.prepend(path);
    settings.set(settings::kRecentSavePaths, paths.mid(0, kMostRecentPaths));
}

} // namespace essaim::gui
