// Rows of the list pass the gate like torrents from anywhere else: damaged, written by an enemy, out of a backup.
#include "data/hostile_torrents.h"
#include "engine/resume_saver.h"
#include "engine/session_fixture.h"
#include "engine/torrent_params.h"
#include "storage/database.h"
#include "storage/restore.h"
#include "storage/torrent_store.h"

#include <QTemporaryDir>

#include <set>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;
using essaim::test::HostileSample;

namespace {

InfoHash hashNumber(std::size_t number) {
    InfoHash hash;
    hash.v1.emplace();
    hash.v1->bytes.fill(0x55);
    hash.v1->bytes[0] = std::uint8_t(number);
    hash.v1->bytes[1] = std::uint8_t(number >> 8);
    return hash;
}

/// The list at `path` gets these rows, as a program without any rules would write them.
void writeRows(const QString& path, const std::vector<storage::TorrentRecord>& records) {
    const auto database = storage::openDatabase(path.toStdString(), "essaim");
    if (!database)
        qFatal("no database");
    for (const storage::TorrentRecord& record : records)
        storage::TorrentStore(**database).put(record);
}

} // namespace

class StoredTorrentsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_world;
    QString path(const char* name) const { return m_world->filePath(QString::fromUtf8(name)); }

    storage::TorrentRecord row(std::size_t number, const std::string& torrent) const {
        storage::TorrentRecord record;
        record.infoHash = hashNumber(number);
        record.id = record.infoHash.id();
        record.name = "row";
        record.savePath = path("downloads").toStdString();
        record.metadata = torrent;
        return record;
    }

    /// Rows with one torrent of each fault, and the faults by id.
    std::vector<storage::TorrentRecord> hostileRows(std::map<std::string, Fault>& faults) const {
        std::vector<storage::TorrentRecord> rows;
        std::set<Fault> seen;
        for (const HostileSample& sample : essaim::test::hostileTorrents()) {
            if (!sample.fault || sample.torrent.empty() || !seen.insert(*sample.fault).second)
                continue;
            rows.push_back(row(rows.size(), sample.torrent));
            faults.emplace(rows.back().id.toHex(), *sample.fault);
        }
        return rows;
    }

    /// One sound torrent without data, as the list keeps it.
    storage::TorrentRecord soundRow() const {
        AddTorrentRequest added = request(make(makeContent(path("content"))).torrent, path("downloads"));
        auto prepared = prepareRequest(added, {});
        if (!prepared)
            qFatal("a sound torrent is refused");
        return prepared->record;
    }

