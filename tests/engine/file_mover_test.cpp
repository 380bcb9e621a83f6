// A move brings every byte to the other folder, or leaves everything as it was, wherever it is cut off.
#include "engine/mover_fixture.h"

#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <thread>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class FileMoverTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_other;
    std::vector<std::string> m_paths;
    QMap<QString, QByteArray> m_content;

    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QString source() const { return path("old"); }
    /// On the other file system where there is one, else in another folder.
    QString target(bool isApart) const { return isApart ? m_other->filePath(QStringLiteral("a/new")) : path("a/new"); }

    Expected<void> run(FileMover& mover) {
        auto moved = mover.run();
        return moved && mover.record().phase == storage::MovePhase::CleaningUp ? mover.run() : moved;
    }
    Expected<void> move(TestJournal& journal, const storage::MoveRecord& record) {
        MoveControl control;
        FileMover mover(record, m_paths, journal.journal, control);
        return run(mover);
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_other = otherFileSystem();
        makeContent(source());
        m_paths.clear();
        m_content = treeOf(source());
        for (const QString& name : m_content.keys())
            m_paths.push_back(name.toStdString());
        m_paths.emplace_back("Été à Zürich/not there yet");
        writeFile(source() + QStringLiteral("/Été à Zürich/über/not of the torrent"), "mine");
        writeFile(source() + QStringLiteral("/beside"), "mine too");
    }

    void brings_data() {
        QTest::addColumn<bool>("isApart");
        QTest::newRow("within a file system") << false;
        QTest::newRow("to another file system") << true;
    }
    void brings() {
        QFETCH(bool, isApart);
        if (isApart && !m_other)
            QSKIP("no second file system");
        TestJournal journal(path("profile/essaim.db"));
        const auto before = QFileInfo(source() + QStringLiteral("/Été à Zürich/b")).lastModified();
        QVERIFY(move(journal, journal.begin(source(), target(isApart))));
        QCOMPARE(treeOf(target(isApart)), m_content);
        QCOMPARE(QFileInfo(target(isApart) + QStringLiteral("/Été à Zürich/b")).lastModified(), before);
        // What is not the torrent's stays, with the folders that hold it.
        const QMap<QString, QByteArray> left{
            {QStringLiteral("Été à Zürich/"), {}},
            {QStringLiteral("Été à Zürich/über/"), {}},
            {QStringLiteral("Été à Zürich/über/not of the torrent"), "mine"},
            {QStringLiteral("beside"), "mine too"}};
        QCOMPARE(wholeTreeOf(source()), left);
        QVERIFY(journal.load().empty());
        QCOMPARE(journal.savePath(), target(isApart));
    }

    void replacesNothing_data() { brings_data(); }
    void replacesNothing() {
        QFETCH(bool, isApart);
        if (isApart && !m_other)
            QSKIP("no second file system");
        writeFile(target(isApart) + QStringLiteral("/Été à Zürich/b"), "somebody's");
        const auto here = wholeTreeOf(source());
        const auto there = wholeTreeOf(target(isApart));
        TestJournal journal(path("profile/essaim.db"));
        const auto moved = move(journal, journal.begin(source(), target(isApart)));
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(QString::fromStdString(moved.error().subject), target(isApart) + QStringLiteral("/Été à Zürich/b"));
        QCOMPARE(wholeTreeOf(source()), here);
        QCOMPARE(wholeTreeOf(target(isApart)), there);
        QCOMPARE(journal.savePath(), source());
    }

    void replacesNothingThatAppearsMeanwhile_data() { brings_data(); }
    void replacesNothingThatAppearsMeanwhile() {
        QFETCH(bool, isApart);
        if (isApart && !m_other)
            QSKIP("no second file system");
        const auto here = wholeTreeOf(source());
        TestJournal journal(path("profile/essaim.db"));
        const storage::MoveRecord record = journal.begin(source(), target(isApart));
        MoveJournal later = journal.journal;
        const QString foreign = target(isApart) + QStringLiteral("/Été à Zürich/über/große Datei.bin");
        later.putPlan = [&](const storage::MoveRecord& planned) {
            auto saved = journal.journal.putPlan(planned);
            writeFile(foreign, "somebody's");
            return saved;
        };
        MoveControl control;
        FileMover mover(record, m_paths, later, control);
        const auto moved = mover.run();
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(readFile(foreign), QByteArray("somebody's"));

        storage::MoveRecord back = mover.record();
        back.phase = storage::MovePhase::RollingBack;
        MoveControl again;
        FileMover undo(back, {}, journal.journal, again);
        QVERIFY(undo.run());
        QCOMPARE(wholeTreeOf(source()), here);
        QCOMPARE(treeOf(target(isApart)).size(), 1);
        QCOMPARE(readFile(foreign), QByteArray("somebody's"));
        QVERIFY(journal.load().empty());
    }

    void goesNowhereThroughLinks_data() { brings_data(); }
    void goesNowhereThroughLinks() {
        QFETCH(bool, isApart);
        if (isApart && !m_other)
            QSKIP("no second file system");
        QDir().mkpath(path("elsewhere"));
        QDir().mkpath(target(isApart));
        QVERIFY(QFile::link(path("elsewhere"), target(isApart) + QStringLiteral("/Été à Zürich")));
        const auto here = wholeTreeOf(source());
        TestJournal journal(path("profile/essaim.db"));
        const auto moved = move(journal, journal.begin(source(), target(isApart)));
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::Unsupported);
        QVERIFY(wholeTreeOf(path("elsewhere")).isEmpty());
        QCOMPARE(wholeTreeOf(source()), here);
    }

    void movesNoLinks() {
        const QString link = source() + QStringLiteral("/Été à Zürich/b");
        QVERIFY(QFile::remove(link) && QFile::link(path("elsewhere"), link));
        TestJournal journal(path("profile/essaim.db"));
        const auto moved = move(journal, journal.begin(source(), target(false)));
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::Unsupported);
        QVERIFY(!QFileInfo::exists(path("a")));
    }

    void staysWhenTheTargetIsTheSource() {
        const auto here = wholeTreeOf(source());
        QVERIFY(QFile::link(source(), path("link")));
        TestJournal journal(path("profile/essaim.db"));
        const auto moved = move(journal, journal.begin(source(), path("link")));
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(wholeTreeOf(source()), here);
    }

    void keepsHoles() {
        if (!m_other)
            QSKIP("no second file system");
        const QString sparse = source() + QStringLiteral("/sparse");
        writeFile(sparse, "begin");
        QFile file(sparse);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(64 << 20) && file.write("middle") == 6);
        file.close();
        QVERIFY(QFile::resize(sparse, 200 << 20));
        m_paths = {"sparse"};
        TestJournal journal(path("profile/essaim.db"));
        QVERIFY(move(journal, journal.begin(source(), target(true))));
        struct stat status{};
        QCOMPARE(::stat(qPrintable(target(true) + QStringLiteral("/sparse")), &status), 0);
        QCOMPARE(qint64(status.st_size), qint64(200 << 20));
        QVERIFY(status.st_blocks * 512 < 1 << 20);
        QFile moved(target(true) + QStringLiteral("/sparse"));
        QVERIFY(moved.open(QIODevice::ReadOnly) && moved.seek(64 << 20));
        QCOMPARE(moved.read(7), QByteArray("middle\0", 7));
        QVERIFY(!QFileInfo::exists(sparse));
    }

    void leavesWhatChangedAfterItWasCopied() {
        if (!m_other)
            QSKIP("no second file system");
        TestJournal journal(path("profile/essaim.db"));
        MoveControl control;
        FileMover mover(journal.begin(source(), target(true)), m_paths, journal.journal, control);
        QVERIFY(mover.run());
        const QString changed = source() + QStringLiteral("/Été à Zürich/b");
        writeFile(changed, "changed by somebody");
        QVERIFY(mover.run());
        QCOMPARE(readFile(changed), QByteArray("changed by somebody"));
        QCOMPARE(mover.leftBehind(), std::vector<std::string>{changed.toStdString()});
    }

    void stopsWhenAFileVanishesAndGoesOnWithoutIt_data() { brings_data(); }
    void stopsWhenAFileVanishesAndGoesOnWithoutIt() {
        QFETCH(bool, isApart);
        if (isApart && !m_other)
            QSKIP("no second file system");
        TestJournal journal(path("profile/essaim.db"));
        MoveJournal later = journal.journal;
        later.putPlan = [&](const storage::MoveRecord& planned) {
            QFile::remove(source() + QStringLiteral("/Été à Zürich/über/写真/一.jpg"));
            return journal.journal.putPlan(planned);
        };
        MoveControl control;
        FileMover mover(journal.begin(source(), target(isApart)), m_paths, later, control);
        const auto moved = mover.run();
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::NotFound);
        MoveControl without;
        without.goesOnWithout = true;
        FileMover again(journal.load().at(0), {}, journal.journal, without);
        QVERIFY(again.run());
        QVERIFY(again.record().needsCheck);
        QVERIFY(again.run());
        m_content.remove(QStringLiteral("Été à Zürich/über/写真/一.jpg"));
        QCOMPARE(treeOf(target(isApart)), m_content);
    }

    void saysBeforehandThatTheDiskIsTooSmall() {
        QDir().mkpath(path("small"));
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("small", qPrintable(path("small")), "tmpfs", 0, "size=4m") != 0)
            QSKIP("no mounts allowed");
        writeFile(source() + QStringLiteral("/large"), bytesOf(6 << 20, 9));
        m_paths = {"large"};
        TestJournal journal(path("profile/essaim.db"));
        const auto moved = move(journal, journal.begin(source(), path("small/new")));
        const auto there = wholeTreeOf(path("small"));
        ::umount2(qPrintable(path("small")), MNT_DETACH);
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::DiskFull);
        QVERIFY(there.isEmpty());
    }

    void goesOnOrBackAfterTheDiskFilledUpInTheMiddle_data() {
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("on") << true;
        QTest::newRow("back") << false;
    }
    void goesOnOrBackAfterTheDiskFilledUpInTheMiddle() {
        QFETCH(bool, goesOn);
        QDir().mkpath(path("small"));
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("small", qPrintable(path("small")), "tmpfs", 0, "size=20m") != 0)
            QSKIP("no mounts allowed");
        writeFile(source() + QStringLiteral("/one"), bytesOf(3 << 20, 8));
        writeFile(source() + QStringLiteral("/two"), bytesOf(6 << 20, 9));
        m_paths = {"one", "two"};
        const auto here = wholeTreeOf(source());
        TestJournal journal(path("profile/essaim.db"));
        MoveJournal later = journal.journal;
        later.putPlan = [&](const storage::MoveRecord& planned) {
            auto saved = journal.journal.putPlan(planned);
            writeFile(path("small/hog"), QByteArray(5 << 20, 'x'));
            return saved;
        };
        MoveControl control;
        // Space is looked at before, and somebody else takes it afterwards.
        FileMover mover(journal.begin(source(), path("small/new")), m_paths, later, control);
        const auto moved = mover.run();
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::DiskFull);
        QCOMPARE(wholeTreeOf(source()), here);
        storage::MoveRecord record = journal.load().at(0);
        if (goesOn)
            QVERIFY(QFile::remove(path("small/hog")));
        else
            record.phase = storage::MovePhase::RollingBack;
        MoveControl again;
        FileMover second(record, m_paths, journal.journal, again);
        QVERIFY(run(second));
        const auto there = treeOf(path("small/new"));
        const bool isGone = !QFileInfo::exists(path("small/new"));
        ::umount2(qPrintable(path("small")), MNT_DETACH);
        if (goesOn) {
            QCOMPARE(there.value(QStringLiteral("one")), bytesOf(3 << 20, 8));
            QCOMPARE(there.value(QStringLiteral("two")), bytesOf(6 << 20, 9));
            return;
        }
        QVERIFY(isGone);
        QCOMPARE(wholeTreeOf(source()), here);
    }

    /// Stopped at any of its steps, and taken back.
    void returnsEverythingWhenItIsCancelledAnywhere_data() { brings_data(); }
    void returnsEverythingWhenItIsCancelledAnywhere() {
        QFETCH(bool, isApart);
        if (isApart && !m_other)
            QSKIP("no second file system");
        const auto here = wholeTreeOf(source());
        TestJournal journal(path("profile/essaim.db"));
        QRandomGenerator random(7);
        for (int round = 0; round < 25; ++round) {
            const storage::MoveRecord record = journal.begin(source(), target(isApart));
            MoveControl control;
            FileMover mover(record, m_paths, journal.journal, control);
            const int delay = int(random.bounded(isApart ? 12'000 : 3'000));
            std::thread stopper([&control, delay] {
                ::usleep(useconds_t(delay));
                control.wish = MoveControl::Wish::RollBack;
            });
            const auto moved = mover.run();
            stopper.join();
            if (moved) { // too late: it goes back as another move does
                QVERIFY(mover.run());
                QVERIFY(move(journal, journal.begin(target(isApart), source())));
                QVERIFY(QDir().rmdir(target(isApart)));
            } else {
                QCOMPARE(moved.error().kind, ErrorKind::Cancelled);
                storage::MoveRecord back = mover.record();
                back.phase = storage::MovePhase::RollingBack;
                MoveControl again;
                FileMover undo(back, {}, journal.journal, again);
                QVERIFY(undo.run());
                QVERIFY(!QFileInfo::exists(target(isApart)));
            }
            QCOMPARE(wholeTreeOf(source()), here);
            QVERIFY(journal.load().empty());
        }
    }

    /// kill -9 at random moments, again and again, until one run comes to its end; sometimes the user changes his mind.
    void losesNothingWhenItIsKilledAnywhere_data() { brings_data(); }
    void losesNothingWhenItIsKilledAnywhere() {
        QFETCH(bool, isApart);
        if (isApart && !m_other)
            QSKIP("no second file system");
        const auto here = wholeTreeOf(source());
        const quint32 given = quint32(qEnvironmentVariableIntValue("ESSAIM_SEED"));
        const quint32 seed = given != 0 ? given : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        int kills = 0;
        for (int round = 0; round < 12; ++round) {
            const QString database = path("profile/essaim.db");
            {
                TestJournal journal(database);
                static_cast<void>(journal.begin(source(), target(isApart)));
            }
            for (int life = 0;; ++life) {
                const bool turnsBack = life == 2 && random.bounded(3) == 0;
                const pid_t child = ::fork();
                if (child == 0) {
                    TestJournal journal(database);
                    auto records = journal.load();
                    if (records.empty())
                        ::_exit(0);
                    if (turnsBack && records[0].phase == storage::MovePhase::Moving) {
                        journal.setPhase(records[0].id, storage::MovePhase::RollingBack);
                        records[0].phase = storage::MovePhase::RollingBack;
                    }
                    ::_exit(move(journal, records[0]) ? 0 : 1);
                }
                ::usleep(useconds_t(random.bounded(isApart ? 30'000 : 15'000) + 2'000 * life));
                ::kill(child, SIGKILL);
                int status = 0;
                ::waitpid(child, &status, 0);
                if (WIFEXITED(status)) {
                    QCOMPARE(WEXITSTATUS(status), 0);
                    break;
                }
                ++kills;
            }
            TestJournal journal(database);
            QVERIFY(journal.load().empty());
            if (journal.savePath() == source()) {
                QVERIFY(!QFileInfo::exists(target(isApart)));
            } else {
                QCOMPARE(journal.savePath(), target(isApart));
                QCOMPARE(wholeTreeOf(target(isApart)).size(), m_content.size() + 3); // and its folders, nothing else
                QCOMPARE(treeOf(target(isApart)), m_content);
                QVERIFY(move(journal, journal.begin(target(isApart), source())));
                QVERIFY(QDir().rmdir(target(isApart)));
            }
            QCOMPARE(wholeTreeOf(source()), here);
        }
        qInfo("%d kills", kills);
    }
};

QTEST_GUILESS_MAIN(FileMoverTest)
#include "file_mover_test.moc"
