// essaim.db with all that stands around it: its lock, its files, its reserve, its repair.
#pragma once

#include "storage/card_keeper.h"
#include "storage/database.h"
#include "storage/run_record.h"

namespace essaim::storage {

/// The opened store of a client's profile.
struct ClientStore {
    std::unique_ptr<DatabaseThread> database; ///< keeps everything that it needs
    RunStart run;
    std::vector<TorrentRecord> torrents; ///< the list as it was found and mended
    StoreReport report;
};

/// Opens or makes the store in the folder of `file` (essaim.db). A database that is damaged is moved to quarantine/ and
/// made again from the files of meta/. Errors: those of openDatabase(); then nothing was changed. Waits for the disk.
[[nodiscard]] Expected<ClientStore> openClientStore(const std::filesystem::path& file);

} // namespace essaim::storage
