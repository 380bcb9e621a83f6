// Comparing files on the disk with the hashes of a torrent, reading only.
#pragma once

#include "engine/creation_progress.h"
#include "engine/torrent_file.h"

#include <map>
#include <string>

namespace essaim::engine {

/// How one file compares with what the torrent says.
struct VerifiedFile {
    enum class State : std::uint8_t {
        Complete, ///< every byte is right
        Damaged,  ///< it is there, but not all of it is right
        Missing,
    };
    QString path;         ///< as in TorrentFileEntry
    qint64 size = 0;      ///< that the torrent states
    qint64 goodBytes = 0; ///< what lies in right pieces
    State state = State::Missing;
};

struct VerifyReport {
    QList<VerifiedFile> files; ///< without pad files
    qint64 totalSize = 0;
    qint64 goodBytes = 0;
    [[nodiscard]] bool isComplete() const;
};

/// Hashes what lies under `savePath` on all processors (`threads`: 0) and blocks the calling thread; creates and
/// changes nothing. `observer` may be empty; false from it cancels. Errors: InvalidData (the torrent), Cancelled. A
/// file that cannot be read counts as damaged. `names`: by file index, what files are called there that have another
/// name than in the torrent; paths below `savePath`.
[[nodiscard]] Expected<VerifyReport> verifyTorrent(
    const QByteArray& torrent, const QString& savePath, const HashObserver& observer = {}, int threads = 0,
    const std::map<int, std::string>& names = {});

} // namespace essaim::engine
