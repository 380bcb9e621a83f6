// When the program started, and how it ended the time before.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <set>
#include <string>

namespace essaim::storage {

/// How the run before this one ended.
enum class PreviousEnd : std::uint8_t {
    Clean,        ///< in order: everything that it knew was saved
    ProcessCrash, ///< killed or crashed, but the system went on: what was written is in the system's cache or on disk
    PowerLoss,    ///< the system went down with it, or nobody knows: what was not synced may be lost
    FirstStart,   ///< there was none
};

/// This run of the program.
struct RunStart {
    std::int64_t runId = 0; ///< grows with each start; 0 = nothing is remembered
    std::string bootId;     ///< of the running system; empty if it does not tell
    PreviousEnd previousEnd = PreviousEnd::FirstStart;
};

/// Identity of the running system since it was switched on; empty if it does not tell.
[[nodiscard]] std::string currentBootId();

/// Writes down that a run starts. Once a process, inside a unit of work. Throws SQLite::Exception.
[[nodiscard]] RunStart startRun(SQLite::Database& database, const std::string& bootId);

/// The same where nothing can be written: what this run saves is believed by no later one.
[[nodiscard]] RunStart startUnrecordedRun(SQLite::Database& database, const std::string& bootId);

/// Runs whose writes have survived: those that ended in order, and those since the system was switched on.
[[nodiscard]] std::set<std::int64_t> trustedRuns(SQLite::Database& database, const std::string& bootId);

/// Writes down that this run ends in order. Nothing may be saved after it.
void endRun(SQLite::Database& database, std::int64_t runId);

/// As if this run had never been: what was said about the one before is true again. For tools that ran no torrent.
void forgetRun(SQLite::Database& database, std::int64_t runId);

} // namespace essaim::storage
