#include "storage/client_store.h"

#include "storage/damage.h"
#include "storage/profile_lock.h"
#include "storage/reserve.h"
#include "storage/salvage.h"
#include "storage/torrent_store.h"

#include <SQLiteCpp/Exception.h>

#include <ctime>
#include <utility>

namespace essaim::storage {

namespace {

/// What lives as long as the database is open; on the database's thread but for its making and its end.
struct Surroundings {
    Surroundings(
        const std::filesystem::path& profile, std::unique_ptr<ProfileLock> taken, const ClientStoreOptions& options)
        : folder(profile)
        , now(options.now ? options.now : [] { return std::int64_t{std::time(nullptr)}; })
        , idleAfter(options.idleAfter)
        , lock(std::move(taken))
        , cards(profile / "meta")
        , reserve(profile / "reserve.bin")
        , backups(profile / "backup", now) {}

    std::filesystem::path folder;
    BackupKeeper::Clock now;
    std::chrono::milliseconds idleAfter;
    std::unique_ptr<ProfileLock> lock;
    CardKeeper cards;
    Reserve reserve;
    bool isReserveUsed = false;
    BackupKeeper backups;

    void afterCommit() {
        auto written = cards.committed();
        if (!written && written.error().kind == ErrorKind::DiskFull && reserve.release()) {
            isReserveUsed = true;
            written = cards.committed();
        }
        if (written && std::exchange(isReserveUsed, false))
            reserve.fill();
    }
};

DatabaseObserver observerOf(const std::shared_ptr<Surroundings>& around) {
    DatabaseObserver observer;
    observer.idleAfter = around->idleAfter;
    // It is a way back for people; the update itself is safe without it, so that a full disk does not stand against it.
    observer.beforeUpdate = [around](SQLite::Database& database) {
        (void)makeBackup(database, around->folder / "backup", BackupKind::BeforeUpdate, around->now());
    };
    observer.idle = [around](SQLite::Database& database) { return around->backups.work(database); };
    observer.closing = [around] { around->backups.stop(); };
    observer.opened = [around](SQLite::Database& database) { around->cards.watch(database); };
    observer.beforeCommit = [around](SQLite::Database& database) { around->cards.beforeCommit(database); };
    observer.committed = [around] { around->afterCommit(); };
    observer.rolledBack = [around] { around->cards.rolledBack(); };
    observer.makeRoom = [around] { return around->reserve.release() && (around->isReserveUsed = true); };
    return observer;
}

/// Puts the list of a backup in the place of the present one, which is kept as a backup before.
Expected<void> putBack(ClientStore& store, Surroundings& around, const ClientStoreOptions& options) {
    auto backup = openBackup(options.restoreFrom);
    if (!backup)
        return std::unexpected(std::move(backup.error()));
    Expected<std::filesystem::path> before;
    auto kept = store.database->runAlone(Operation::SaveBackup, [&](SQLite::Database& db) {
        before = makeBackup(db, around.folder / "backup", BackupKind::BeforeRestore, around.now());
    });
    if (!kept)
        return kept;
    if (!before)
        return std::unexpected(std::move(before.error()));
    auto restored = store.database->run(Operation::SaveStore, [&](SQLite::Database& db) {
        store.restored = applyRestore(db, **backup, options.restoreExactly, around.now());
        store.torrents = TorrentStore(db, store.run).loadAll();
    });
    return restored;
}

/// Calls `use(backup)` with the newest backup that can be read to its end.
void withNewestBackup(const std::filesystem::path& folder, const std::function<void(SQLite::Database&)>& use) {
    for (const BackupFile& file : listBackups(folder)) {
        const auto backup = openBackup(file.file);
        if (!backup)
            continue;
        try {
            return use(**backup);
        } catch (const SQLite::Exception&) {
            continue; // damaged: an older one may do
        }
    }
}

/// What a database that is lost was before it, as far as it can be found out.
class Rebuild {
public:
    /// `damaged`: what was moved aside, if anything may be read of it.
    Rebuild(const Surroundings& around, std::filesystem::path damaged)
        : m_around(around)
        , m_damaged(std::move(damaged)) {}

