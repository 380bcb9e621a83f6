// Magnets in two stages: metadata first, and nothing on the disk before it has passed the gate.
#include "core/bencode_writer.h"
#include "engine/session_fixture.h"
#include "storage/database.h"
#include "storage/torrent_store.h"

#include <QTemporaryDir>

#include <libtorrent/load_torrent.hpp>
#include <libtorrent/session.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

namespace {

using Dictionary = BencodeValue::Dictionary;
using List = BencodeValue::List;

/// Libtorrent without our gate: hands out metadata that we would never load.
class CarelessSeeder {
public:
    explicit CarelessSeeder(const std::string& torrent) {
        lt::settings_pack pack;
        pack.set_str(lt::settings_pack::listen_interfaces, "127.0.0.1:0");
        for (const int service :
             {lt::settings_pack::enable_dht, lt::settings_pack::enable_lsd, lt::settings_pack::enable_upnp,
              lt::settings_pack::enable_natpmp})
            pack.set_bool(service, false);
        m_session = std::make_unique<lt::session>(pack);
        lt::add_torrent_params params = lt::load_torrent_buffer({torrent.data(), std::ptrdiff_t(torrent.size())});
        infoHash.v1 = Sha1Hash::fromBytes(std::string_view(params.ti->info_hashes().v1.data(), 20));
        params.save_path = m_folder.path().toStdString();
        params.flags = lt::torrent_flags::seed_mode;
        m_session->add_torrent(params);
    }
    QString address() const {
        if (!QTest::qWaitFor([this] { return m_session->listen_port() != 0; }, kDeadlineMs))
            qFatal("the seeder does not listen");
        return QStringLiteral("127.0.0.1:%1").arg(m_session->listen_port());
    }

    InfoHash infoHash;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<lt::session> m_session;
};

/// A peer that comes to us and says nothing but its handshake.
class ShakingPeer {
public:
    /// `claimsVersion2`: with the bit for it, whatever the hash is of.
    ShakingPeer(const QString& address, const InfoHash& infoHash, bool claimsVersion2) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        to.sin_port = htons(std::uint16_t(address.section(u':', 1).toInt()));
        if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
            qFatal("cannot connect");
        std::string handshake = std::string("\x13") + "BitTorrent protocol" + std::string(8, '\0');
        handshake[25] = '\x10'; // BEP 10
        handshake[27] = claimsVersion2 ? '\x10' : '\0';
        handshake.append(reinterpret_cast<const char*>(infoHash.v1->bytes.data()), infoHash.v1->bytes.size());
        handshake += "-XX0000-shakinghands";
        if (::send(m_socket, handshake.data(), handshake.size(), MSG_NOSIGNAL) != ssize_t(handshake.size()))
            qFatal("cannot send");
    }
    ~ShakingPeer() { ::close(m_socket); }
    ShakingPeer(const ShakingPeer&) = delete;
    ShakingPeer& operator=(const ShakingPeer&) = delete;

    /// Whether the other side hangs up; false as soon as it goes on with a message of its own (BEP 10).
    [[nodiscard]] bool isTurnedAway() {
        constexpr qsizetype kHandshake = 68;
        QByteArray received;
        bool isOver = false;
        const bool isDecided = QTest::qWaitFor(
            [&] {
                char bytes[4096];
                const ssize_t count = ::recv(m_socket, bytes, sizeof bytes, MSG_DONTWAIT);
                isOver = count == 0 || (count < 0 && errno != EAGAIN);
                received.append(bytes, std::max<ssize_t>(0, count));
                return isOver || received.size() > kHandshake;
            },
            kDeadlineMs);
        return isDecided && isOver;
    }

private:
    int m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
};

std::string torrentOf(Dictionary info) {
    return BencodeValue(Dictionary{{"info", std::move(info)}}).encode();
}

