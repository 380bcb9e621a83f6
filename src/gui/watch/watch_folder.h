// A folder whose torrents are added by themselves, and how.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace essaim::gui {

struct WatchFolder {
    /// What becomes of a .torrent that has been taken in.
    enum class Afterwards { Rename, Delete };

    QString path; ///< absolute
    bool isRecursive = false;
    QString savePath; ///< absolute; empty = the usual one
    QString category; ///< empty = none
    QStringList tags;
    bool isPaused = false; ///< added, but not started
    Afterwards afterwards = Afterwards::Rename;
    bool operator==(const WatchFolder&) const = default;
};

/// As settings::kWatchFolders keeps them (JSON). What cannot be read is left out.
[[nodiscard]] QByteArray encodeWatchFolders(const QList<WatchFolder>& folders);
[[nodiscard]] QList<WatchFolder> decodeWatchFolders(const QByteArray& stored);

} // namespace essaim::gui
