// Files in the folders of torrents that no torrent of the list has, as values.
#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>
#include <utility>

namespace essaim::engine {

/// One file, link or folder. A folder stands for everything in it: no torrent has a file there.
struct UnlistedEntry {
    QString path; ///< absolute
    bool isFolder = false;
    qint64 files = 1;
    qint64 size = 0;   ///< bytes
    QDateTime changed; ///< the newest file's; nothing for an empty folder
    QString formerly;  ///< name of a removed torrent that had it, or something in it
    bool operator==(const UnlistedEntry&) const = default;
};

/// What Session::findUnlisted() found.
struct UnlistedReport {
    quint64 requestId = 0;
    QList<UnlistedEntry> entries; ///< in the order of their paths
    qint64 seen = 0;              ///< files that were looked at
    QStringList unread;           ///< what could not be read, and folders whose drive is away
    /// Why there is no report. Busy: files are on the way to other folders. Cancelled.
    std::optional<Error> error;
};

/// What became of things that were to go to the bin, or back.
struct UnlistedMoved {
    quint64 requestId = 0;
    QList<std::pair<QString, QString>> moved; ///< from, to
    QList<Error> failures;
};

} // namespace essaim::engine

Q_DECLARE_METATYPE(essaim::engine::UnlistedReport)
Q_DECLARE_METATYPE(essaim::engine::UnlistedMoved)