Dictionary files(List list) {
    return {
        {"name", "Folder"},
        {"piece length", BencodeValue(16'384)},
        {"pieces", std::string(20, 'h')},
        {"files", std::move(list)}};
}

Dictionary file(int length, List path) {
    return {{"length", BencodeValue(length)}, {"path", std::move(path)}};
}

} // namespace

class MagnetTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    AddTorrentRequest linkTo(const InfoHash& infoHash) const {
        AddTorrentRequest request;
        request.magnet = makeMagnet(infoHash, QStringLiteral("Link"), {});
        request.savePath = path("leech");
        return request;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void downloadsWhateverHashesTheLinkNames_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("namesV1");
        QTest::addColumn<bool>("namesV2");
        QTest::newRow("v1") << int(TorrentFormat::V1) << true << false;
        QTest::newRow("v2") << int(TorrentFormat::V2) << false << true;
        QTest::newRow("hybrid by both") << int(TorrentFormat::Hybrid) << true << true;
        QTest::newRow("hybrid by v1") << int(TorrentFormat::Hybrid) << true << false;
        QTest::newRow("hybrid by v2") << int(TorrentFormat::Hybrid) << false << true;
    }
    void downloadsWhateverHashesTheLinkNames() {
        QFETCH(int, format);
        QFETCH(bool, namesV1);
        QFETCH(bool, namesV2);
        const QString database = path("profile/essaim.db");
        const CreatedTorrent created = make(makeContent(path("seed")), TorrentFormat(format));
        InfoHash named = created.infoHash;
        if (!namesV1)
            named.v1.reset();
        if (!namesV2)
            named.v2.reset();
        TestSession seeder;
        QVERIFY(seeder.start());
        QVERIFY(!seed(seeder, created).error);
        const TorrentId id = named.id();
        {
            TestSession leecher(database);
            QVERIFY(leecher.start());
            AddTorrentRequest request = linkTo(named);
            request.sequential = true;
            request.extraTrackers = {QStringLiteral("http://127.0.0.1:9/announce")};
            QCOMPARE(leecher.add(request).id, id);
            leecher->connectPeer(id, seeder.peerAddress());
            QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
            QCOMPARE(treeOf(path("leech")), treeOf(path("seed")));
            QCOMPARE(leecher.find(id)->infoHash, created.infoHash);
            QCOMPARE(leecher.find(id)->name, created.name);
            QVERIFY(leecher.find(id)->isSequential);
            leecher->requestDetails(id);
            QTRY_VERIFY(leecher.details);
            QCOMPARE(leecher.details->description.trackers.value(0), request.extraTrackers);
            QVERIFY(leecher.stop());
        }
        TestSession again(database);
        QVERIFY(again.start());
        QVERIFY(again.waitForState(id, TorrentState::Seeding));
        QCOMPARE(again.snapshots.size(), std::size_t(1));
        QCOMPARE(QDir(path("leech")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void downloadsOnlyTheFilesThatTheLinkNames() {
        const CreatedTorrent created = make(makeContent(path("seed")), TorrentFormat::V1);
        TestSession seeder;
        QVERIFY(seeder.start());
        QVERIFY(!seed(seeder, created).error);
        const QString database = path("profile/essaim.db");
        const TorrentId id = created.infoHash.id();
        const auto priorities = [&id](TestSession& session) {
            session.details.reset();
            session->requestDetails(id);
            const bool isTold = QTest::qWaitFor([&session] { return session.details.has_value(); });
            return isTold ? session.details->filePriorities : QList<int>();
        };
        {
            TestSession leecher(database);
            QVERIFY(leecher.start());
            AddTorrentRequest request = linkTo(created.infoHash);
            request.magnet += QStringLiteral("&so=1");
            QCOMPARE(leecher.add(request).id, id);
            leecher->connectPeer(id, seeder.peerAddress());
            QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
            QCOMPARE(priorities(leecher).mid(0, 2), (QList<int>{0, 4}));
            QVERIFY(leecher.stop());
        }
        TestSession again(database);
        QVERIFY(again.start());
        QVERIFY(again.waitForState(id, TorrentState::Seeding));
        QCOMPARE(priorities(again).mid(0, 2), (QList<int>{0, 4}));
    }

    void liesAsItWasChosenOnceTheFilesAreKnown() {
        const CreatedTorrent created = make(makeContent(path("seed")), TorrentFormat::V1);
        const auto content = [](QMap<QString, QByteArray> tree) { // without the folder at the top
            QMap<QString, QByteArray> files;
            for (auto each = tree.begin(); each != tree.end(); ++each)
                files.insert(each.key().section(u'/', 1), each.value());
            return files;
        };
        const QString database = path("profile/essaim.db");
        const TorrentId id = created.infoHash.id();
        TestSession seeder;
        QVERIFY(seeder.start());
        QVERIFY(!seed(seeder, created).error);
        {
            TestSession leecher(database);
            QVERIFY(leecher.start());
            AddTorrentRequest request = linkTo(created.infoHash);
            request.layout = ContentLayout::NoFolder;
            QCOMPARE(leecher.add(request).id, id);
            QVERIFY(leecher.stop());
        }
        TestSession again(database); // what was chosen is remembered until then
        QVERIFY(again.start());
        QTRY_VERIFY_WITH_TIMEOUT(again.find(id) != nullptr, kDeadlineMs);
        again->connectPeer(id, seeder.peerAddress());
        QVERIFY(again.waitForState(id, TorrentState::Seeding));
        QCOMPARE(treeOf(path("leech")), content(treeOf(path("seed"))));
    }

    void keepsRefusedMetadataOffTheDiskAndSaysWhy_data() {
        QTest::addColumn<QByteArray>("torrent");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, Dictionary info, Fault fault) {
            QTest::newRow(name) << QByteArray::fromStdString(torrentOf(std::move(info))) << int(fault);
        };
        row("newline in a name", files({file(1'000, {"a\nb"})}), Fault::ControlCharacter);
        row("backslash", files({file(1'000, {"..\\..\\a"})}), Fault::PathSeparator);
        row("up and away", files({file(1'000, {"..", "..", "a"})}), Fault::LeavesFolder);
        row("one path twice", files({file(500, {"a"}), file(500, {"a"})}), Fault::ListedTwice);
        Dictionary link = file(0, {"l"});
        link["attr"] = "l";
        link["symlink path"] = List{"a"};
        row("symbolic link", files({file(1'000, {"a"}), std::move(link)}), Fault::SymbolicLink);
        row("empty files first", files({file(0, {"empty"}), file(1'000, {"a\x01"})}), Fault::ControlCharacter);
    }
    void keepsRefusedMetadataOffTheDiskAndSaysWhy() {
        QFETCH(QByteArray, torrent);
        QFETCH(int, fault);
        const QString database = path("profile/essaim.db");
        const CarelessSeeder seeder(torrent.toStdString());
        const TorrentId id = seeder.infoHash.id();
        for (int start = 0; start < 2; ++start) { // it is refused again after a restart
            TestSession leecher(database);
            QVERIFY(leecher.start());
            if (start == 0)
                QCOMPARE(leecher.add(linkTo(seeder.infoHash)).id, id);
            leecher->connectPeer(id, seeder.address());
            QVERIFY(leecher.waitForState(id, TorrentState::Error));
            const Error error = *leecher.find(id)->error;
            QCOMPARE(error.operation, Operation::FetchMetadata);
            QVERIFY(error.refusal);
            QCOMPARE(int(error.refusal->fault), fault);
            QVERIFY(treeOf(path("leech")).isEmpty());
            leecher->resume({id}); // asks in vain, and does no harm
            leecher->recheck({id});
            if (start == 1) {
                leecher->remove({id}, FilesFate::Delete);
                QTRY_COMPARE(leecher.removedCount, 1);
            }
            QVERIFY(leecher.stop());
        }
        QVERIFY(treeOf(path("leech")).isEmpty());
    }

    void makesOneTorrentOfTwoLinksToTheHashesOfAHybrid() {
        const QString database = path("profile/essaim.db");
        const CreatedTorrent created = make(makeContent(path("seed")), TorrentFormat::Hybrid);
        const InfoHash first{created.infoHash.v1, std::nullopt};
        const InfoHash second{std::nullopt, created.infoHash.v2};
        const auto isRefused = [](const TestSession& session, const TorrentId& id) {
            const TorrentSnapshot* torrent = session.find(id);
            return torrent->error && torrent->error->kind == ErrorKind::AlreadyExists;
        };
        {
            TestSession seeder;
            TestSession leecher(database);
            QVERIFY(seeder.start());
            QVERIFY(leecher.start());
            QVERIFY(!seed(seeder, created).error);
            QVERIFY(!leecher.add(linkTo(second)).error);
            QVERIFY(!leecher.add(linkTo(first)).error);
            leecher->connectPeer(first.id(), seeder.peerAddress());
            QVERIFY(leecher.waitForState(first.id(), TorrentState::Seeding));
            QVERIFY(leecher.waitForState(second.id(), TorrentState::Error));
            QVERIFY(isRefused(leecher, second.id()));
            QCOMPARE(treeOf(path("leech")), treeOf(path("seed")));
            QVERIFY(leecher.stop());
        }
        TestSession again(database);
        QVERIFY(again.start());
        QVERIFY(again.waitForState(first.id(), TorrentState::Seeding));
        QVERIFY(again.waitForState(second.id(), TorrentState::Error));
        QVERIFY(isRefused(again, second.id()));
        again->remove({second.id()}, FilesFate::Delete);
        QTRY_COMPARE_WITH_TIMEOUT(again.removedCount, 1, kDeadlineMs);
        AddTorrentRequest link = linkTo(second);
        QCOMPARE(again.add(link).error->kind, ErrorKind::AlreadyExists); // the hash belongs to the other one now
        QCOMPARE(treeOf(path("leech")), treeOf(path("seed")));
    }

    void goesOnAfterARestartBetweenTheStages() {
        const QString database = path("profile/essaim.db");
        const CreatedTorrent created = make(makeContent(path("seed")));
        const TorrentId id = created.infoHash.id();
        {
            TestSession leecher(database);
            QVERIFY(leecher.start());
            QVERIFY(!leecher.add(linkTo(created.infoHash)).error);
            QVERIFY(leecher.waitForState(id, TorrentState::FetchingMetadata));
            QVERIFY(leecher.stop());
        }
        { // what a power cut right after the metadata was saved leaves behind
            const auto store = storage::openDatabase(database.toStdString(), "essaim");
            QVERIFY(store);
            storage::TorrentStore(**store).setMetadata(
                id, created.infoHash, created.name.toStdString(), created.torrent.toStdString());
        }
        TestSession seeder;
        TestSession leecher(database);
        QVERIFY(seeder.start());
        QVERIFY(leecher.start());
        QVERIFY(!seed(seeder, created).error);
        QVERIFY(leecher.waitForState(id, TorrentState::Stalled));
        leecher->connectPeer(id, seeder.peerAddress());
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
        QCOMPARE(treeOf(path("leech")), treeOf(path("seed")));
    }

    /// Libtorrent before 2.0.14 believes it and ends the process once it has the metadata.
    void turnsAwayWhoClaimsAVersionThatTheLinkDoesNotName() {
        const CreatedTorrent old = make(makeContent(path("old")), TorrentFormat::V1);
        const CreatedTorrent both = make(makeContent(path("both")), TorrentFormat::Hybrid);
        TestSession leecher;
        QVERIFY(leecher.start());
        for (const CreatedTorrent& created : {old, both}) {
            QVERIFY(!leecher.add(linkTo(created.infoHash)).error);
            QVERIFY(leecher.waitForState(created.infoHash.id(), TorrentState::FetchingMetadata));
        }
        const QString address = leecher.peerAddress();
        QVERIFY(!ShakingPeer(address, old.infoHash, false).isTurnedAway());
        QVERIFY(ShakingPeer(address, old.infoHash, true).isTurnedAway());
        QVERIFY(!ShakingPeer(address, both.infoHash, true).isTurnedAway());
    }

    void isRemovedAtAnyMomentWithoutATrace() {
        const QString database = path("profile/essaim.db");
        const CreatedTorrent created = make(makeContent(path("seed")));
        const TorrentId id = created.infoHash.id();
        TestSession seeder;
        QVERIFY(seeder.start());
        QVERIFY(!seed(seeder, created).error);
        const QString address = seeder.peerAddress();
        TestSession leecher(database);
        QVERIFY(leecher.start());
        for (int round = 0; round < 12; ++round) {
            QVERIFY(!leecher.add(linkTo(created.infoHash)).error);
            leecher->connectPeer(id, address);
            for (int turn = 0; turn < round; ++turn) // each time a little later
                QVERIFY(QTest::qWaitFor([n = 0]() mutable { return ++n > 1; }, kDeadlineMs));
            leecher->remove({id}, FilesFate::Delete);
            QTRY_COMPARE(leecher.removedCount, round + 1);
        }
        QVERIFY(leecher.stop());
        const auto store = storage::openDatabase(database.toStdString(), "essaim");
        QVERIFY(store);
        QCOMPARE(storage::TorrentStore(**store).loadAll().size(), std::size_t(0));
        QTRY_VERIFY(treeOf(path("leech")).isEmpty());
        QVERIFY(leecher.problems.isEmpty());
    }

    void staysPausedIfItWasPausedOnTheWay() {
        const CreatedTorrent created = make(makeContent(path("seed")));
        TestSession seeder;
        TestSession leecher;
        QVERIFY(seeder.start());
        QVERIFY(leecher.start());
        QVERIFY(!seed(seeder, created).error);
        const TorrentId id = leecher.add(linkTo(created.infoHash)).id;
        leecher->connectPeer(id, seeder.peerAddress());
        QTRY_VERIFY_WITH_TIMEOUT(leecher.find(id) && leecher.find(id)->hasMetadata, kDeadlineMs);
        leecher->pause({id});
        QTRY_VERIFY_WITH_TIMEOUT(
            leecher.find(id)->state == TorrentState::Paused || leecher.find(id)->state == TorrentState::Complete,
            kDeadlineMs);
        leecher->resume({id});
        leecher->connectPeer(id, seeder.peerAddress());
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
    }
};

QTEST_GUILESS_MAIN(MagnetTest)
#include "magnet_test.moc"
