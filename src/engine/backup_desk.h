// Answers questions about backups. Private to the engine.
#pragma once

#include "engine/backups.h"
#include "engine/torrent_repository.h"

#include <functional>

namespace essaim::engine {

/// The newest first. `done` on the engine's thread; an empty list where nothing is remembered.
void listBackups(
    TorrentRepository& repository, const QString& databasePath, std::function<void(QList<BackupInfo>)> done);
/// Compares the backup with the list as it is now.
void previewRestore(TorrentRepository& repository, const QString& file, std::function<void(RestorePreview)> done);

} // namespace essaim::engine
