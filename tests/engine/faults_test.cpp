// What goes wrong in the world gives a sentence and loses nothing.
#include "engine/session_fixture.h"
#include "storage/database.h"

#include <QTemporaryDir>

#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

/// Another program that listens on 127.0.0.1.
struct ListeningSocket {
    ListeningSocket() {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        if (::bind(handle, generic, size) != 0 || ::listen(handle, 1) != 0 ||
            ::getsockname(handle, generic, &size) != 0)
            qFatal("cannot listen");
        port = ntohs(address.sin_port);
    }
    ~ListeningSocket() { ::close(handle); }
    int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    int port = 0;
};

class FaultsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void refusesATruncatedTorrentAndListsNothing() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession session;
        QVERIFY(session.start());
        const auto outcome = session.add(request(created.torrent.left(created.torrent.size() / 2), path("dl")));
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::InvalidData);
        QCOMPARE(outcome.error->operation, Operation::OpenTorrent);
        QVERIFY(session.snapshots.empty());
        QVERIFY(!QFileInfo::exists(path("dl")));
    }

    void refusesASaveFolderThatCannotBeMade() {
        const CreatedTorrent created = make(makeContent(path("content")));
        writeFile(path("file"), "a file, not a folder");
        TestSession session(path("profile/essaim.db"));
        QVERIFY(session.start());
        const auto outcome = session.add(request(created.torrent, path("file/below")));
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->operation, Operation::CreateDirectory);
        QCOMPARE(QString::fromStdString(outcome.error->subject), path("file/below"));
        const auto relative = session.add(request(created.torrent, QStringLiteral("not/absolute")));
        QVERIFY(relative.error);
        QVERIFY(session.snapshots.empty());
        QVERIFY(session.stop());
        TestSession again(path("profile/essaim.db"));
        QVERIFY(again.start());
        QVERIFY(!QTest::qWaitFor([&] { return !again.snapshots.empty(); }, 100));
    }

    void refusesASaveFolderThatCannotBeWritten() {
        // Root may write anywhere, but not to the kernel's own file system.
        const QString forbidden = ::getuid() == 0 ? QStringLiteral("/proc/self") : path("locked");
        if (::getuid() != 0) {
            QDir().mkpath(forbidden);
            ::chmod(qPrintable(forbidden), 0500);
        }
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession session;
        QVERIFY(session.start());
        const auto outcome = session.add(request(created.torrent, forbidden));
        QVERIFY(outcome.error);
        QVERIFY(
            outcome.error->operation == Operation::WriteFile || outcome.error->operation == Operation::CreateDirectory);
        if (::getuid() != 0)
            QCOMPARE(outcome.error->kind, ErrorKind::PermissionDenied);
        QVERIFY(session.snapshots.empty());
    }

    void saysThatThePortIsTaken() {
        const ListeningSocket other;
        SessionSettings settings;
        settings.listenPort = other.port;
        TestSession session({}, settings);
        QVERIFY(session.start());
        QTRY_COMPARE(session.problems.size(), 1);
        QCOMPARE(session.problems[0].kind, ErrorKind::AddressInUse);
        QCOMPARE(session.problems[0].operation, Operation::ListenPeers);
        QVERIFY(QString::fromStdString(session.problems[0].subject).contains(QString::number(other.port)));

        // Another port is the user's choice, and works without a restart.
        settings.offline = true;
        settings.listenPort = 0;
        session->applySettings(settings);
        QTRY_VERIFY(session.totals.listenPort != 0);
        QVERIFY(session.totals.listenPort != other.port);
        QCOMPARE(session.problems.size(), 1);
    }

    void tellsThatAnotherSessionHasTheStore() {
        TestSession first(path("profile/essaim.db"));
        QVERIFY(first.start());
        TestSession second(path("profile/essaim.db"));
        QVERIFY(!second.start());
        QVERIFY(second.startError);
        QCOMPARE(second.startError->kind, ErrorKind::Busy);
        QVERIFY(second.stop());
    }

    void stopsInTimeThoughTheStoreHangs() {
        const QString store = path("essaim.db");
        writeFile(store, {});
        // Whoever opens a file on which somebody holds a lease waits until it is given back, as on a disk that hangs.
        const int holder = ::open(qPrintable(store), O_RDWR | O_CLOEXEC);
        std::signal(SIGIO, SIG_IGN); // how the holder is asked to give it back
        if (::fcntl(holder, F_SETLEASE, F_WRLCK) != 0) {
            ::close(holder);
            QSKIP("this file system knows no leases");
        }
        TestSession session(store);
        session->start();
        const bool isStopped = session.stop();
        const bool isHanging = !session.isStarted && !session.startError;
        ::close(holder); // and the lease with it
        QVERIFY(isHanging);
        QVERIFY(isStopped);
    }

    void waitsAtAFullDiskAndGoesOnByItselfWhenThereIsRoom() {
        const QString small = path("small");
        QDir().mkpath(small);
        if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("tmpfs", qPrintable(small), "tmpfs", 0, "size=3m") != 0)
            QSKIP("mounting a small file system is not permitted here");
        writeFile(small + QStringLiteral("/ballast"), QByteArray(1'500'000, 'x'));
        const CreatedTorrent created = make(makeContent(path("seed"), 2'000'000));
        TestSession seeder;
        TestSession leecher;
        QVERIFY(seeder.start());
        QVERIFY(leecher.start());
        QVERIFY(!seed(seeder, created).error);
        const auto id = leecher.add(request(created.torrent, small)).id;
        leecher->connectPeer(id, seeder.peerAddress());
        QVERIFY(leecher.waitForState(id, TorrentState::WaitingForDisk));
        QCOMPARE(leecher.find(id)->hold->volume, QStringLiteral("small"));
        QVERIFY(!leecher.find(id)->error);

        QVERIFY(QFile::remove(small + QStringLiteral("/ballast")));
        QTRY_VERIFY(leecher.find(id)->state != TorrentState::WaitingForDisk);
        TestSession another; // libtorrent lets a peer that it knows wait a while
        QVERIFY(another.start());
        QVERIFY(!seed(another, created).error);
        leecher->connectPeer(id, another.peerAddress());
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
        QCOMPARE(treeOf(small + QStringLiteral("/Été à Zürich")), treeOf(path("seed/Été à Zürich")));
        QVERIFY(leecher.stop());
        ::umount2(qPrintable(small), MNT_DETACH);
    }

    void waitsForFilesThatAreGone() {
        const QString database = path("profile/essaim.db");
        const CreatedTorrent created = make(makeContent(path("content")));
        const auto id = created.infoHash.id();
        {
            TestSession session(database);
            QVERIFY(session.start());
            QVERIFY(!session.add(request(created.torrent, path("content"))).error);
            QVERIFY(session.waitForState(id, TorrentState::Seeding));
            QVERIFY(session.stop());
        }
        QVERIFY(QDir().rename(path("content"), path("unplugged")));
        {
            TestSession session(database);
            QVERIFY(session.start());
            QVERIFY(session.waitForState(id, TorrentState::MissingFiles));
            QVERIFY(session.stop());
        }
        QDir(path("content")).removeRecursively();
        QVERIFY(QDir().rename(path("unplugged"), path("content")));
        TestSession session(database);
        QVERIFY(session.start());
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
    }

    void mendsATorrentWhoseRowIsDamaged() {
        const QString database = path("profile/essaim.db");
        const CreatedTorrent created = make(makeContent(path("content")));
        {
            TestSession session(database);
            QVERIFY(session.start());
            QVERIFY(!seed(session, created).error);
            QVERIFY(session.stop());
        }
        {
            auto store = storage::openDatabase(database.toStdString(), "essaim");
            QVERIFY(store);
            (*store)->exec("UPDATE metadata SET torrent = x'00'");
        }
        TestSession session(database);
        QVERIFY(session.start());
        QVERIFY(session.waitForState(created.infoHash.id(), TorrentState::Seeding));
        QCOMPARE(session.find(created.infoHash.id())->name, created.name);
        session->remove({created.infoHash.id()}, FilesFate::Keep);
        QTRY_COMPARE(session.removedCount, 1);
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
