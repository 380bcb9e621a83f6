// What the details of one torrent tell, and what can be changed there.
#include "engine/details/chosen_addresses.h"
#include "engine/details/detail_readers.h"
#include "engine/session_fixture.h"

#include <QTcpServer>
#include <QTemporaryDir>

#include <libtorrent/file_storage.hpp>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

namespace {

/// What a session said last about the torrent that is watched.
struct Watch {
    explicit Watch(TestSession& session) {
        QObject::connect(session.operator->(), &Session::detailsSeen, [this](const DetailsPointer& details) {
            last = details;
            ++count;
        });
    }
    template <typename Part>
    [[nodiscard]] const Part* part() const {
        return last ? std::get_if<Part>(&last->part) : nullptr;
    }
    template <typename Part, typename Condition>
    [[nodiscard]] bool waitFor(Condition condition) const {
        return QTest::qWaitFor([&] { return part<Part>() != nullptr && condition(*part<Part>()); }, kDeadlineMs);
    }
    DetailsPointer last;
    int count = 0;
};

QStringList pathsOf(const ContentDetails& content) {
    QStringList paths;
    if (content.files) {
        for (const ContentFile& file : *content.files)
            paths.append(file.path);
    }
    return paths;
}

QStringList urlsOf(const TrackersDetails& details) {
    QStringList urls;
    for (const TrackerDetails& tracker : details.trackers)
        urls.append(QStringLiteral("%1 %2").arg(tracker.tier).arg(tracker.url));
    return urls;
}

int indexOf(const ContentDetails& content, const QString& end) {
    const QStringList paths = pathsOf(content);
    for (int i = 0; i < paths.size(); ++i) {
        if (paths[i].endsWith(end))
            return i;
    }
    return -1;
}

const QString kNowhere = QStringLiteral("http://127.0.0.1:9/announce");

} // namespace

class DetailsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAPeerFromBothSides() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        TestSession seeder;
        TestSession leecher;
        QVERIFY(seeder.start() && leecher.start());
        QVERIFY(!seed(seeder, created).error);
        AddTorrentRequest wanted = request(created.torrent, folder.filePath(QStringLiteral("in")));
        wanted.peers = {seeder.peerAddress()};
        const TorrentId id = leecher.add(wanted).id;

        Watch watch(seeder);
        seeder->watchDetails(id, DetailsPart::Peers);
        QVERIFY(watch.waitFor<PeersDetails>([](const PeersDetails& details) {
            return !details.peers.isEmpty() && details.peers[0].uploaded >= 900'000;
        }));
        const PeerDetails& peer = watch.part<PeersDetails>()->peers[0];
        QCOMPARE(peer.address, QStringLiteral("127.0.0.1"));
        QVERIFY(peer.flags.testFlag(PeerFlag::Incoming));
        QVERIFY(peer.client.contains(QStringLiteral("Essaim")));
        QVERIFY(peer.peerId.startsWith(QStringLiteral("-EM")));
        QCOMPARE(watch.last->id, id);
    }

    void isSilentUntilAskedAndAfterwards() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        TestSession session;
        QVERIFY(session.start());
        Watch watch(session);
        const TorrentId id = seed(session, created).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QCOMPARE(watch.count, 0);
        session->watchDetails(id, DetailsPart::Pieces);
        QVERIFY(watch.waitFor<PiecesDetails>([](const PiecesDetails& details) {
            return !details.states.isEmpty() && !details.states.contains(char(PiecesDetails::Missing));
        }));
        session->watchDetails(std::nullopt);
        session->edit({id}, SetTrackers{{{kNowhere}}}); // would be told at once
        const int count = watch.count;
        QVERIFY(session.stop());
        QCOMPARE(watch.count, count);
    }

    void keepsEditedTrackersAndWebSeedsOverARestart() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        const QString database = folder.filePath(QStringLiteral("essaim.db"));
        const QString other = QStringLiteral("udp://127.0.0.1:9/announce");
        const QString third = QStringLiteral("http://127.0.0.1:9/third/announce");
        const QString source = QStringLiteral("http://127.0.0.1:9/files/");
        TorrentId id;
        {
            TestSession session(database);
            QVERIFY(session.start());
            id = seed(session, created).id;
            Watch watch(session);
            session->watchDetails(id, DetailsPart::Trackers);
            session->edit({id}, SetTrackers{{{kNowhere, QStringLiteral("gopher://x/")}, {}, {other}}});
            session->edit({id}, SetWebSeeds{{source, QStringLiteral("nonsense")}});
            QVERIFY(watch.waitFor<TrackersDetails>([](const auto& said) { return said.trackers.size() == 2; }));
            session->edit({id}, AddTrackers{{third, other}});
            QVERIFY(watch.waitFor<TrackersDetails>([](const auto& said) { return said.trackers.size() == 3; }));
            session->edit({id}, RemoveTrackers{{kNowhere}});
            QVERIFY(watch.waitFor<TrackersDetails>([](const auto& said) { return said.trackers.size() == 2; }));
            QCOMPARE(urlsOf(*watch.part<TrackersDetails>()), QStringList({"0 " + other, "1 " + third}));
            QVERIFY(session.stop());
        }
        TestSession session(database);
        QVERIFY(session.start());
        Watch watch(session);
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        session->watchDetails(id, DetailsPart::Trackers);
        QVERIFY(watch.waitFor<TrackersDetails>([](const auto& said) { return said.trackers.size() == 2; }));
        QCOMPARE(urlsOf(*watch.part<TrackersDetails>()), QStringList({"0 " + other, "1 " + third}));
        session->watchDetails(id, DetailsPart::WebSeeds);
        QVERIFY(watch.waitFor<WebSeedsDetails>(
            [&](const auto& said) { return said.seeds.size() == 1 && said.seeds[0].url == source; }));
        session->edit({id}, SetTrackers{});
        session->watchDetails(id, DetailsPart::Trackers);
        QVERIFY(watch.waitFor<TrackersDetails>([](const auto& said) { return said.trackers.isEmpty(); }));
    }

    void namesTheHostsOfAllTrackersOfATorrentThatAsksNone() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        const QString database = folder.filePath(QStringLiteral("essaim.db"));
        const QStringList hosts{QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.3")};
        const auto at = [&hosts](int host, const char* key) {
            return QStringLiteral("http://%1:9/%2/announce").arg(hosts[host], QString::fromLatin1(key));
        };
        TorrentId id;
        {
            TestSession session(database);
            QVERIFY(session.start());
            id = seed(session, created).id;
            session->pause({id});
            QVERIFY(session.waitForState(id, TorrentState::Complete));
            session->edit({id}, SetTrackers{{{at(0, "one"), at(1, "two")}, {at(0, "three")}}});
            QTRY_COMPARE_WITH_TIMEOUT(session.find(id)->trackerHosts, hosts.mid(0, 2), kDeadlineMs);
            session->addTrackers(id, {at(2, "four"), at(1, "five")});
            QTRY_COMPARE_WITH_TIMEOUT(session.find(id)->trackerHosts, hosts, kDeadlineMs);
            QVERIFY(session.stop());
        }
        TestSession session(database);
        QVERIFY(session.start());
        QTRY_VERIFY_WITH_TIMEOUT(session.find(id) != nullptr, kDeadlineMs);
        QCOMPARE(session.find(id)->trackerHosts, hosts);
        session->edit({id}, RemoveTrackers{{at(0, "one"), at(0, "three")}});
        QTRY_COMPARE_WITH_TIMEOUT(session.find(id)->trackerHosts, hosts.mid(1), kDeadlineMs);
        session->edit({id}, RemoveTrackers{{hosts[1]}}); // whatever the addresses there
        QTRY_COMPARE_WITH_TIMEOUT(session.find(id)->trackerHosts, hosts.mid(2), kDeadlineMs);
    }

    void renamesAFileOnTheDiskAndRemembersIt() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        const QString database = folder.filePath(QStringLiteral("essaim.db"));
        const QString renamed = QStringLiteral("Été à Zürich/other/new name.bin");
        TorrentId id;
        {
            TestSession session(database);
            QVERIFY(session.start());
            id = seed(session, created).id;
            Watch watch(session);
            session->watchDetails(id, DetailsPart::Content);
            QVERIFY(watch.waitFor<ContentDetails>([](const auto& said) { return said.files != nullptr; }));
            const int number = indexOf(*watch.part<ContentDetails>(), QStringLiteral("一.jpg"));
            QVERIFY(number >= 0);
            session->edit({id}, RenameFiles{{{number, renamed}}});
            QVERIFY(watch.waitFor<ContentDetails>([&](const auto& said) { return pathsOf(said).contains(renamed); }));
            QVERIFY(QFile::exists(created.savePath + '/' + renamed));
            const QString old = created.savePath + QStringLiteral("/Été à Zürich/über/写真");
            QVERIFY(QTest::qWaitFor([&] { return !QDir(old).exists(); }, kDeadlineMs));
            QVERIFY(session.stop());
        }
        TestSession session(database);
        QVERIFY(session.start());
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        Watch watch(session);
        session->watchDetails(id, DetailsPart::Content);
        QVERIFY(watch.waitFor<ContentDetails>([&](const auto& said) { return pathsOf(said).contains(renamed); }));
        const ContentDetails& content = *watch.part<ContentDetails>();
        const int number = indexOf(content, QStringLiteral("new name.bin"));
        QCOMPARE(content.done[number], qint64(16'384));
    }

    void replacesNothingByRenaming_data() {
        QTest::addColumn<QString>("path");
        QTest::newRow("a file of nobody") << QStringLiteral("Été à Zürich/foreign");
        QTest::newRow("a file of the torrent") << QStringLiteral("Été à Zürich/b");
        QTest::newRow("a file where a folder is needed") << QStringLiteral("Été à Zürich/b/x");
        QTest::newRow("out of the folder") << QStringLiteral("../outside");
        QTest::newRow("no name") << QString();
    }
    void replacesNothingByRenaming() {
        QFETCH(QString, path);
        const QTemporaryDir folder;
        const QString root = makeContent(folder.path());
        const CreatedTorrent created = make(root);
        writeFile(root + QStringLiteral("/foreign"), "mine");
        const auto before = treeOf(folder.path());
        TestSession session;
        QVERIFY(session.start());
        const TorrentId id = seed(session, created).id;
        Watch watch(session);
        session->watchDetails(id, DetailsPart::Content);
        QVERIFY(watch.waitFor<ContentDetails>([](const auto& said) { return said.files != nullptr; }));
        const int number = indexOf(*watch.part<ContentDetails>(), QStringLiteral("Datei.bin"));
        session->edit({id}, RenameFiles{{{number, path}}});
        QVERIFY(QTest::qWaitFor([&] { return !session.problems.isEmpty(); }, kDeadlineMs));
        QCOMPARE(session.problems[0].operation, Operation::RenameFile);
        QVERIFY(session.stop());
        QCOMPARE(treeOf(folder.path()), before);
    }

    void saysThatATrackerDoesNotAnswer() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        QTcpServer refuses; // takes the port, and hangs up
        QVERIFY(refuses.listen(QHostAddress::LocalHost));
        connect(&refuses, &QTcpServer::newConnection, [&refuses] { refuses.nextPendingConnection()->abort(); });
        TestSession session;
        QVERIFY(session.start());
        AddTorrentRequest wanted = request(created.torrent, folder.filePath(QStringLiteral("in")));
        const QString url = QStringLiteral("http://127.0.0.1:%1/secret/announce").arg(refuses.serverPort());
        wanted.extraTrackers = {url};
        const TorrentId id = session.add(wanted).id;
        Watch watch(session);
        session->watchDetails(id, DetailsPart::Trackers);
        QVERIFY(watch.waitFor<TrackersDetails>([](const TrackersDetails& said) {
            return said.trackers.size() == 1 && said.trackers[0].state == SourceState::Failing;
        }));
        QVERIFY(!watch.part<TrackersDetails>()->trackers[0].message.isEmpty());
        QCOMPARE(watch.last->facts.trackersFailing, 1);
        QCOMPARE(watch.last->facts.failingHost, QStringLiteral("127.0.0.1"));
        QVERIFY(!watch.last->facts.failure.contains(QStringLiteral("secret")));
    }

    void keepsTheOrderOfTheQueueOverARestart() {
        const QTemporaryDir folder;
        const QString database = folder.filePath(QStringLiteral("essaim.db"));
        QList<TorrentId> ids;
        const auto order = [&ids](const TestSession& session) {
            QList<int> positions;
            for (const TorrentId& id : ids)
                positions.append(session.find(id) != nullptr ? session.find(id)->queuePosition : -1);
            return positions;
        };
        const QList<int> wanted{1, 2, 0};
        {
            TestSession session(database);
            QVERIFY(session.start());
            for (quint32 i = 0; i < 3; ++i) {
                const QString path = folder.filePath(QStringLiteral("made/file%1").arg(i));
                writeFile(path, bytesOf(20'000, i));
                ids.append(session.add(request(make(path).torrent, folder.filePath(QStringLiteral("in")))).id);
            }
            QVERIFY(QTest::qWaitFor([&] { return order(session) == QList<int>({0, 1, 2}); }, kDeadlineMs));
            session->edit({ids[2]}, QueueStep::Top);
            QVERIFY(QTest::qWaitFor([&] { return order(session) == wanted; }, kDeadlineMs));
            QVERIFY(session.stop());
        }
        TestSession session(database);
        QVERIFY(session.start());
        QVERIFY(QTest::qWaitFor([&] { return order(session) == wanted; }, kDeadlineMs));
    }

    void countsCopiesOfFiles() {
        lt::file_storage files;
        files.set_piece_length(16'384);
        files.add_file("t/a", 32'768);
        files.add_file("t/b", 16'384);
        files.add_file("t/empty", 0);
        files.set_num_pieces(3);
        QCOMPARE(fileAvailability(files, {1, 2, 0}), QList<double>({1.5, 0, 0}));
        QCOMPARE(fileAvailability(files, {}), QList<double>());
    }

    void readsAListOfTrackersThatIsDamaged() {
        QCOMPARE(decodeTrackers("-").size(), std::size_t(0));
        const auto trackers = decodeTrackers("0 udp://a.example:1\n\n999 udp://b.example:1\nudp://c.example:1\n2 x\n7 "
                                             "http://d.example/announce");
        QCOMPARE(trackers.size(), std::size_t(2));
        QCOMPARE(int(trackers[1].tier), 7);
    }
};

QTEST_GUILESS_MAIN(DetailsTest)
#include "details_test.moc"
