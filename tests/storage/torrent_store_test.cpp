// The list of torrents in its table.
#include "storage/torrent_store.h"

#include "storage/database.h"

#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using namespace essaim::storage;

namespace {

template <typename Hash>
Hash filled(std::uint8_t byte) {
    Hash hash;
    hash.bytes.fill(byte);
    return hash;
}

/// A torrent with something in every field.
TorrentRecord hybrid(std::uint8_t byte) {
    TorrentRecord record;
    record.infoHash = {filled<Sha1Hash>(byte), filled<Sha256Hash>(byte)};
    record.id = record.infoHash.id();
    record.name = "Les abeilles à l’œuvre";
    record.savePath = "/srv/zoé/Téléchargements";
    record.finalPath = "/srv/zoé/Films\nd’été";
    record.source = "magnet:?xt=urn:btih:0101";
    record.extraTrackers = "udp://a.example:1/\nhttp://b.example/announce";
    record.trackers = "0 udp://c.example:1/announce\n3 http://b.example/announce";
    record.webSeeds = "http://seed.example/files/";
    record.metadata = std::string(
        "d4:info\0\xff"
        "e",
        10);
    record.filePriorities = std::string("\0\4\7", 3);
    record.paused = true;
    record.addedAt = 1'700'000'000;
    record.completedAt = 1'700'000'100;
    record.uploaded = std::int64_t{5} << 40;
    record.downloaded = 7;
    record.chosenName = "Bees\nand flowers";
    record.category = "Films: natură";
    record.tags = {"2024", "été"};
    record.renamedFiles = {{0, "other/name.bin"}, {7, "with:3:colons\n"}};
    record.flags = {.sequential = true, .firstLastFirst = true, .superSeeding = true, .autoManaged = false};
    record.queuePosition = 3;
    record.downloadLimit = 1000;
    record.uploadLimit = std::int64_t{1} << 40;
    record.lastActivity = 1'700'000'090;
    record.activeSeconds = 100;
    record.seedingSeconds = 50;
    record.resumeOrigin = {0, "", 1};
    record.resumeData = std::string(
        "d1:\0\xfe"
        "e",
        6);
    return record;
}

TorrentRecord magnet(std::uint8_t byte) {
    TorrentRecord record;
    record.infoHash.v2 = filled<Sha256Hash>(byte);
    record.id = record.infoHash.id();
    record.source = "magnet:?xt=urn:btmh:1220";
    record.savePath = "/srv";
    return record;
}

} // namespace

namespace essaim::storage {
char* toString(const TorrentRecord& record) {
    return QTest::toString(QString::fromStdString(record.id.toHex() + " " + record.name));
}
} // namespace essaim::storage

class TorrentStoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SQLite::Database> m_database;

    void open() {
        m_database.reset();
        auto opened = openDatabase(m_folder.filePath(QStringLiteral("essaim.db")).toStdString(), "essaim");
        QVERIFY(opened.has_value());
        m_database = std::move(*opened);
    }

    std::vector<TorrentRecord> load() { return TorrentStore(*m_database).loadAll(); }

