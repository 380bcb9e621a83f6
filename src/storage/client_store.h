// essaim.db with all that stands around it: its lock, its files, its reserve, its repair.
#pragma once

#include "storage/backup_keeper.h"
#include "storage/card_keeper.h"
#include "storage/database.h"
#include "storage/restore.h"
#include "storage/run_record.h"

namespace essaim::storage {

/// The opened store of a client's profile.
struct ClientStore {
    std::unique_ptr<DatabaseThread> database; ///< keeps everything that it needs
    RunStart run;
    std::set<std::int64_t> trustedRuns;  ///< this one among them; see trustedRuns()
    std::vector<TorrentRecord> torrents; ///< the list as it was found and mended
    StoreReport report;
    std::optional<RestorePlan> restored; ///< what putting an older list back has changed
    /// The disk has no room at all: this is the list as it was left, and nothing can be changed before there is some.
    std::optional<Error> cannotSave;
};

struct ClientStoreOptions {
    std::filesystem::path restoreFrom; ///< a backup whose list is put back; empty = none
    bool restoreExactly = false;       ///< what is not in it leaves the list
    bool replaceNewer = false;         ///< a database of a newer version is treated as a damaged one
    bool replaceUnreadable = false;    ///< so is one that the disk does not give back
    BackupKeeper::Clock now;           ///< Unix seconds; empty = that of the system
    std::chrono::milliseconds idleAfter = std::chrono::seconds(5); ///< quiet time before a backup is taken
};

/// Opens or makes the store in the folder of `file` (essaim.db). All of its pages are looked at first. A database that
/// is damaged is moved to quarantine/ and made again from what can be read of it, what is missing from the files of
/// meta/, or without those from the newest backup that can be read; a disk that fails is no damage, and its error is
/// returned. On a full disk the reserve makes room; without one the list can only be read.
/// Before an older list is put back, the current one is kept as a backup.
/// Errors: those of openDatabase() and openBackup(), and of making a backup; then nothing was changed. Waits for the
/// disk.
[[nodiscard]] Expected<ClientStore>
openClientStore(const std::filesystem::path& file, const ClientStoreOptions& options = {});

} // namespace essaim::storage
