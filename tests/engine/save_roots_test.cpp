// Torrents wait for their drive: nothing is written in its place, and nothing is checked when it is back.
#include "engine/mover_fixture.h"
#include "engine/stray_files.h"

#include <sched.h>
#include <sys/mount.h>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class SaveRootsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QString database() const { return path("profile/essaim.db"); }

    struct DriveSession : TestSession {
        explicit DriveSession(const QString& file)
            : TestSession(file) {
            QObject::connect(operator->(), &Session::drivesChanged, [this](const auto& now) { drives = now; });
            QObject::connect(operator->(), &Session::torrentsChanged, [this](const QList<TorrentSnapshot>& changed) {
                for (const TorrentSnapshot& torrent : changed)
                    wasChecked |=
                        torrent.state == TorrentState::Checking && torrent.progress > 0 && torrent.progress < 1;
            });
        }
        /// What is shown is as it was before the drive went, until libtorrent has opened the files again.
        [[nodiscard]] bool waitForWhole(const TorrentId& id) {
            return QTest::qWaitFor(
                [&] {
                    details.reset();
                    operator->()->requestDetails(id);
                    static_cast<void>(QTest::qWaitFor([&] { return details.has_value(); }, 500));
                    qint64 present = 0;
                    for (const qint64 bytes : details ? details->fileProgress : QList<qint64>())
                        present += bytes;
                    const auto* torrent = find(id);
                    return present > 0 && torrent && present == torrent->totalSize;
                },
                kDeadlineMs);
        }
        [[nodiscard]] bool waitForDrive(DriveState state) const {
            return QTest::qWaitFor([&] { return drives.size() == 1 && drives[0].state == state; }, kDeadlineMs);
        }
        QList<DriveSnapshot> drives;
        bool wasChecked = false;
    };

    /// The drive itself, always there under another path; "connecting" shows it at its place.
    bool makeDrive() const {
        QDir().mkpath(path("shelf"));
        QDir().mkpath(path("Backup"));
        return ::mount("drive", qPrintable(path("shelf")), "tmpfs", 0, "size=64m") == 0 && connectDrive();
    }
    bool connectDrive() const {
        return ::mount(qPrintable(path("shelf")), qPrintable(path("Backup")), nullptr, MS_BIND, nullptr) == 0;
    }
    bool disconnectDrive() const { return ::umount2(qPrintable(path("Backup")), MNT_DETACH) == 0; }

