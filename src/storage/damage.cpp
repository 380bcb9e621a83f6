#include "storage/damage.h"

#include <SQLiteCpp/Exception.h>
#include <fmt/chrono.h>
#include <sqlite3.h>

#include <ctime>

namespace essaim::storage {

void checkPages(SQLite::Database& database) {
    const auto answer = database.execAndGet("PRAGMA integrity_check(1)").getString();
    if (answer != "ok")
        throw SQLite::Exception(answer, SQLITE_CORRUPT);
}

Expected<std::filesystem::path> moveDatabaseAside(const std::filesystem::path& file) {
    const auto now = std::time(nullptr);
    const auto folder = file.parent_path() / "quarantine";
    std::error_code code;
    std::filesystem::create_directory(folder, code);
    auto target = folder / fmt::format("database-{:%Y%m%d-%H%M%S}", fmt::gmtime(now));
    for (int i = 2; std::filesystem::exists(target); ++i)
        target = folder / fmt::format("database-{:%Y%m%d-%H%M%S}-{}", fmt::gmtime(now), i);
    std::filesystem::create_directory(target, code);
    if (code)
        return std::unexpected(systemError(code, Operation::OpenStore, target.string()));
    // The journals first: without them the database is only older, they without it are nothing.
    for (const char* suffix : {"-wal", "-journal", "-shm", ""}) {
        const auto from = std::filesystem::path(file.string() + suffix);
        if (!std::filesystem::exists(from))
            continue;
        std::filesystem::rename(from, target / from.filename(), code);
        if (code)
            return std::unexpected(systemError(code, Operation::OpenStore, from.string()));
    }
    return target;
}

} // namespace essaim::storage
