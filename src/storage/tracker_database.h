// Opening tracker.db in a way that survives damage, and keeping backups of it.
#pragma once

#include "storage/database.h"
#include "storage/tracker_repair.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace essaim::storage {

struct TrackerDatabase {
    std::unique_ptr<DatabaseThread> thread;
    std::optional<TrackerRepair> repair;
};

/// Opens `file`, makes it if it is missing, and looks at each of its pages. A damaged one is moved to quarantine/; a
/// new one gets every row that can be read, and from the newest backup what cannot. While nothing else is to be done,
/// the backup of the day is taken, in tracker-backup/ beside it. `now`: Unix seconds; empty = the system's. Errors:
/// those of openDatabase().
[[nodiscard]] Expected<TrackerDatabase>
openTrackerDatabase(const std::filesystem::path& file, const std::function<std::int64_t()>& now = {});

} // namespace essaim::storage
