// Backups of the list as the window sees them, and what putting one back would do.
#pragma once

#include "core/error.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace essaim::engine {

struct BackupInfo {
    enum class Kind { Daily, Weekly, BeforeRestore, BeforeUpdate };
    QString file;
    Kind kind = Kind::Daily;
    qint64 takenAt = 0; ///< Unix seconds
    qint64 size = 0;
    int torrents = -1; ///< -1 = it cannot be read
};

/// Names of torrents, as they are shown.
struct RestorePreview {
    QString file;
    QStringList returning; ///< not in the list any more
    QStringList changed;   ///< the user's choices were others
    QStringList newer;     ///< not in the backup
    int unchanged = 0;
    int unreadable = 0;         ///< damaged in the backup
    std::optional<Error> error; ///< the backup cannot be read at all
};

/// A backup that is to take the place of the list when the session starts.
struct RestoreRequest {
    QString file;         ///< empty = none
    bool exactly = false; ///< newer torrents leave the list; their files stay
    /// A database of a newer version is put aside, and the list made again from the files beside it.
    bool replaceNewer = false;
    /// The same for one that the disk does not give back.
    bool replaceUnreadable = false;
};

} // namespace essaim::engine
