// What to do about a database that is damaged, before anybody looks at what can be saved of it.
#pragma once

#include "core/error.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace essaim::storage {

/// Every page and every index, before anything is written: what a start does not happen to read is looked at, too. It
/// costs some 40 microseconds a torrent. Throws SQLite::Exception (SQLITE_CORRUPT) with the first thing that is wrong.
void checkPages(SQLite::Database& database);

/// Moves a database that is not open, with its journals, to a new folder in quarantine/ beside it, and returns that.
/// Nothing is ever deleted: what cannot be read by us may be read by somebody else.
[[nodiscard]] Expected<std::filesystem::path> moveDatabaseAside(const std::filesystem::path& file);

} // namespace essaim::storage
