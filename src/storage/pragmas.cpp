// Pragmas, limits and journal modes.
#include "storage/pragmas.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string>

#include <sys/vfs.h>

namespace essaim::storage {

namespace {

struct Limit {
    int id;
    int value;
};

// A row holds at most one .torrent; the largest in use (piece layers of many terabytes) stay below 64 MiB.
constexpr std::array kLimits{
    Limit{SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024},
    Limit{SQLITE_LIMIT_SQL_LENGTH, 100'000},
    Limit{SQLITE_LIMIT_COLUMN, 100},
    Limit{SQLITE_LIMIT_EXPR_DEPTH, 20},
    Limit{SQLITE_LIMIT_COMPOUND_SELECT, 3},
    Limit{SQLITE_LIMIT_VDBE_OP, 25'000},
    Limit{SQLITE_LIMIT_FUNCTION_ARG, 8},
    Limit{SQLITE_LIMIT_ATTACHED, 0},
    Limit{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
    Limit{SQLITE_LIMIT_VARIABLE_NUMBER, 100},
    Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 1},
};

// File systems whose locks or memory maps depend on other computers: NFS, SMB 1, CIFS, SMB 2 and 3, AFS (both), Coda,
// NCP, Ceph, 9P, FUSE (what stands behind it is unknown).
constexpr std::array<std::uint32_t, 11> kNetworkFileSystems{
    0x6969,     0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x6b414653,
    0x73757245, 0x564c, 0x00c36400, 0x01021997, 0x65735546,
};

bool isOnNetwork(const std::filesystem::path& folder) {
    struct statfs information{};
    if (::statfs(folder.c_str(), &information) != 0)
        return false;
    const auto type = static_cast<std::uint32_t>(information.f_type);
    return std::find(kNetworkFileSystems.begin(), kNetworkFileSystems.end(), type) != kNetworkFileSystems.end();
}

/// The mode that SQLite chose, which is not always the one that was asked for.
std::string setJournalMode(SQLite::Database& database, const std::string& mode) {
    return database.execAndGet("PRAGMA journal_mode=" + mode).getString();
}

bool tryLog(SQLite::Database& database) {
    try {
        return setJournalMode(database, "WAL") == "wal";
    } catch (const SQLite::Exception& exception) {
        // A full disk refuses the log too, but then the other journal is no way out.
        if (exception.getErrorCode() == SQLITE_FULL)
            throw;
        return false;
    }
}

} // namespace

void secureConnection(SQLite::Database& database) {
    sqlite3_extended_result_codes(database.getHandle(), 1);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    for (const auto& limit : kLimits)
        sqlite3_limit(database.getHandle(), limit.id, limit.value);
    // First of all: set after the first access, WAL would have made a shared memory file already, and would need
    // room for one to recover on a full disk.
    database.exec("PRAGMA locking_mode=EXCLUSIVE");
    database.exec("PRAGMA trusted_schema=OFF");
    database.exec("PRAGMA cell_size_check=ON");
    database.exec("PRAGMA foreign_keys=ON");
    database.exec("PRAGMA mmap_size=0");
    database.exec("PRAGMA secure_delete=OFF");
}

void makeDurable(SQLite::Database& database, const std::filesystem::path& folder) {
    if (!isOnNetwork(folder) && tryLog(database)) {
        database.exec("PRAGMA synchronous=FULL");
        database.exec("PRAGMA wal_autocheckpoint=256");
        database.exec("PRAGMA journal_size_limit=1048576");
    } else {
        setJournalMode(database, "TRUNCATE");
        database.exec("PRAGMA synchronous=EXTRA");
    }
    // With a rollback journal the lock is only taken by the first write, and then kept.
    database.exec("BEGIN EXCLUSIVE");
    database.exec("COMMIT");
}

void emptyLog(SQLite::Database& database) noexcept {
    sqlite3_wal_checkpoint_v2(database.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

} // namespace essaim::storage