private Q_SLOTS:
    void initTestCase() {
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            QSKIP("no mounts allowed");
    }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(makeDrive());
    }
    void cleanup() {
        ::umount2(qPrintable(path("Backup")), MNT_DETACH);
        ::umount2(qPrintable(path("shelf")), MNT_DETACH);
    }

    void waitsForADriveThatWasUnpluggedAndSeedsOnWithoutACheck() {
        const CreatedTorrent created = make(makeContent(path("Backup/content")));
        DriveSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QVERIFY(session.waitForDrive(DriveState::Present));
        QVERIFY(QFileInfo::exists(path("Backup/.essaim-root")));
        for (int round = 0; round < 3; ++round) {
            QVERIFY(session.waitForWhole(id));
            QVERIFY(disconnectDrive());
            QVERIFY(session.waitForDrive(DriveState::Away));
            QVERIFY(session.waitForState(id, TorrentState::DriveAway));
            QTRY_COMPARE_WITH_TIMEOUT(session.drives[0].waiting, 1, kDeadlineMs);
            QCOMPARE(session.drives[0].name, QStringLiteral("Backup"));
            QCOMPARE(wholeTreeOf(path("Backup")).keys(), QStringList());
            QVERIFY(connectDrive());
            QVERIFY(session.waitForDrive(DriveState::Present));
            QVERIFY(session.waitForState(id, TorrentState::Seeding));
        }
        QVERIFY(!session.wasChecked);
        QVERIFY(session.problems.isEmpty());
    }

    void waitsForADriveThatIsReachedByALink() {
        QVERIFY(QFile::link(path("Backup"), path("Downloads")));
        const CreatedTorrent created = make(makeContent(path("Downloads/content")));
        TorrentId id;
        {
            DriveSession session(database());
            QVERIFY(session.start());
            id = seed(session, created).id;
            QVERIFY(session.waitForState(id, TorrentState::Seeding));
            QVERIFY(session.waitForDrive(DriveState::Present));
            QVERIFY(disconnectDrive());
            QVERIFY(session.waitForState(id, TorrentState::DriveAway));
            QCOMPARE(wholeTreeOf(path("Backup")).keys(), QStringList());
            QVERIFY(connectDrive());
            QVERIFY(session.waitForState(id, TorrentState::Seeding));
            QVERIFY(session.stop());
        }
        QVERIFY(disconnectDrive());
        QVERIFY(QDir().rmdir(path("Backup"))); // as a desktop does; the link leads nowhere then
        DriveSession session(database());
        QVERIFY(session.start());
        QVERIFY(session.waitForState(id, TorrentState::DriveAway));
        QVERIFY(!QFileInfo::exists(path("Backup")));
        QVERIFY(QDir().mkpath(path("Backup")));
        QVERIFY(connectDrive());
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QVERIFY(!session.wasChecked);
    }

    void startsWithoutTheDriveAndTouchesNothing() {
        const CreatedTorrent created = make(makeContent(path("Backup/content")));
        TorrentId id;
        {
            DriveSession session(database());
            QVERIFY(session.start());
            id = seed(session, created).id;
            QVERIFY(session.waitForState(id, TorrentState::Seeding));
            QVERIFY(session.waitForDrive(DriveState::Present));
            QVERIFY(session.stop());
        }
        QVERIFY(disconnectDrive());
        DriveSession session(database());
        QVERIFY(session.start());
        QVERIFY(session.waitForState(id, TorrentState::DriveAway));
        QCOMPARE(session.find(id)->progress, 1.0);
        // Its files are known all the same.
        std::optional<ContentDetails> content;
        QObject::connect(session.operator->(), &Session::detailsSeen, [&content](const DetailsPointer& details) {
            if (const auto* part = std::get_if<ContentDetails>(&details->part))
                content = *part;
        });
        session->watchDetails(id, DetailsPart::Content);
        QTRY_VERIFY_WITH_TIMEOUT(content && content->files, kDeadlineMs);
        QCOMPARE(content->files->size(), 4);
        for (int file = 0; file < 4; ++file)
            QCOMPARE(content->done[file], content->files->at(file).size);
        QCOMPARE(content->priorities, QByteArray(4, char(4)));
        // A torrent that is added is refused as well, before its folder is made on the bare mount point.
        const CreatedTorrent other = make(makeContent(path("other")), TorrentFormat::V2);
        const auto refused = session.add(request(other.torrent, path("Backup/other")));
        QVERIFY(refused.error);
        QCOMPARE(refused.error->kind, ErrorKind::NotFound);
        session->resume({id});
        session->recheck({id});
        QVERIFY(connectDrive());
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QVERIFY(!session.wasChecked);
        QVERIFY(disconnectDrive());
        QCOMPARE(wholeTreeOf(path("Backup")).keys(), QStringList());
    }

    void takesNoOtherDriveForIt() {
        const CreatedTorrent created = make(makeContent(path("Backup/content")));
        DriveSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForDrive(DriveState::Present));
        QVERIFY(disconnectDrive());
        QVERIFY(session.waitForState(id, TorrentState::DriveAway));
        QCOMPARE(::mount("drive", qPrintable(path("Backup")), "tmpfs", 0, "size=1m"), 0);
        QVERIFY(!QTest::qWaitFor([&] { return session.drives[0].state == DriveState::Present; }, 300));
        QCOMPARE(wholeTreeOf(path("Backup")).keys(), QStringList());
        QVERIFY(disconnectDrive());
    }

    void findsFilesWhoseDriveIsConnectedElsewhere() {
        const CreatedTorrent created = make(makeContent(path("Backup/content")));
        DriveSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForWhole(id));
        QVERIFY(session.waitForDrive(DriveState::Present));
        QVERIFY(disconnectDrive());
        QVERIFY(session.waitForState(id, TorrentState::DriveAway));
        session->setLocation({id}, path("shelf/content"));
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QCOMPARE(session.find(id)->savePath, path("shelf/content"));
        QTRY_COMPARE_WITH_TIMEOUT(session.drives[0].waiting, 0, kDeadlineMs);
        QCOMPARE(wholeTreeOf(path("Backup")).keys(), QStringList());
    }

    void movesWaitForTheirDrive() {
        const CreatedTorrent created = make(makeContent(path("Backup/content")));
        DriveSession session(database());
        QList<MoveSnapshot> moves;
        connect(session.operator->(), &Session::movesChanged, [&](const auto& now) { moves = now; });
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForWhole(id));
        QVERIFY(session.waitForDrive(DriveState::Present));
        QVERIFY(disconnectDrive());
        QVERIFY(session.waitForState(id, TorrentState::DriveAway));
        session->move({id}, path("here"));
        QTRY_VERIFY_WITH_TIMEOUT(!moves.isEmpty() && moves[0].state == MoveState::Waiting, kDeadlineMs);
        QVERIFY(connectDrive());
        QTRY_VERIFY_WITH_TIMEOUT(moves[0].state == MoveState::Done, kDeadlineMs);
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QCOMPARE(session.find(id)->savePath, path("here"));
        QCOMPARE(treeOf(path("here")).size(), 4);
        QVERIFY(treeOf(path("Backup")).isEmpty());
    }

    void removesWhatWasWrittenInThePlaceOfADriveAndNothingElse() {
        const std::string point = bytesOfPath(path("Backup"));
        writeFile(path("Backup/new/file"), "on the drive");
        QVERIFY(disconnectDrive());
        writeFile(path("Backup/old"), "of before");
        writeFile(path("Backup/new/mine"), "not of the torrent");
        const auto isLater = [first = std::chrono::system_clock::now() + std::chrono::milliseconds(20)] {
            return std::chrono::system_clock::now() > first; // file systems have a coarse clock
        };
        QTRY_VERIFY(isLater());
        const StrayFiles strays{
            point, {point + "/old", point + "/new/file", point + "/deep/er/file"}, std::chrono::system_clock::now()};
        QTRY_VERIFY(isLater() && std::chrono::system_clock::now() > strays.since + std::chrono::milliseconds(20));
        writeFile(path("Backup/new/file"), "stray");
        writeFile(path("Backup/deep/er/file"), "stray");
        QVERIFY(connectDrive());
        removeStrays(strays); // nothing, while a drive is there
        QCOMPARE(readFile(path("Backup/new/file")), QByteArray("on the drive"));
        QVERIFY(disconnectDrive());
        QCOMPARE(readFile(path("Backup/new/file")), QByteArray("stray"));
        removeStrays(strays);
        QCOMPARE(wholeTreeOf(path("Backup")).keys(), QStringList({"new/", "new/mine", "old"}));
        QVERIFY(connectDrive());
        QCOMPARE(readFile(path("Backup/new/file")), QByteArray("on the drive"));
    }

    void seedsFromADriveThatBecameReadOnlyAndHoldsDownloads() {
        const CreatedTorrent created = make(makeContent(path("Backup/content")));
        const CreatedTorrent other = make(makeContent(path("other")), TorrentFormat::V2);
        DriveSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        const auto waiting = session.add(request(other.torrent, path("Backup/other"))).id;
        QVERIFY(session.waitForState(waiting, TorrentState::Stalled));
        QVERIFY(session.waitForDrive(DriveState::Present));
        const auto remount = [this](unsigned long flags) {
            return ::mount(nullptr, qPrintable(path("Backup")), nullptr, MS_REMOUNT | MS_BIND | flags, nullptr);
        };
        QCOMPARE(remount(MS_RDONLY), 0);
        QVERIFY(session.waitForDrive(DriveState::ReadOnly));
        QVERIFY(session.waitForState(waiting, TorrentState::DriveAway));
        QCOMPARE(session.find(id)->state, TorrentState::Seeding);
        QCOMPARE(remount(0), 0);
        QVERIFY(session.waitForState(waiting, TorrentState::Stalled));
        QVERIFY(session.problems.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SaveRootsTest)
#include "save_roots_test.moc"