private Q_SLOTS:
    void init() {
        open();
        m_database->exec("DELETE FROM torrent");
        m_database->exec("DELETE FROM quarantine");
    }

    void bringsEveryFieldBackAfterReopening() {
        const std::vector expected{hybrid(1), magnet(2)};
        for (const auto& record : expected)
            TorrentStore(*m_database).put(record);
        open();
        QVERIFY(load() == expected);
    }

    void listsTorrentsInTheOrderInWhichTheyWereAdded() {
        TorrentStore store(*m_database);
        for (const std::uint8_t byte : {9, 1, 5})
            store.put(hybrid(byte));
        store.put(hybrid(9)); // replaced, not moved
        const auto records = load();
        QCOMPARE(records.size(), 3u);
        QCOMPARE(records[0], hybrid(9));
        QCOMPARE(records[1], hybrid(1));
        QCOMPARE(records[2], hybrid(5));
    }

    void replacesEverythingThatIsPutAgain() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        auto changed = hybrid(1);
        changed.name = "Renamed";
        changed.savePath = "/elsewhere";
        changed.paused = false;
        changed.metadata.clear();
        changed.resumeData.clear();
        changed.resumeOrigin = {};
        changed.category.clear();
        changed.tags.clear();
        changed.flags = {};
        changed.renamedFiles.clear();
        changed.filePriorities.clear();
        changed.extraTrackers.clear();
        changed.trackers.clear();
        changed.webSeeds = kNoAddress;
        changed.infoHash.v2.reset();
        store.put(changed);
        QCOMPARE(load(), std::vector{changed});
    }

    void givesOutOneTorrentByteForByte() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.put(magnet(2));
        QCOMPARE(store.metadata(hybrid(1).id), hybrid(1).metadata);
        QVERIFY(!hybrid(1).metadata.empty());
        QCOMPARE(store.metadata(magnet(2).id), std::string());
        QCOMPARE(store.metadata(hybrid(7).id), std::string());
    }

    void changesTheExtraTrackersAlone() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.setExtraTrackers(hybrid(1).id, "udp://new.example:1");
        auto expected = hybrid(1);
        expected.extraTrackers = "udp://new.example:1";
        QCOMPARE(load(), std::vector{expected});
    }

    void changesTheFinalFolderAlone() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.setFinalPath(hybrid(1).id, {});
        auto expected = hybrid(1);
        expected.finalPath.clear();
        QCOMPARE(load(), std::vector{expected});
    }

    void takesEditedTrackersForAllThereAre() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.setTrackers(hybrid(1).id, "1 udp://new.example:1");
        store.setWebSeeds(hybrid(1).id, kNoAddress);
        auto expected = hybrid(1);
        expected.trackers = "1 udp://new.example:1";
        expected.extraTrackers.clear();
        expected.webSeeds = kNoAddress;
        QCOMPARE(load(), std::vector{expected});
    }

    void savesResumeDataAndTotalsTogether() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.put(magnet(2));
        store.putResume(
            {{hybrid(1).id, "newer", 11, 12, 13, 14, 15, 16}, {magnet(2).id, "first", 21, 22, 23, 0, 0, 0}});
        const auto records = load();
        QCOMPARE(records[0].resumeData, "newer");
        QCOMPARE(records[0].uploaded, 11);
        QCOMPARE(records[0].downloaded, 12);
        QCOMPARE(records[0].completedAt, 13);
        QCOMPARE(records[0].lastActivity, 14);
        QCOMPARE(records[0].activeSeconds, 15);
        QCOMPARE(records[0].seedingSeconds, 16);
        QCOMPARE(records[0].name, hybrid(1).name);
        QCOMPARE(records[1].resumeData, "first");
        QCOMPARE(records[1].uploaded, 21);
    }

    void ignoresResumeDataOfATorrentThatIsGone() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.remove(hybrid(1).id);
        store.putResume({{hybrid(1).id, "late", 1, 2, 3, 0, 0, 0}});
        QVERIFY(load().empty());
        QCOMPARE(m_database->execAndGet("SELECT count(*) FROM resume_data").getInt(), 0);
    }

    void keepsTheFactsOfARowWhoseResumeDataIsDamaged() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.put(hybrid(2));
        m_database->exec("UPDATE resume_data SET data = CAST('d1:\1\1e' AS BLOB) WHERE place = (SELECT min(place) FROM "
                         "resume_data)");
        auto facts = hybrid(1);
        facts.resumeData.clear();
        facts.resumeOrigin = {};
        QCOMPARE(load(), (std::vector{facts, hybrid(2)}));
    }

    void findsResumeDataThatBelongsToAnotherTorrent() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        auto other = hybrid(2);
        other.resumeData = "of the second";
        store.put(other);
        m_database->exec("UPDATE resume_data SET (data, checksum) ="
                         " (SELECT data, checksum FROM resume_data ORDER BY place DESC LIMIT 1)");
        const auto records = load();
        QCOMPARE(records[0].resumeData, "");
        QCOMPARE(records[1].resumeData, "of the second");
    }

    void changesSingleFactsOnly() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.put(hybrid(2));
        store.setPaused(hybrid(1).id, false);
        store.setFilePriorities(hybrid(1).id, "\4\4");
        auto expected = hybrid(1);
        expected.paused = false;
        expected.filePriorities = "\4\4";
        QCOMPARE(load(), (std::vector{expected, hybrid(2)}));
    }

    void changesWhatTheUserChose() {
        TorrentStore store(*m_database);
        store.put(magnet(1));
        store.put(magnet(2));
        auto expected = magnet(1);
        store.setCategory(expected.id, expected.category = "Music");
        store.setTags(expected.id, {"b", " a ", "b", "", "two\nlines"});
        expected.tags = {"a", "b", "two lines"};
        store.setName(expected.id, expected.chosenName = "My name");
        store.setSavePath(expected.id, expected.savePath = "/elsewhere");
        store.setRenamedFiles(expected.id, expected.renamedFiles = {{1, "x/y"}});
        store.setFlags(expected.id, expected.flags = {.superSeeding = true, .autoManaged = false});
        store.setQueuePosition(expected.id, expected.queuePosition = 2);
        store.setLimits(expected.id, expected.downloadLimit = 7, expected.uploadLimit = 9);
        QCOMPARE(load(), (std::vector{expected, magnet(2)}));
    }

    void givesTheGenerationBeforeWhereTheLastIsDamaged() {
        RunStart run{7, "boot", PreviousEnd::Clean};
        TorrentStore store(*m_database, run);
        store.put(hybrid(1));
        for (const char* data : {"second", "third"})
            store.putResume({{hybrid(1).id, data, 1, 2, 3, 4, 5, 6}});
        QCOMPARE(m_database->execAndGet("SELECT count(*) FROM resume_data").getInt(), 2);
        QCOMPARE(load()[0].resumeData, "third");
        QVERIFY((load()[0].resumeOrigin == ResumeOrigin{7, "boot", 3}));
        m_database->exec("UPDATE resume_data SET sequence = 4 WHERE sequence = 3");
        QCOMPARE(load()[0].resumeData, "second");
        QVERIFY((load()[0].resumeOrigin == ResumeOrigin{7, "boot", 2}));
        QCOMPARE(m_database->execAndGet("SELECT content FROM quarantine").getString(), "third");
        // The good one is not what is written over next.
        store.putResume({{hybrid(1).id, "fourth", 1, 2, 3, 4, 5, 6}});
        QCOMPARE(
            m_database->execAndGet("SELECT count(*) FROM resume_data WHERE data = CAST('second' AS BLOB)").getInt(), 1);
    }

    void replacesDamagedFactsByWhatIsKnownElsewhere() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.put(hybrid(2));
        m_database->exec("UPDATE torrent SET save_path = '/srv/zoe' WHERE place = (SELECT min(place) FROM torrent)");
        std::vector<TorrentId> damaged;
        RowRepair repair;
        repair.find = [](const TorrentId& id) { return id == hybrid(1).id ? std::optional(hybrid(1)) : std::nullopt; };
        repair.repaired = [&](const TorrentId& id, bool isLost) {
            QVERIFY(!isLost);
            damaged.push_back(id);
        };
        QCOMPARE(store.loadAll(repair), (std::vector{hybrid(1), hybrid(2)}));
        QVERIFY(damaged == std::vector{hybrid(1).id});
        QCOMPARE(load(), (std::vector{hybrid(1), hybrid(2)})); // from now on as ever
        QCOMPARE(m_database->execAndGet("SELECT count(*) FROM quarantine").getInt(), 1);
    }

    void keepsWhatIsLeftOfFactsThatAreKnownNowhereElse() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        m_database->exec("UPDATE torrent SET category = 'Filmz'");
        auto expected = hybrid(1);
        expected.category = "Filmz";
        QCOMPARE(load(), std::vector{expected});
    }

    void quarantinesWhatCannotBeATorrent() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.put(hybrid(2));
        m_database->exec("UPDATE torrent SET save_path = '' WHERE place = (SELECT min(place) FROM torrent)");
        int lost = 0;
        RowRepair repair;
        repair.repaired = [&lost](const TorrentId&, bool isLost) { lost += isLost ? 1 : 0; };
        QCOMPARE(store.loadAll(repair), std::vector{hybrid(2)});
        QCOMPARE(lost, 1);
        QVERIFY(
            m_database->execAndGet("SELECT content FROM quarantine").getString().find("abeilles") != std::string::npos);
    }

    void makesAMagnetOfATorrentWhoseMetadataIsDamaged() {
        TorrentStore store(*m_database);
        auto record = hybrid(1);
        record.source.clear();
        store.put(record);
        m_database->exec("UPDATE metadata SET torrent = CAST('d4:infi0ee' AS BLOB)");
        const auto records = load();
        QCOMPARE(records[0].metadata, "");
        QCOMPARE(records[0].source, "magnet:?xt=urn:btih:0101010101010101010101010101010101010101");
        QCOMPARE(records[0].resumeData, record.resumeData);
    }

    void takesMetadataThatIsDamagedFromElsewhere() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        m_database->exec("UPDATE metadata SET torrent = CAST('d4:infi0ee' AS BLOB)");
        RowRepair repair;
        repair.find = [](const TorrentId&) { return hybrid(1); };
        QCOMPARE(store.loadAll(repair), std::vector{hybrid(1)});
    }

    void givesAMagnetItsMetadataUnderTheSameKey() {
        TorrentStore store(*m_database);
        store.put(magnet(2));
        auto known = magnet(2);
        known.infoHash.v1 = filled<Sha1Hash>(7);
        known.name = "Known now";
        known.metadata = "d4:infodee";
        store.setMetadata(known.id, known.infoHash, known.name, known.metadata);
        QCOMPARE(load(), std::vector{known});
    }

    void removesATorrentWithAllThatBelongsToIt() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.put(hybrid(2));
        store.remove(hybrid(1).id);
        QCOMPARE(load(), std::vector{hybrid(2)});
        QCOMPARE(m_database->execAndGet("SELECT count(*) FROM metadata").getInt(), 1);
        QCOMPARE(m_database->execAndGet("SELECT count(*) FROM resume_data").getInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TorrentStoreTest)
#include "torrent_store_test.moc"