    /// Before the new database is used.
    void begin(SQLite::Database& list) {
        if (!m_damaged.empty())
            m_salvage = salvage(list, m_damaged, m_around.folder / "meta", m_around.now());
    }
    /// After the files of meta/: a list of which they know nothing.
    void end(SQLite::Database& list, ClientStore& store) const {
        if (!store.torrents.empty() || (m_salvage && m_salvage->torrents > 0 && m_salvage->isWhole))
            return;
        withNewestBackup(m_around.folder / "backup", [&](SQLite::Database& backup) {
            store.report.rebuilt += int(applyRestore(list, backup, false, m_around.now()).returning.size());
        });
        store.torrents = TorrentStore(list, store.run).loadAll();
    }

private:
    const Surroundings& m_around;
    std::filesystem::path m_damaged;
    std::optional<Salvage> m_salvage;
};

enum class Start : std::uint8_t {
    Usual,
    ReadingOnly, ///< if there is no room to write a single page
};

Expected<ClientStore> open(
    const std::filesystem::path& file, const std::shared_ptr<Surroundings>& around, const ClientStoreOptions& options,
    Start start = Start::Usual, Rebuild* rebuild = nullptr) {
    auto database = DatabaseThread::open(file, "essaim", observerOf(around));
    if (!database)
        return std::unexpected(std::move(database.error()));
    ClientStore store;
    store.database = std::move(*database);
    auto loaded = store.database->run(Operation::OpenStore, [&](SQLite::Database& db) {
        checkPages(db);
        store.report = {}; // work may run twice
        if (rebuild != nullptr)
            rebuild->begin(db);
        store.run = startRun(db, currentBootId());
        store.trustedRuns = trustedRuns(db, store.run.bootId);
        store.trustedRuns.insert(store.run.runId);
        store.torrents = around->cards.loadAll(db, store.run, store.report);
        if (store.report.rebuilt + store.report.mended > 0)
            withNewestBackup(around->folder / "backup", [&](SQLite::Database& backup) {
                takeMetadata(db, backup, store.torrents);
                takeStatistics(db, backup, store.torrents);
            });
        if (rebuild != nullptr)
            rebuild->end(db, store);
    });
    if (!loaded && loaded.error().kind == ErrorKind::DiskFull && start == Start::ReadingOnly) {
        const auto listed = store.database->runAlone(Operation::OpenStore, [&](SQLite::Database& db) {
            store.report = {};
            store.run = startUnrecordedRun(db, currentBootId());
            store.trustedRuns = trustedRuns(db, store.run.bootId);
            store.torrents = around->cards.loadOnly(db);
        });
        if (listed && options.restoreFrom.empty()) {
            store.cannotSave = std::move(loaded.error());
            store.cannotSave->operation = Operation::SaveStore;
            return store;
        }
    }
    if (!loaded)
        return std::unexpected(std::move(loaded.error()));
    if (store.report.rebuilt > 0 && store.run.previousEnd == PreviousEnd::FirstStart)
        store.run.previousEnd = PreviousEnd::PowerLoss; // the record of runs went with the database
    if (!options.restoreFrom.empty()) {
        if (auto restored = putBack(store, *around, options); !restored) {
            (void)store.database->run(
                Operation::SaveStore, [&](SQLite::Database& db) { forgetRun(db, store.run.runId); });
            return std::unexpected(std::move(restored.error()));
        }
    }
    return store;
}

/// The disk or the system has failed; that alone is no reason to give the list up.
bool isUnreadable(const Error& error) {
    return error.kind == ErrorKind::Internal && error.operation == Operation::OpenStore;
}

bool isToBeMadeAgain(const Error& error, const ClientStoreOptions& options) {
    if (error.operation == Operation::OpenBackup || error.operation == Operation::SaveBackup)
        return false;
    return error.kind == ErrorKind::Database || (error.kind == ErrorKind::Unsupported && options.replaceNewer) ||
           (isUnreadable(error) && options.replaceUnreadable);
}

} // namespace

Expected<ClientStore> openClientStore(const std::filesystem::path& file, const ClientStoreOptions& options) {
    if (auto made = makeDatabaseFolder(file); !made)
        return std::unexpected(std::move(made.error()));
    auto lock = ProfileLock::take(file.parent_path());
    if (!lock)
        return std::unexpected(std::move(lock.error()));
    auto around = std::make_shared<Surroundings>(file.parent_path(), std::move(*lock), options);
    auto store = open(file, around, options);
    if (!store && store.error().kind == ErrorKind::DiskFull) {
        const bool hasRoom = around->reserve.release();
        store = open(file, around, options, hasRoom ? Start::Usual : Start::ReadingOnly);
        if (!store && hasRoom && store.error().kind == ErrorKind::DiskFull) // others were quicker
            store = open(file, around, options, Start::ReadingOnly);
    }
    if (!store && isToBeMadeAgain(store.error(), options)) {
        const bool isNewer = store.error().kind == ErrorKind::Unsupported;
        auto aside = moveDatabaseAside(file);
        if (!aside)
            return std::unexpected(std::move(aside.error()));
        around = std::make_shared<Surroundings>(file.parent_path(), std::move(around->lock), options);
        Rebuild rebuild(*around, isNewer ? std::filesystem::path() : *aside / file.filename());
        store = open(file, around, options, Start::Usual, &rebuild);
        if (store) {
            store->report.movedAside = std::move(*aside);
            store->report.isReplaced = isNewer;
            store->run.previousEnd = PreviousEnd::PowerLoss;
        }
    }
    if (store && !store->cannotSave)
        around->reserve.fill();
    return store;
}

} // namespace essaim::storage
