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
    record.source = "magnet:?xt=urn:btih:0101";
    record.extraTrackers = "udp://a.example:1/\nhttp://b.example/announce";
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
        changed.filePriorities.clear();
        changed.extraTrackers.clear();
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

    void savesResumeDataAndTotalsTogether() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.put(magnet(2));
        store.putResume({{hybrid(1).id, "newer", 11, 12, 13}, {magnet(2).id, "first", 21, 22, 23}});
        const auto records = load();
        QCOMPARE(records[0].resumeData, "newer");
        QCOMPARE(records[0].uploaded, 11);
        QCOMPARE(records[0].downloaded, 12);
        QCOMPARE(records[0].completedAt, 13);
        QCOMPARE(records[0].name, hybrid(1).name);
        QCOMPARE(records[1].resumeData, "first");
        QCOMPARE(records[1].uploaded, 21);
    }

    void ignoresResumeDataOfATorrentThatIsGone() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.remove(hybrid(1).id);
        store.putResume({{hybrid(1).id, "late", 1, 2, 3}});
        QVERIFY(load().empty());
        QCOMPARE(m_database->execAndGet("SELECT count(*) FROM resume").getInt(), 0);
    }

    void keepsTheFactsOfARowWhoseResumeDataIsDamaged() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        store.put(hybrid(2));
        m_database->exec(
            "UPDATE resume SET data = CAST('d1:\1\1e' AS BLOB) WHERE place = (SELECT min(place) FROM resume)");
        auto facts = hybrid(1);
        facts.resumeData.clear();
        QCOMPARE(load(), (std::vector{facts, hybrid(2)}));
    }

    void findsResumeDataThatBelongsToAnotherTorrent() {
        TorrentStore store(*m_database);
        store.put(hybrid(1));
        auto other = hybrid(2);
        other.resumeData = "of the second";
        store.put(other);
        m_database->exec("UPDATE resume SET (data, checksum) ="
                         " (SELECT data, checksum FROM resume ORDER BY place DESC LIMIT 1)");
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
        QCOMPARE(m_database->execAndGet("SELECT count(*) FROM resume").getInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TorrentStoreTest)
#include "torrent_store_test.moc"