private Q_SLOTS:
    void init() { m_world = std::make_unique<QTemporaryDir>(); }

    void areRefusedOneByOneAndStayInTheListWithTheReason() {
        std::map<std::string, Fault> faults;
        std::vector<storage::TorrentRecord> rows = hostileRows(faults);
        QVERIFY(rows.size() > 30);
        const storage::TorrentRecord sound = soundRow();
        rows.push_back(sound);
        writeRows(path("profile/essaim.db"), rows);
        TestSession session(path("profile/essaim.db"));
        QVERIFY(session.start());
        QVERIFY(session.waitForState(sound.id, TorrentState::Stalled));
        QCOMPARE(session.snapshots.size(), rows.size());
        for (const auto& [id, fault] : faults) {
            const TorrentSnapshot& torrent = session.snapshots.at(id);
            QCOMPARE(torrent.state, TorrentState::Error);
            QVERIFY(torrent.error && torrent.error->refusal);
            // Another hash than the row says is the first thing that the gate sees of a torrent that can be read.
            const Fault found = torrent.error->refusal->fault;
            QVERIFY2(found == fault || found == Fault::OtherTorrent, wordOf(fault).data());
        }
        QList<TorrentId> ids;
        for (const storage::TorrentRecord& each : rows)
            ids.append(each.id);
        session->resume(ids); // in vain, and without harm
        session->recheck(ids);
        session->remove(ids, FilesFate::Delete);
        QTRY_COMPARE(session.removedCount, int(rows.size()));
        QVERIFY(session.stop());
        for (const QByteArray& bytes : treeOf(path("downloads"))) // nobody knows who made the empty ones: they stay
            QVERIFY(bytes.isEmpty());
    }

    void areRefusedWhenTheyReturnFromABackup() {
        const storage::TorrentRecord sound = soundRow();
        writeRows(path("profile/essaim.db"), {sound});
        std::map<std::string, Fault> faults;
        const std::vector<storage::TorrentRecord> rows = hostileRows(faults);
        writeRows(path("backup/essaim.db"), rows);
        {
            const auto list = storage::openDatabase(path("profile/essaim.db").toStdString(), "essaim");
            const auto backup = storage::openDatabase(path("backup/essaim.db").toStdString(), "essaim");
            QVERIFY(list && backup);
            QCOMPARE(storage::applyRestore(**list, **backup, false, 0).returning.size(), rows.size());
        }
        TestSession session(path("profile/essaim.db"));
        QVERIFY(session.start());
        QTRY_COMPARE(session.snapshots.size(), rows.size() + 1);
        QVERIFY(session.waitForState(sound.id, TorrentState::Stalled));
        for (const auto& [id, fault] : faults)
            QCOMPARE(session.snapshots.at(id).state, TorrentState::Error);
        QVERIFY(session.stop());
        QCOMPARE(
            treeOf(path("downloads")).keys(), QStringList(QStringLiteral("Été à Zürich/leer"))); // of the sound one
    }

    void getNoTorrentOtherThanTheirOwn() {
        storage::TorrentRecord record = soundRow();
        record.infoHash = hashNumber(1);
        auto refused = prepareStored(record, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().refusal->fault, Fault::OtherTorrent);
        record.metadata.clear();
        record.source = "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567";
        refused = prepareStored(record, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().refusal->fault, Fault::OtherTorrent);
        record.source = "magnet:?xt=urn:btih:0123";
        QCOMPARE(prepareStored(record, {}).error().refusal->fault, Fault::BrokenHash);
        record.source.clear();
        QCOMPARE(prepareStored(record, {}).error().refusal->fault, Fault::NoMagnet);
    }

    void areRefusedWithoutAFolder() {
        for (const char* folder : {"", "downloads", "../downloads"}) {
            storage::TorrentRecord record = soundRow();
            record.savePath = folder;
            const auto refused = prepareStored(record, {});
            QVERIFY(!refused);
            QCOMPARE(refused.error().refusal->fault, Fault::SavePath);
        }
    }

    void takeNothingFromProgressThatIsNotTheirs_data() {
        QTest::addColumn<QByteArray>("what");
        for (const char* what :
             {"name that climbs", "another torrent inside", "another hash", "a piece too many", "cut"})
            QTest::newRow(what) << QByteArray(what);
    }
    void takeNothingFromProgressThatIsNotTheirs() {
        QFETCH(QByteArray, what);
        const storage::TorrentRecord sound = soundRow();
        auto prepared = prepareStored(sound, {});
        QVERIFY(prepared);
        lt::add_torrent_params resume = prepared->params;
        resume.total_uploaded = 7;
        resume.have_pieces.resize(prepared->metadata->pieceCount, true);
        storage::TorrentRecord record = sound;
        record.resumeData = encodeResume(resume);
        QCOMPARE(prepareStored(record, {})->params.total_uploaded, std::int64_t(7)); // it would have been read

        if (what == "name that climbs")
            resume.renamed_files[lt::file_index_t(0)] = "../../elsewhere";
        if (what == "another hash")
            resume.info_hashes.v1 = lt::sha1_hash(std::string(20, 'x').data());
        if (what == "a piece too many")
            resume.have_pieces.resize(resume.have_pieces.size() + 1, true);
        record.resumeData = encodeResume(resume);
        if (what == "another torrent inside")
            record.resumeData.insert(record.resumeData.find("9:info-hash"), "4:infod4:name1:xe");
        if (what == "cut")
            record.resumeData.pop_back();
        const auto restored = prepareStored(record, {});
        QVERIFY(restored); // the files are checked instead
        QCOMPARE(restored->params.total_uploaded, std::int64_t(0));
        QVERIFY(restored->params.have_pieces.empty());
        QVERIFY(restored->params.renamed_files.empty());
    }

    void takeOnlyAddressesThatPassedTheGate() {
        storage::TorrentRecord record = soundRow();
        lt::add_torrent_params resume = prepareStored(record, {})->params;
        resume.url_seeds = {"http://192.168.0.1/admin"};
        resume.http_seeds = {"http://192.168.0.1/admin"};
        resume.dht_nodes = {{"192.168.0.1", 1}};
        resume.trackers = {"file:///etc/passwd"};
        resume.tracker_tiers = {0};
        resume.active_time = -5;
        record.resumeData = encodeResume(resume);
        record.extraTrackers = "gopher://a.example/\nudp://b.example:1/announce";
        const auto restored = prepareStored(record, {});
        QVERIFY(restored);
        QVERIFY(restored->params.url_seeds.empty());
        QVERIFY(restored->params.http_seeds.empty());
        QVERIFY(restored->params.dht_nodes.empty());
        QCOMPARE(restored->params.trackers, std::vector<std::string>{"udp://b.example:1/announce"});
        QVERIFY(restored->params.active_time >= 0);
    }

    void keepFilesInTheirFolderWhateverTheRowCallsThem() {
        storage::TorrentRecord record = soundRow();
        record.renamedFiles = {{0, "/etc/passwd"}, {1, "../../x"}, {-1, "below"}, {99, "above"}, {2, "good/name"}};
        const auto restored = prepareStored(record, {});
        QVERIFY(restored);
        QCOMPARE(restored->params.renamed_files.size(), std::size_t(1));
        QCOMPARE(restored->params.renamed_files.at(lt::file_index_t(2)), std::string("good/name"));
    }

    void areNotStoredWhereTheSystemCouldNotOpenTheirFiles() {
        AddTorrentRequest added = request(make(makeContent(path("content"))).torrent, {});
        added.savePath = (u'/' + QString(203, u'x')).repeated(20);
        const auto refused = prepareRequest(added, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().refusal->fault, Fault::WholePathTooLong);
        QCOMPARE(refused.error().refusal->limit, std::int64_t(4095));
        added.savePath = QStringLiteral("relative");
        QCOMPARE(prepareRequest(added, {}).error().refusal->fault, Fault::SavePath);
    }
};

QTEST_GUILESS_MAIN(StoredTorrentsTest)
#include "stored_torrents_test.moc"
