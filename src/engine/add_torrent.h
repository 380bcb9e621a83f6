// A request to add a torrent, and what became of it.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"
#include "engine/content_layout.h"
#include "engine/files/target_report.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace essaim::engine {

/// How far a torrent that is added goes before it waits for the user.
enum class StopCondition : std::uint8_t {
    None,
    MetadataReceived, ///< a magnet's; a .torrent has it, so that it does not start at all
    FilesChecked,     ///< what is there has been compared
};

/// Exactly one of `torrent` and `magnet` is set.
struct AddTorrentRequest {
    quint64 requestId = 0; ///< chosen by the caller, comes back in the outcome
    QByteArray torrent;    ///< a whole .torrent
    QString magnet;
    QString savePath; ///< absolute folder; made if missing
    /// Absolute folder into which the files move by themselves once the torrent is complete; empty = they stay.
    QString finalPath;
    /// Name that the torrent's top file or folder has on the disk, if the torrent calls it otherwise; empty = the same.
    QString diskName;
    /// Where each file that is no padding lies below `savePath`, in the torrent's order, if it lies elsewhere or under
    /// another name than the torrent says; empty = as the torrent says. Nothing leads out of `savePath`.
    QStringList diskPaths;
    /// Where `diskPaths` does not say it. Of a magnet, once its list of files is there.
    ContentLayout layout = ContentLayout::AsStated;
    QList<int> filePriorities; ///< by file index: 0 = do not download, 4 = normal, 7 = first; empty = all normal
    bool paused = false;
    bool sequential = false;
    bool firstLastFirst = false; ///< the first and the last pieces of each file before the others
    StopCondition stop = StopCondition::None;
    bool toTop = false; ///< of the queue
    QString name;       ///< shown instead of the torrent's own; empty = that
    QString category;   ///< empty = none
    QStringList tags;
    /// About files that are there and are not what the torrent contains; right ones are used as they are.
    ExistingFiles existingFiles = ExistingFiles::Refuse;
    /// The files are known to be complete (just created here): skip the check, start as a seed.
    bool seedMode = false;
    QStringList extraTrackers; ///< announced to besides those of the torrent, not saved into the .torrent
    QStringList peers;         ///< "host:port" to connect to at once
};

/// Result of one request.
struct AddTorrentOutcome {
    quint64 requestId = 0;
    TorrentId id;
    QString name;
    std::optional<Error> error;

    /// The torrent was in the list; `id` names it. Files that stand in its way are another matter.
    [[nodiscard]] bool isListedAlready() const {
        return error && error->kind == ErrorKind::AlreadyExists && error->operation == Operation::AddTorrent;
    }
};

} // namespace essaim::engine
