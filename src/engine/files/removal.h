// What happens to the files of torrents that are removed, as values.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

namespace essaim::engine {

/// What the user wants to become of the files.
enum class FilesFate : std::uint8_t {
    Keep,
    Bin,    ///< to the desktop's bin on the same volume; where there is none, they stay
    Delete, ///< for good
};

/// Why a file stays although its torrent goes.
enum class KeptBecause : std::uint8_t {
    Nothing,       ///< it goes
    WasThere,      ///< it was there before the torrent
    Unknown,       ///< perhaps it was: the torrent is of an old version, or its list was made again
    Changed,       ///< somebody changed it after it was downloaded
    UsedByAnother, ///< another torrent of the list has it
    NotAFile,      ///< a link or a folder stands there
};

struct RemovalFile {
    QString path; ///< relative to the save path
    qint64 size = 0;
    KeptBecause kept = KeptBecause::Nothing;
};

/// One torrent of a plan: the files that are on the disk.
struct TorrentRemoval {
    TorrentId id;
    QString name;
    QString savePath;
    QList<RemovalFile> files;
    int others = 0; ///< files in its folders that the torrent does not list; they stay
};

/// What a removal with files would do at this moment.
struct RemovalPlan {
    quint64 requestId = 0;
    QList<TorrentRemoval> torrents;
    bool hasBin = true; ///< every volume with files that go has a bin
};

/// What it did.
struct FilesRemoved {
    TorrentId id;
    QString name;
    FilesFate fate = FilesFate::Keep;
    int removed = 0;
    qint64 removedBytes = 0;
    int kept = 0;
    std::optional<Error> error; ///< the first one; the other files were dealt with all the same
};

/// A torrent that can be brought back.
struct RemovedTorrent {
    TorrentId id;
    QString name;
    QString savePath;
    QDateTime removedAt;
    FilesFate files = FilesFate::Keep;
    bool operator==(const RemovedTorrent&) const = default;
};

/// What became of one wish to bring a torrent back.
struct RestoreOutcome {
    TorrentId id;
    QString name;
    std::optional<Error> error;
    bool isBack = false; ///< true with an error: its files are not in the bin any more. False: it can be tried again
};

} // namespace essaim::engine

Q_DECLARE_METATYPE(essaim::engine::RemovalPlan)
