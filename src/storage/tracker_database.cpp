#include "storage/tracker_database.h"

#include "storage/backup_keeper.h"
#include "storage/damage.h"
#include "storage/durable_file.h"
#include "storage/readable_rows.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <array>
#include <ctime>
#include <set>
#include <string>
#include <utility>

namespace essaim::storage {

namespace {

/// Of what a host would miss, and what it cannot find out again.
const std::array<std::string, 6> kTables{"friend", "hosted", "hosted_friend", "hosted_file", "credit", "blocked"};

std::filesystem::path backupsOf(const std::filesystem::path& file) {
    return file.parent_path() / "tracker-backup";
}

int countRows(SQLite::Database& database, const char* table) {
    return database.execAndGet(fmt::format("SELECT count(*) FROM {}", table)).getInt();
}

/// A number is given once only: what is left of a lost friend must not become that of the next.
void passOverLostFriends(SQLite::Database& list) {
    const auto last = list.execAndGet("SELECT max(ifnull((SELECT max(friend) FROM credit), 0),"
                                      " ifnull((SELECT max(friend) FROM hosted_friend), 0),"
                                      " ifnull((SELECT max(id) FROM friend), 0))")
                          .getInt64();
    list.exec("DELETE FROM sqlite_sequence WHERE name = 'friend'");
    SQLite::Statement put(list, "INSERT INTO sqlite_sequence (name, seq) VALUES ('friend', ?)");
    put.bind(1, last);
    put.exec();
}

/// Fills in what is missing of `tables`. False: the backup cannot be read to its end.
bool takeFromBackup(
    SQLite::Database& list, SQLite::Database& backup, const std::set<std::string>& tables, TrackerRepair& repair) {
    if (backup.execAndGet("PRAGMA integrity_check(1)").getString() != "ok")
        return false;
    const int friends = countRows(list, "friend");
    const int torrents = countRows(list, "hosted");
    list.exec("CREATE TEMP TABLE known AS SELECT id FROM friend");
    (void)copyReadable(list, backup, tables);
    list.exec("UPDATE friend SET paused = 1 WHERE revoked_at IS NULL AND id NOT IN (SELECT id FROM temp.known)");
    list.exec("DROP TABLE temp.known");
    repair.friendsFromBackup = countRows(list, "friend") - friends;
    repair.torrentsFromBackup = countRows(list, "hosted") - torrents;
    return true;
}

void rebuild(
    SQLite::Database& list, const std::filesystem::path& damaged, const std::filesystem::path& backups,
    TrackerRepair& repair) {
    std::set<std::string> lacking(kTables.begin(), kTables.end());
    if (const auto source = openDamaged(damaged)) {
        for (const auto& [name, copied] : copyReadable(list, *source)) {
            if (copied.isWhole)
                lacking.erase(name);
        }
    }
    repair.isWhole = lacking.empty();
    for (const BackupFile& file : lacking.empty() ? std::vector<BackupFile>() : listBackups(backups)) {
        const auto backup = openBackup(file.file, kTrackerSchema);
        try {
            if (backup && takeFromBackup(list, **backup, lacking, repair))
                break;
        } catch (const SQLite::Exception&) {
            continue; // an older one may do
        }
    }
    passOverLostFriends(list);
}

DatabaseObserver
observerOf(const std::filesystem::path& file, const std::shared_ptr<BackupKeeper>& keeper, BackupKeeper::Clock now) {
    DatabaseObserver observer;
    observer.beforeUpdate = [file, now = std::move(now)](SQLite::Database& database) {
        (void)makeBackup(database, backupsOf(file), BackupKind::BeforeUpdate, now(), kTrackerSchema);
    };
    observer.idle = [keeper](SQLite::Database& database) { return keeper->work(database); };
    observer.closing = [keeper] { keeper->stop(); };
    return observer;
}

Expected<std::unique_ptr<DatabaseThread>> openChecked(
    const std::filesystem::path& file, const DatabaseObserver& observer,
    const std::function<void(SQLite::Database&)>& fill = {}) {
    auto database = DatabaseThread::open(file, kTrackerSchema, observer);
    if (!database)
        return database;
    auto checked = (*database)->run(Operation::OpenStore, [&](SQLite::Database& db) {
        checkPages(db);
        if (fill)
            fill(db);
    });
    if (!checked)
        return std::unexpected(std::move(checked.error()));
    return database;
}

/// Under this name until it is whole,
std::filesystem::path mendingOf(const std::filesystem::path& file) {
    return file.string() + ".mending";
}

/// and under this one from then on: it takes the place of the damaged one, whatever ends the program meanwhile.
std::filesystem::path mendedOf(const std::filesystem::path& file) {
    return file.string() + ".mended";
}

Expected<void> giveName(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code code;
    std::filesystem::rename(from, to, code);
    if (code)
        return std::unexpected(systemError(code, Operation::OpenStore, to.string()));
    return syncFolder(to.parent_path());
}

/// What is there of the damaged one leaves its place, journals too; the folder that it went to.
Expected<std::filesystem::path> putMended(const std::filesystem::path& file) {
    auto aside = moveDatabaseAside(file);
    if (!aside)
        return aside;
    if (auto put = giveName(mendedOf(file), file); !put)
        return std::unexpected(std::move(put.error()));
    return aside;
}

/// The mended one is whole before the damaged one leaves its place, so that a start can go on wherever this ends.
Expected<TrackerRepair> mend(const std::filesystem::path& file) {
    TrackerRepair repair;
    auto mended = openChecked(mendingOf(file), {}, [&](SQLite::Database& list) {
        repair = {}; // work may run twice
        rebuild(list, file, backupsOf(file), repair);
    });
    if (!mended)
        return std::unexpected(std::move(mended.error()));
    mended->reset(); // closed, it is one file
    if (auto named = giveName(mendingOf(file), mendedOf(file)); !named)
        return std::unexpected(std::move(named.error()));
    auto aside = putMended(file);
    if (!aside)
        return std::unexpected(std::move(aside.error()));
    repair.movedAside = std::move(*aside);
    return repair;
}

} // namespace

Expected<TrackerDatabase>
openTrackerDatabase(const std::filesystem::path& file, const std::function<std::int64_t()>& now) {
    const BackupKeeper::Clock clock = now ? now : [] { return std::int64_t{std::time(nullptr)}; };
    const auto keeper = std::make_shared<BackupKeeper>(backupsOf(file), clock, kTrackerSchema);
    const auto observer = observerOf(file, keeper, clock);
    TrackerDatabase result;
    std::error_code unknown;
    if (std::filesystem::exists(mendedOf(file), unknown)) {
        auto aside = putMended(file);
        if (!aside)
            return std::unexpected(std::move(aside.error()));
        result.repair = TrackerRepair{std::move(*aside), false, 0, 0};
    }
    for (const char* suffix : {"", "-wal", "-journal", "-shm"}) // of an attempt that was not finished
        std::filesystem::remove(mendingOf(file).string() + suffix, unknown);
    auto opened = openChecked(file, observer);
    if (!opened && opened.error().kind == ErrorKind::Database) {
        auto repair = mend(file);
        if (!repair)
            return std::unexpected(std::move(repair.error()));
        result.repair = std::move(*repair);
        opened = openChecked(file, observer);
    }
    if (!opened)
        return std::unexpected(std::move(opened.error()));
    result.thread = std::move(*opened);
    return result;
}

} // namespace essaim::storage
