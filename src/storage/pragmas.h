// How a connection is set up so that it loses nothing; the order of the calls matters.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace essaim::storage {

/// Before anything is read: exclusive locking (no shared memory file, and a second connection is refused), bounds,
/// and no trust in what a damaged or foreign file may hold. Writes nothing. Throws SQLite::Exception.
void secureConnection(SQLite::Database& database);

/// Once the file is known to be ours: takes the lock for good and chooses the journal. WAL with full synchronisation
/// where `folder` is on a local disk that allows it, else a truncated rollback journal with extra synchronisation.
void makeDurable(SQLite::Database& database, const std::filesystem::path& folder);

/// Moves what the log holds into the file and empties the log, so that a copy of the file alone is whole.
/// Does nothing without a log; a failure is left for the next attempt, since the log is as durable as the file.
void emptyLog(SQLite::Database& database) noexcept;

} // namespace essaim::storage
