// Putting the list back as it was in a backup.
#include "storage/restore.h"

#include "storage/client_store.h"
#include "storage/removed_store.h"
#include "storage/torrent_files.h"
#include "storage/torrent_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using namespace essaim::storage;

namespace {

constexpr std::int64_t kNow = 1'700'000'000;

TorrentRecord torrent(std::uint32_t number) {
    TorrentRecord record;
    record.infoHash.v1.emplace();
    record.infoHash.v1->bytes[0] = static_cast<std::uint8_t>(number);
    record.infoHash.v1->bytes[19] = 1;
    record.id = record.infoHash.id();
    record.name = "torrent " + std::to_string(number);
    record.savePath = "/srv/" + std::to_string(number);
    record.metadata = "d4:info" + std::string(100 + number, 'm') + "e";
    record.resumeData = "resume " + std::to_string(number);
    record.addedAt = 1000 + number;
    return record;
}

} // namespace

class RestoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_backup;

    std::filesystem::path path(const char* name) const {
        return m_folder->filePath(QString::fromLatin1(name)).toStdString();
    }

    Expected<ClientStore> open(const std::filesystem::path& restoreFrom = {}, bool exactly = false) const {
        ClientStoreOptions options;
        options.now = [] { return kNow; };
        options.restoreFrom = restoreFrom;
        options.restoreExactly = exactly;
        return openClientStore(path("essaim.db"), options);
    }

    static void change(ClientStore& store, const std::function<void(TorrentStore&)>& work) {
        store.database
            ->run(
                Operation::SaveStore,
                [&](SQLite::Database& db) {
                    TorrentStore torrents(db, store.run);
                    work(torrents);
                })
            .value();
    }

    static const TorrentRecord& find(const ClientStore& store, std::uint32_t number) {
        const auto found = std::ranges::find(store.torrents, torrent(number).id, &TorrentRecord::id);
        if (found == store.torrents.end())
            qFatal("torrent %u is not in the list", number);
        return *found;
    }

    static std::vector<std::string> names(const std::vector<RestoreEntry>& entries) {
        std::vector<std::string> result;
        for (const auto& entry : entries)
            result.push_back(entry.name);
        return result;
    }

    std::vector<std::string> listed() const {
        std::vector<std::string> result;
        const auto store = open();
        for (const auto& record : store->torrents)
            result.push_back(record.name);
        return result;
    }

