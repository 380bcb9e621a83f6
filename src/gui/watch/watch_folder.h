// A folder whose torrents are added by themselves, and how.
#pragma once

#include "engine/content_layout.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace essaim::gui {

struct WatchFolder {
    /// What becomes of a .torrent that has been taken in.
    enum class Afterwards { Rename, Bin, Delete };

    QString path; ///< absolute
    bool isRecursive = false;
    QString savePath; ///< absolute; empty = the usual one
    QString category; ///< empty = the usual one
    QStringList tags;
    std::optional<engine::ContentLayout> layout; ///< nothing = the usual one
    bool isPaused = false;                       ///< added, but not started
    Afterwards afterwards = Afterwards::Rename;
    bool operator==(const WatchFolder&) const = default;
};

/// As settings::kWatchFolders keeps them (JSON). What cannot be read is left out.
[[nodiscard]] QByteArray encodeWatchFolders(const QList<WatchFolder>& folders);
[[nodiscard]] QList<WatchFolder> decodeWatchFolders(const QByteArray& stored);

} // namespace essaim::gui
