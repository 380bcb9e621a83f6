// Statements on the table run.
#include "storage/run_record.h"

#include <SQLiteCpp/Statement.h>

#include <ctime>
#include <fstream>

namespace essaim::storage {

namespace {

PreviousEnd previousEnd(SQLite::Database& database, const std::string& bootId) {
    SQLite::Statement last(database, "SELECT boot_id, clean FROM run ORDER BY id DESC LIMIT 1");
    if (!last.executeStep()) {
        // A list without a run was made by a version that kept no such record.
        const bool isNew = database.execAndGet("SELECT count(*) FROM torrent").getInt() == 0;
        return isNew ? PreviousEnd::FirstStart : PreviousEnd::PowerLoss;
    }
    if (last.getColumn(1).getInt() == 1)
        return PreviousEnd::Clean;
    const bool sameBoot = !bootId.empty() && last.getColumn(0).getString() == bootId;
    return sameBoot ? PreviousEnd::ProcessCrash : PreviousEnd::PowerLoss;
}

} // namespace

std::string currentBootId() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

RunStart startRun(SQLite::Database& database, const std::string& bootId) {
    RunStart start;
    start.bootId = bootId;
    start.previousEnd = previousEnd(database, bootId);
    SQLite::Statement insert(database, "INSERT INTO run (boot_id, started_at, ended_at, clean) VALUES (?, ?, 0, 0)");
    insert.bind(1, bootId);
    insert.bind(2, static_cast<std::int64_t>(std::time(nullptr)));
    insert.exec();
    start.runId = database.getLastInsertRowid();
    // The last few are enough to look at.
    SQLite::Statement forget(database, "DELETE FROM run WHERE id <= ?");
    forget.bind(1, start.runId - 100);
    forget.exec();
    return start;
}

RunStart startUnrecordedRun(SQLite::Database& database, const std::string& bootId) {
    return {0, bootId, previousEnd(database, bootId)};
}

std::set<std::int64_t> trustedRuns(SQLite::Database& database, const std::string& bootId) {
    SQLite::Statement rows(database, "SELECT id FROM run WHERE clean = 1 OR (boot_id = ?1 AND ?1 <> '')");
    rows.bind(1, bootId);
    std::set<std::int64_t> runs;
    while (rows.executeStep())
        runs.insert(rows.getColumn(0).getInt64());
    return runs;
}

void endRun(SQLite::Database& database, std::int64_t runId) {
    SQLite::Statement update(database, "UPDATE run SET clean = 1, ended_at = ? WHERE id = ?");
    update.bind(1, static_cast<std::int64_t>(std::time(nullptr)));
    update.bind(2, runId);
    update.exec();
}

void forgetRun(SQLite::Database& database, std::int64_t runId) {
    SQLite::Statement forget(database, "DELETE FROM run WHERE id = ?");
    forget.bind(1, runId);
    forget.exec();
}

} // namespace essaim::storage