private Q_SLOTS:
    /// A backup with torrents 1 to 4; since then 1 has gone, 2 got another category and place, 5 has come.
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        auto store = open().value();
        change(store, [](TorrentStore& torrents) {
            for (std::uint32_t number = 1; number <= 4; ++number)
                torrents.put(torrent(number));
            torrents.setCategory(torrent(2).id, "films");
        });
        store.database
            ->runAlone(
                Operation::SaveBackup,
                [this](SQLite::Database& db) {
                    m_backup = makeBackup(db, path("backup"), BackupKind::Daily, kNow - 86400).value();
                })
            .value();
        change(store, [](TorrentStore& torrents) {
            torrents.remove(torrent(1).id);
            torrents.setCategory(torrent(2).id, "other");
            torrents.setSavePath(torrent(2).id, "/moved");
            torrents.putResume({{torrent(2).id, "newer resume", 70, 80, 0, 0, 0, 0}});
            torrents.put(torrent(5));
        });
    }

    void saysBeforeWhatWouldChange() {
        auto store = open().value();
        const auto backup = openBackup(m_backup).value();
        const auto plan =
            store.database->run(Operation::OpenBackup, [&](SQLite::Database& db) { return planRestore(db, *backup); })
                .value();
        QCOMPARE(names(plan.returning), std::vector<std::string>{"torrent 1"});
        QCOMPARE(names(plan.changed), std::vector<std::string>{"torrent 2"});
        QCOMPARE(names(plan.newer), std::vector<std::string>{"torrent 5"});
        QCOMPARE(plan.unchanged, 2);
        QCOMPARE(plan.unreadable, 0);
    }

    void bringsBackWhatIsMissingAndKeepsWhatIsNew() {
        auto store = open(m_backup).value();
        QVERIFY(store.restored.has_value());
        QCOMPARE(names(store.restored->returning), std::vector<std::string>{"torrent 1"});
        QCOMPARE(store.torrents.size(), 5u);
        QCOMPARE(find(store, 1).metadata, torrent(1).metadata);
        QVERIFY(find(store, 1).resumeData.empty()); // what was true then may not be true of the files now
        store.database.reset();
        QCOMPARE(listed().size(), 5u);
    }

    void choicesComeBackAndWhatIsOnTheDiskStays() {
        auto store = open(m_backup).value();
        QCOMPARE(find(store, 2).category, std::string("films"));
        QCOMPARE(find(store, 2).savePath, std::string("/moved"));
        QCOMPARE(find(store, 2).resumeData, std::string("newer resume"));
        QCOMPARE(find(store, 2).uploaded, 70);
    }

    void theFilesBesideTheDatabaseFollow() {
        open(m_backup, true).value();
        const TorrentFiles files(path("meta"));
        QCOMPARE(files.list().size(), 4u);
        QCOMPARE(files.read(torrent(1).id)->metadata, torrent(1).metadata);
        QCOMPARE(files.card(torrent(2).id)->record.category, std::string("films"));
        QVERIFY(!files.card(torrent(5).id));
    }

    void exactlyMeansThatTheNewOnesGoWhereTheyCanBeBroughtBackFrom() {
        auto store = open(m_backup, true).value();
        QCOMPARE(store.torrents.size(), 4u);
        const auto removed =
            store.database->run(Operation::OpenStore, [](SQLite::Database& db) { return RemovedStore(db).loadAll(); })
                .value();
        QCOMPARE(removed.size(), 1u);
        QVERIFY(
            removed.front().id == torrent(5).id && removed.front().files == RemovedFiles::Kept &&
            removed.front().removedAt == kNow);
    }

    void theListBeforeIsKeptAndCanBePutBackItself() {
        open(m_backup, true).value();
        const auto kept = listBackups(path("backup"));
        QCOMPARE(kept.front().kind, BackupKind::BeforeRestore);
        auto store = open(kept.front().file, true).value();
        QCOMPARE(store.torrents.size(), 4u);
        QCOMPARE(find(store, 5).name, std::string("torrent 5"));
        QCOMPARE(find(store, 2).category, std::string("other"));
        QCOMPARE(listBackups(path("backup")).size(), 3u);
    }

    void aRemovedTorrentComesBackTheSameWay() {
        {
            auto store = open().value();
            store.database
                ->run(
                    Operation::SaveStore,
                    [](SQLite::Database& db) { RemovedStore(db).put(torrent(3).id, kNow, RemovedFiles::Bin); })
                .value();
        }
        auto store = open(m_backup).value();
        QCOMPARE(store.restored->returning.size(), 2u);
        QCOMPARE(find(store, 3).name, std::string("torrent 3"));
        const auto removed =
            store.database->run(Operation::OpenStore, [](SQLite::Database& db) { return RemovedStore(db).loadAll(); })
                .value();
        QVERIFY(removed.empty());
    }

    void aBackupThatCannotBeReadChangesNothing() {
        const auto before = listed();
        QFile file(QString::fromStdString(m_backup.string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        const auto refused = open(m_backup);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().operation, Operation::OpenBackup);
        QCOMPARE(open("/nowhere/daily.db").error().kind, ErrorKind::NotFound);
        QCOMPARE(listed(), before);
        QVERIFY(!std::filesystem::exists(path("quarantine")));
    }

    void aRowThatIsDamagedIsLeftOutAndCounted() {
        {
            SQLite::Database database(m_backup.string(), SQLite::OPEN_READWRITE);
            database.exec("UPDATE torrent SET save_path = '/elsewhere' WHERE place = 1");
        }
        auto store = open(m_backup).value();
        QCOMPARE(store.restored->unreadable, 1);
        QVERIFY(store.restored->returning.empty());
        QCOMPARE(store.torrents.size(), 4u);
    }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "restore_test.moc"
