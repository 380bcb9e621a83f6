// What a power cut cannot take back, and what is read again after one.
#include "engine/durability/piece_bits.h"
#include "engine/durability/start_decision.h"
#include "engine/durability/sync_files.h"
#include "engine/resume_saver.h"
#include "engine/session_fixture.h"
#include "engine/torrent_loader.h"
#include "storage/database.h"

#include <QTemporaryDir>

#include <libtorrent/read_resume_data.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class DurabilityTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }

    /// A row whose resume data claims every piece.
    static storage::TorrentRecord claimingAll(const CreatedTorrent& created) {
        storage::TorrentRecord record;
        record.infoHash = created.infoHash;
        record.id = created.infoHash.id();
        record.savePath = created.savePath.toStdString();
        record.metadata = created.torrent.toStdString();
        auto loaded = loadTorrent(record.metadata);
        loaded->params.have_pieces.resize(loaded->params.ti->num_pieces(), true);
        loaded->params.info_hashes = loaded->params.ti->info_hashes();
        record.resumeData = encodeResume(loaded->params);
        return record;
    }
    static PieceSet claimed(const std::string& resume) {
        return lt::read_resume_data({resume.data(), std::ptrdiff_t(resume.size())}).have_pieces;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void piecesKeepTheirPlaceInTheStore() {
        PieceSet pieces(13, false);
        pieces.set_bit(lt::piece_index_t(0));
        pieces.set_bit(lt::piece_index_t(12));
        QCOMPARE(encodePieces(pieces), std::string("\x80\x08"));
        QVERIFY(decodePieces(encodePieces(pieces), 13).get_bit(lt::piece_index_t(12)));
        QCOMPARE(decodePieces(encodePieces(pieces), 13).count(), 2);
        QCOMPARE(decodePieces("\xff", 13).count(), 0); // another torrent's
    }

    void believesWhatWasSyncedWithoutReadingIt() {
        const CreatedTorrent created = make(makeContent(path("content")));
        const storage::TorrentRecord record = claimingAll(created);
        const storage::DurableRecord all{record.id, true, {}, 0};
        QVERIFY(!isDoubtful(record, &all));
        QVERIFY(isDoubtful(record, nullptr));
        storage::TorrentRecord unchecked = record;
        unchecked.resumeData.clear();
        QVERIFY(!isDoubtful(unchecked, nullptr));
    }

    void dropsPiecesThatDidNotReachTheDiskAndKeepsTheOthers() {
        const CreatedTorrent created = make(makeContent(path("content")));
        const storage::TorrentRecord record = claimingAll(created);
        // What a power cut leaves of a page that was never written.
        QFile file(path("content/Été à Zürich/über/große Datei.bin"));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(500'000));
        QCOMPARE(file.write(QByteArray(4096, '\0')), 4096);
        file.close();
        const PieceSet all = claimed(record.resumeData);
        const PieceSet believed = claimed(believable(record, nullptr));
        QCOMPARE(all.count() - believed.count(), 1);
        // The damaged piece was synced before: nobody reads it, so nobody notices. That is what synced means.
        PieceSet synced = all;
        QVERIFY(synced.all_set());
        const storage::DurableRecord sure{record.id, false, encodePieces(synced), 0};
        QCOMPARE(claimed(believable(record, &sure)).count(), all.count());
    }

    void checksAllOfATorrentWhosePiecesCannotBeCheckedOneByOne() {
        const CreatedTorrent created = make(makeContent(path("content")), TorrentFormat::V2);
        QVERIFY(believable(claimingAll(created), nullptr).empty());
    }

    void syncsFilesAndSaysHowItLeftThem() {
        writeFile(path("a"), "12345");
        writeFile(path("b"), "1");
        const auto stamps = syncFiles({{3, path("a").toStdString(), true}, {4, path("b").toStdString(), false}});
        QVERIFY(stamps.has_value());
        QCOMPARE(stamps->size(), std::size_t(1));
        QCOMPARE(stamps->at(0).first, 3);
        QCOMPARE(stamps->at(0).second.size, 5);
        const std::atomic<bool> hurry = false;
        QVERIFY(syncFiles({{3, path("a").toStdString(), true}}, {}, &hurry).has_value());
        const auto gone = syncFiles({{0, path("gone").toStdString(), true}});
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, ErrorKind::NotFound);
    }

    /// The program may be killed after a file was synced and before its last pieces are written down.
    void aFileThatIsWrittenOnceMoreIsStillKnownAsOurs() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession seeder;
        QVERIFY(seeder.start());
        seed(seeder, created);
        TorrentId id;
        {
            TestSession leecher(path("profile/essaim.db"));
            QVERIFY(leecher.start());
            AddTorrentRequest wanted = request(created.torrent, path("dl"));
            wanted.peers = {seeder.peerAddress()};
            id = leecher.add(wanted).id;
            QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
            QVERIFY(leecher.stop());
        }
        {
            auto opened = storage::openDatabase(path("profile/essaim.db").toStdString(), "essaim");
            QVERIFY(opened.has_value());
            storage::TorrentStore store(**opened);
            const auto row = store.load(id);
            auto resume = lt::read_resume_data({row->resumeData.data(), std::ptrdiff_t(row->resumeData.size())});
            resume.have_pieces.clear_bit(lt::piece_index_t(55));
            store.replaceResume(id, encodeResume(resume));
        }
        TestSession leecher(path("profile/essaim.db"));
        QVERIFY(leecher.start());
        leecher->connectPeer(id, seeder.peerAddress());
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
        std::optional<RemovalPlan> plan;
        connect(leecher.operator->(), &Session::removalPlanned, this, [&](const auto& said) { plan = said; });
        const auto isAllOurs = [&] {
            plan.reset();
            leecher->planRemoval(1, {id});
            return QTest::qWaitFor([&] { return plan.has_value(); }, kDeadlineMs) &&
                   std::ranges::all_of(plan->torrents.at(0).files, [](const RemovalFile& file) {
                       return file.kept == KeptBecause::Nothing;
                   });
        };
        QTRY_VERIFY(isAllOurs());
    }

    void aFinishedDownloadIsOnTheDiskAndItsFilesAreKnown() {
        const QString database = path("profile/essaim.db");
        const CreatedTorrent created = make(makeContent(path("content")));
        {
            TestSession seeder;
            TestSession leecher(database);
            QVERIFY(seeder.start());
            QVERIFY(leecher.start());
            seed(seeder, created);
            AddTorrentRequest wanted = request(created.torrent, path("dl"));
            wanted.peers = {seeder.peerAddress()};
            QVERIFY(leecher.waitForState(leecher.add(wanted).id, TorrentState::Seeding));
            QVERIFY(leecher.stop());
        }
        auto opened = storage::openDatabase(database.toStdString(), "essaim");
        QVERIFY(opened.has_value());
        const auto durable = storage::DurableStore(**opened).loadAll();
        QCOMPARE(durable.size(), std::size_t(1));
        QVERIFY(durable[0].complete);
        int stamped = 0;
        for (const auto& file : storage::FileOwnerStore(**opened).load(created.infoHash.id())) {
            QVERIFY(file.ours);
            stamped += file.stamp.size >= 0 ? 1 : 0;
        }
        QCOMPARE(stamped, 3); // the empty file holds no piece
    }
};

QTEST_GUILESS_MAIN(DurabilityTest)
#include "durability_test.moc"
