// What is chosen about a torrent while it is added, and kept: labels, where it stops, which pieces come first.
#include "engine/piece_wishes.h"
#include "engine/session_fixture.h"
#include "engine/torrent_file.h"
#include "storage/database.h"
#include "storage/torrent_store.h"

#include <QTemporaryDir>

#include <libtorrent/file_storage.hpp>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

namespace {

constexpr int kPiece = 16 * 1024;

/// "7444…": one digit a piece.
QString wishesOf(const lt::file_storage& files, const std::string& priorities, bool endsFirst) {
    QString digits;
    for (const lt::download_priority_t wish : pieceWishes(files, priorities, endsFirst))
        digits += QString::number(static_cast<std::uint8_t>(wish));
    return digits;
}

lt::file_storage filesOf(const QList<std::pair<const char*, std::int64_t>>& listed) {
    lt::file_storage files;
    files.set_piece_length(kPiece);
    for (const auto& [path, size] : listed)
        files.add_file(path, size);
    files.set_num_pieces(int((files.total_size() + kPiece - 1) / kPiece));
    return files;
}

bool isInList(
    const TestSession& session, const TorrentId& id, const std::function<bool(const TorrentSnapshot&)>& test) {
    return QTest::qWaitFor(
        [&] {
            const TorrentSnapshot* torrent = session.find(id);
            return torrent != nullptr && test(*torrent);
        },
        kDeadlineMs);
}

} // namespace

class ChosenOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEndsOfEachWantedFileComeFirst() {
        const auto files = filesOf({{"a/film", 6 * kPiece}, {"a/small", 100}, {"a/extra", 3 * kPiece}});
        QCOMPARE(wishesOf(files, {}, false), QStringLiteral("4444444444"));
        QCOMPARE(wishesOf(files, {}, true), QStringLiteral("7444477447"));
        // What is not wanted stays so; a piece that a wanted file shares with it does not.
        const std::string withoutExtra{4, 4, 0};
        QCOMPARE(wishesOf(files, withoutExtra, true), QStringLiteral("7444477000"));
    }

    void aHundredthOfALargeFileIsAnEnd() {
        const auto files = filesOf({{"film", 250 * std::int64_t(kPiece)}});
        const QString wishes = wishesOf(files, {}, true);
        QCOMPARE(wishes.count(u'7'), 6); // 2.5 pieces, rounded up, at each end
        QVERIFY(wishes.startsWith(QLatin1String("7774")) && wishes.endsWith(QLatin1String("4777")));
    }

    void labelsAreThereTogetherWithTheTorrentAndStay() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        const QString database = folder.filePath(QStringLiteral("essaim.db"));
        TorrentId id;
        {
            TestSession session(database);
            QVERIFY(session.start());
            AddTorrentRequest wanted = request(created.torrent, folder.filePath(QStringLiteral("in")));
            wanted.category = QStringLiteral("Films/Old");
            wanted.tags = {QStringLiteral("b"), QStringLiteral("a")};
            wanted.name = QStringLiteral("Another name");
            wanted.firstLastFirst = true;
            wanted.paused = true;
            id = session.add(wanted).id;
            const TorrentSnapshot* torrent = session.find(id); // at once
            QVERIFY(torrent != nullptr);
            QCOMPARE(torrent->category, QStringLiteral("Films/Old"));
            QCOMPARE(torrent->tags, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
            QCOMPARE(torrent->name, QStringLiteral("Another name"));
            QVERIFY(torrent->isFirstLastFirst);
            QVERIFY(session.stop());
        }
        TestSession session(database);
        QVERIFY(session.start());
        QVERIFY(isInList(session, id, [](const TorrentSnapshot& torrent) {
            return torrent.category == QLatin1String("Films/Old") && torrent.tags.size() == 2 &&
                   torrent.name == QLatin1String("Another name") && torrent.isFirstLastFirst;
        }));
        SetOptions back;
        back.firstLastFirst = false;
        session->edit({id}, back);
        QVERIFY(isInList(session, id, [](const TorrentSnapshot& torrent) { return !torrent.isFirstLastFirst; }));
    }

    void aTorrentAddedToTheTopStandsBeforeTheOthersAfterARestartToo() {
        const QTemporaryDir folder;
        const QString database = folder.filePath(QStringLiteral("essaim.db"));
        writeFile(folder.filePath(QStringLiteral("one")), bytesOf(40'000, 1));
        writeFile(folder.filePath(QStringLiteral("two")), bytesOf(40'000, 2));
        const CreatedTorrent one = make(folder.filePath(QStringLiteral("one")));
        const CreatedTorrent two = make(folder.filePath(QStringLiteral("two")));
        TorrentId first;
        TorrentId second;
        const auto isBefore = [&](const TestSession& session) {
            return QTest::qWaitFor(
                [&] {
                    const TorrentSnapshot* a = session.find(first);
                    const TorrentSnapshot* b = session.find(second);
                    return a && b && b->queuePosition == 0 && a->queuePosition == 1;
                },
                kDeadlineMs);
        };
        {
            TestSession session(database);
            QVERIFY(session.start());
            first = session.add(request(one.torrent, folder.filePath(QStringLiteral("in")))).id;
            session->edit({first}, QueueStep::Top); // from here on its place is kept
            AddTorrentRequest wanted = request(two.torrent, folder.filePath(QStringLiteral("in")));
            wanted.toTop = true;
            second = session.add(wanted).id;
            QVERIFY(isBefore(session));
            QVERIFY(session.stop());
        }
        TestSession session(database);
        QVERIFY(session.start());
        QVERIFY(isBefore(session));
    }

    void stopsWhenTheFilesAreCheckedAndGoesOnWhenAsked() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        TestSession seeder;
        TestSession leecher(folder.filePath(QStringLiteral("essaim.db")));
        QVERIFY(seeder.start() && leecher.start());
        QVERIFY(!seed(seeder, created).error);
        AddTorrentRequest wanted = request(created.torrent, folder.filePath(QStringLiteral("in")));
        wanted.peers = {seeder.peerAddress()};
        wanted.stop = StopCondition::FilesChecked;
        const TorrentId id = leecher.add(wanted).id;
        QVERIFY(leecher.waitForState(id, TorrentState::Paused));
        QCOMPARE(leecher.find(id)->wantedDone, 0);
        leecher->resume({id});
        leecher->edit({id}, AddPeers{{seeder.peerAddress()}});
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
    }

    void stopsAfterComparingWhatIsThere() {
        const QTemporaryDir folder;
        const QString content = makeContent(folder.path());
        const CreatedTorrent created = make(content);
        QFile::remove(content + QStringLiteral("/b"));
        TestSession session;
        QVERIFY(session.start());
        AddTorrentRequest wanted = request(created.torrent, folder.path());
        wanted.existingFiles = ExistingFiles::Overwrite; // without the file, those that share its pieces are unknown
        wanted.stop = StopCondition::FilesChecked;
        const TorrentId id = session.add(wanted).id;
        QVERIFY(session.waitForState(id, TorrentState::Paused));
        QVERIFY(isInList(session, id, [](const TorrentSnapshot& torrent) { return torrent.wantedDone > 0; }));
        QVERIFY(session.find(id)->progress < 1);
    }

    void aMagnetStopsWhenItsFilesAreKnown() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        TestSession seeder;
        TestSession leecher(folder.filePath(QStringLiteral("essaim.db")));
        QVERIFY(seeder.start() && leecher.start());
        const TorrentId seeded = seed(seeder, created).id;
        QVERIFY(seeder.waitForState(seeded, TorrentState::Seeding));
        AddTorrentRequest wanted;
        wanted.magnet = makeMagnet(seeder.find(seeded)->infoHash, {}, {});
        wanted.savePath = folder.filePath(QStringLiteral("in"));
        wanted.peers = {seeder.peerAddress()};
        wanted.stop = StopCondition::MetadataReceived;
        const TorrentId id = leecher.add(wanted).id;
        QVERIFY(leecher.waitForState(id, TorrentState::Paused));
        QVERIFY(leecher.find(id)->hasMetadata);
        QCOMPARE(leecher.find(id)->wantedDone, 0);
    }

    void aTorrentWhoseFilesAreKnownDoesNotStart() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        TestSession session;
        QVERIFY(session.start());
        AddTorrentRequest wanted = request(created.torrent, folder.filePath(QStringLiteral("in")));
        wanted.stop = StopCondition::MetadataReceived;
        QVERIFY(session.waitForState(session.add(wanted).id, TorrentState::Paused));
    }

    void removedTrackersComeBackWhereTheyWere() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        TestSession session;
        QVERIFY(session.start());
        const TorrentId id = seed(session, created).id;
        const QStringList urls{
            QStringLiteral("http://127.0.0.1:9/a/announce"), QStringLiteral("http://127.0.0.1:9/b/announce"),
            QStringLiteral("http://127.0.0.1:9/c/announce")};
        const QString late = QStringLiteral("http://127.0.0.1:9/late/announce");
        const QString later = QStringLiteral("http://127.0.0.1:9/later/announce");
        const QString latest = QStringLiteral("http://127.0.0.1:9/latest/announce");
        QStringList last;
        QObject::connect(session.operator->(), &Session::detailsSeen, [&last](const DetailsPointer& details) {
            if (const auto* trackers = std::get_if<TrackersDetails>(&details->part)) {
                last.clear();
                for (const TrackerDetails& tracker : trackers->trackers)
                    last.append(tracker.url);
            }
        });
        const auto are = [&last](const QStringList& wanted) {
            return QTest::qWaitFor([&] { return last == wanted; }, kDeadlineMs);
        };
        session->watchDetails(id, DetailsPart::Trackers);
        session->edit({id}, SetTrackers{{{urls[0], urls[1]}, {urls[2]}}});
        QVERIFY(are(urls));
        session->edit({id}, RemoveTrackers{{urls[1]}, 7});
        QVERIFY(are({urls[0], urls[2]}));
        session->edit({id}, AddTrackers{{late}});
        QVERIFY(are({urls[0], urls[2], late}));
        session->edit({id}, RestoreTrackers{7});
        QVERIFY(are(urls + QStringList{late}));
        session->edit({id}, RemoveTrackers{{late}});
        QVERIFY(are(urls));
        session->edit({id}, RestoreTrackers{7}); // once only
        session->edit({id}, AddTrackers{{late}});
        QVERIFY(are(urls + QStringList{late}));
        // None waits until the one before it is saved.
        session->edit({id}, RemoveTrackers{{late, urls[1]}});
        session->edit({id}, AddTrackers{{later}});
        session->addTrackers(id, {last[0], latest});
        session->edit({id}, RemoveTrackers{{urls[2]}});
        QVERIFY(are({urls[0], later, latest}));
    }

    void editsThatFollowEachOtherAtOnceAllCount() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        const QString list = folder.filePath(QStringLiteral("essaim.db"));
        TestSession session(list);
        QVERIFY(session.start());
        const TorrentId id = seed(session, created).id;
        session->edit({id}, SetOptions{.sequential = true});
        session->edit({id}, SetOptions{.uploadLimit = 5000});
        session->changeFilePriorities(id, {{1, 0}});
        session->changeFilePriorities(id, {{3, 7}, {99, 0}});
        QVERIFY(session.stop());
        const auto database = storage::openDatabase(list.toStdString(), "essaim");
        QVERIFY(database);
        const auto row = storage::TorrentStore(**database).load(id);
        QVERIFY(row && row->flags.sequential);
        QCOMPARE(row->uploadLimit, 5000);
        QCOMPARE(QByteArray::fromStdString(row->filePriorities).toHex(), QByteArray("04000407"));
    }
};

QTEST_GUILESS_MAIN(ChosenOptionsTest)
#include "chosen_options_test.moc"
