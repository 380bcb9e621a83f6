// Files that carry a suffix on the disk until they are complete: which ones do, when they lose it, what finds them.
#include "engine/files/incomplete_names.h"
#include "engine/files/target_check.h"
#include "engine/files/unlisted_scan.h"
#include "engine/session_fixture.h"
#include "storage/database.h"
#include "storage/rename_store.h"
#include "storage/torrent_store.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;
using FileState = TargetFileReport::State;

namespace {

const QString kSuffix = QString::fromUtf8(kIncompleteSuffix.data(), qsizetype(kIncompleteSuffix.size()));
const QString kFilm = QStringLiteral("Été/film.bin");
constexpr int kFilmNumber = 1; ///< in the torrent, after "empty"
constexpr int kNotesNumber = 2;
constexpr qsizetype kFilmSize = 900'001;

SessionSettings marking(bool isOn = true) {
    SessionSettings settings;
    settings.offline = true; // as TestSession has it
    settings.marksIncomplete = isOn;
    return settings;
}

} // namespace

class IncompleteFilesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    CreatedTorrent m_created;
    TorrentId m_id;

    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString database() const { return path(QStringLiteral("profile/essaim.db")); }
    QString lies(const QString& name) const { return path(QStringLiteral("dl/") + name); }
    QString marked(const QString& name = kFilm) const { return lies(name) + kSuffix; }
    static bool isThere(const QString& path) { return QFileInfo::exists(path); }
    static QByteArray half() { return bytesOf(kFilmSize, 1).first(500'000) + QByteArray(kFilmSize - 500'000, '\0'); }

    CreatedTorrent publish(const QString& film) const {
        writeFile(path(QStringLiteral("content/Été/")) + film, bytesOf(kFilmSize, 1));
        writeFile(path(QStringLiteral("content/Été/notes.txt")), bytesOf(20'000, 2));
        writeFile(path(QStringLiteral("content/Été/empty")), {});
        return make(path(QStringLiteral("content/Été")));
    }

    AddTorrentRequest wanted(ExistingFiles policy = ExistingFiles::Overwrite) const {
        AddTorrentRequest added = request(m_created.torrent, path(QStringLiteral("dl")));
        added.existingFiles = policy;
        return added;
    }

    /// Half of the large file is there, the others are not.
    void addHalf(TestSession& session, const QString& film = kFilm) {
        writeFile(lies(film), half());
        const AddTorrentOutcome outcome = session.add(wanted());
        QVERIFY(!outcome.error);
        m_id = outcome.id;
        QVERIFY(session.waitForState(m_id, TorrentState::Stalled));
    }

    /// Once this is over, the torrents that were there before have been looked at.
    void markAnother(TestSession& session) const {
        writeFile(path(QStringLiteral("own/alone.bin")), bytesOf(kFilmSize, 9));
        const CreatedTorrent alone = make(path(QStringLiteral("own/alone.bin")));
        writeFile(lies(QStringLiteral("alone.bin")), bytesOf(kFilmSize, 9).first(500'000) + QByteArray(400'001, '\0'));
        AddTorrentRequest last = request(alone.torrent, path(QStringLiteral("dl")));
        last.existingFiles = ExistingFiles::Overwrite;
        QVERIFY(!session.add(last).error);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked(QStringLiteral("alone.bin"))), kDeadlineMs);
    }

    void finish(TestSession& session, TestSession& seeder) {
        QVERIFY(seeder.start());
        seed(seeder, m_created);
        session->connectPeer(m_id, seeder.peerAddress());
        QVERIFY(session.waitForState(m_id, TorrentState::Seeding));
    }

    /// As the store has them; also whether some rename is noted there as begun.
    std::map<int, std::string> names() const {
        auto file = storage::openDatabase(database().toStdString(), "essaim");
        if (!file || !storage::RenameStore(**file).loadAll().empty())
            qFatal("no database, or something is under way in it");
        const auto row = storage::TorrentStore(**file).load(m_id);
        return row ? row->renamedFiles : std::map<int, std::string>();
    }

    QStringList shownPaths(TestSession& session) const {
        session.details.reset();
        session->requestDetails(m_id);
        QStringList paths;
        if (QTest::qWaitFor([&session] { return session.details.has_value(); }, kDeadlineMs)) {
            for (const TorrentFileEntry& file : session.details->description.files)
                paths.append(file.path);
        }
        return paths;
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", QFile::encodeName(path(QStringLiteral("data"))));
        m_created = publish(QStringLiteral("film.bin"));
    }

    void aNameHasTheSuffixOrGetsItIfThereIsRoom() {
        QCOMPARE(withIncompleteSuffix("a/b.iso"), std::string("a/b.iso.!es"));
        QCOMPARE(withoutIncompleteSuffix("a/b.iso.!ES"), std::string("a/b.iso"));
        QCOMPARE(withoutIncompleteSuffix("a.!es/b"), std::string("a.!es/b"));
        QVERIFY(!hasIncompleteSuffix("a/.!es")); // nothing would be left
        const std::string longest = "folder/" + std::string(251, 'x');
        QCOMPARE(otherNameOf(longest), longest + ".!es");
        QCOMPARE(otherNameOf(longest + ".!es"), longest);
        QCOMPARE(otherNameOf(longest + 'x'), std::string());
    }

    void aFileCarriesTheSuffixUntilItIsComplete() {
        TestSession session(database(), marking());
        TestSession seeder;
        QVERIFY(session.start());
        addHalf(session);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()) && !isThere(lies(kFilm)), kDeadlineMs);
        QCOMPARE(readFile(marked()), half());
        QCOMPARE(shownPaths(session).value(kFilmNumber), kFilm); // what the user sees is the proper name
        bool wasNamed = false;
        connect(session.operator->(), &Session::torrentFinished, this, [&] { wasNamed = isThere(lies(kFilm)); });
        finish(session, seeder);
        QTRY_COMPARE_WITH_TIMEOUT(session.finished.size(), 1, kDeadlineMs);
        QVERIFY(wasNamed); // before anybody is told that it is complete
        QCOMPARE(readFile(lies(kFilm)), bytesOf(kFilmSize, 1));
        QCOMPARE(treeOf(path(QStringLiteral("dl"))).size(), 3); // and nothing is left of the other name
        QVERIFY(session.problems.isEmpty());
        QVERIFY(session.stop());
        QCOMPARE(names().at(kFilmNumber), kFilm.toStdString());
    }

    void whatIsDownloadedGetsTheSuffixMeanwhile() {
        SessionSettings slow = marking();
        slow.downloadLimit = 100'000;
        TestSession session(database(), slow);
        TestSession seeder;
        QVERIFY(session.start());
        QVERIFY(seeder.start());
        seed(seeder, m_created);
        AddTorrentRequest added = wanted();
        added.peers = {seeder.peerAddress()};
        m_id = session.add(added).id;
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()), kDeadlineMs);
        session->applySettings(marking());
        QVERIFY(session.waitForState(m_id, TorrentState::Seeding));
        QTRY_VERIFY_WITH_TIMEOUT(isThere(lies(kFilm)) && !isThere(marked()), kDeadlineMs);
        QCOMPARE(readFile(lies(kFilm)), bytesOf(kFilmSize, 1));
    }

    void theSettingAppliesToTheListAtOnce() {
        TestSession session(database(), marking(false));
        QVERIFY(session.start());
        addHalf(session);
        session->applySettings(marking());
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()) && !isThere(lies(kFilm)), kDeadlineMs);
        session->applySettings(marking(false));
        QTRY_VERIFY_WITH_TIMEOUT(isThere(lies(kFilm)) && !isThere(marked()), kDeadlineMs);
        QCOMPARE(readFile(lies(kFilm)), half());
    }

    void theSettingAppliesAtTheNextStart() {
        {
            TestSession session(database(), marking(false));
            QVERIFY(session.start());
            addHalf(session);
            QVERIFY(session.stop());
        }
        {
            TestSession session(database(), marking());
            QVERIFY(session.start());
            QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()) && !isThere(lies(kFilm)), kDeadlineMs);
            QVERIFY(session.stop());
        }
        {
            TestSession session(database(), marking(false));
            QVERIFY(session.start());
            QTRY_VERIFY_WITH_TIMEOUT(isThere(lies(kFilm)) && !isThere(marked()), kDeadlineMs);
            QVERIFY(session.waitForState(m_id, TorrentState::Stalled));
            QVERIFY(session.find(m_id)->wantedDone > 400'000);
            QVERIFY(session.stop());
        }
        QCOMPARE(names().at(kFilmNumber), kFilm.toStdString());
    }

    void completeTorrentsAreLeftAlone() {
        TestSession session(database(), marking());
        QVERIFY(session.start());
        m_id = seed(session, m_created).id;
        QVERIFY(session.waitForState(m_id, TorrentState::Seeding));
        session->applySettings(marking(false));
        session->applySettings(marking());
        session->recheck({m_id});
        markAnother(session);
        QVERIFY(session.waitForState(m_id, TorrentState::Seeding));
        QCOMPARE(treeOf(path(QStringLiteral("content"))).size(), 3);
        QVERIFY(session.stop());
        QVERIFY(names().empty());
    }

    void overwritesNothingWithTheSuffix() {
        writeFile(marked(), "foreign");
        TestSession session(database(), marking());
        TestSession seeder;
        QVERIFY(session.start());
        addHalf(session);
        finish(session, seeder);
        QCOMPARE(readFile(marked()), QByteArray("foreign"));
        QCOMPARE(readFile(lies(kFilm)), bytesOf(kFilmSize, 1));
        QVERIFY(session.problems.isEmpty()); // it went on under its own name
    }

    void overwritesNothingWithTheProperName() {
        TestSession session(database(), marking());
        TestSession seeder;
        QVERIFY(session.start());
        addHalf(session);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()) && !isThere(lies(kFilm)), kDeadlineMs);
        writeFile(lies(kFilm), "foreign");
        finish(session, seeder);
        QTRY_COMPARE_WITH_TIMEOUT(session.problems.size(), 1, kDeadlineMs);
        QCOMPARE(session.problems[0].kind, ErrorKind::AlreadyExists);
        QTRY_COMPARE_WITH_TIMEOUT(session.finished.size(), 1, kDeadlineMs);
        QCOMPARE(readFile(lies(kFilm)), QByteArray("foreign"));
        QCOMPARE(readFile(marked()), bytesOf(kFilmSize, 1));
        QVERIFY(QFile::remove(lies(kFilm)));
        session->recheck({m_id}); // it is tried again
        QTRY_VERIFY_WITH_TIMEOUT(isThere(lies(kFilm)) && !isThere(marked()), kDeadlineMs);
    }

    /// Neither name of the one that is there is touched, and the new one ends as it should.
    void aFileBesideAForeignOneKeepsItsEnding() {
        writeFile(marked(), "foreign");
        TestSession session(database(), marking());
        TestSession seeder;
        QVERIFY(session.start());
        const AddTorrentOutcome outcome = session.add(wanted(ExistingFiles::KeepBoth));
        QVERIFY(!outcome.error);
        m_id = outcome.id;
        QVERIFY(session.waitForState(m_id, TorrentState::Stalled));
        finish(session, seeder);
        const QString other = QStringLiteral("Été/film (1).bin");
        QTRY_VERIFY_WITH_TIMEOUT(isThere(lies(other)) && !isThere(marked(other)), kDeadlineMs);
        QCOMPARE(readFile(lies(other)), bytesOf(kFilmSize, 1));
        QCOMPARE(readFile(marked()), QByteArray("foreign"));
        QCOMPARE(treeOf(path(QStringLiteral("dl"))).size(), 4); // with the two small ones of the torrent
    }

    /// libtorrent has bytes of them in its part file only: there is nothing to be renamed, again and again.
    void filesThatAreNotThereKeepNoOtherWaiting() {
        constexpr int kAbsent = 250; // more than are renamed at once
        QList<int> priorities;
        for (int i = 0; i < kAbsent; ++i) {
            const QString name = path(QStringLiteral("content/Été/a%1").arg(i, 3, 10, QLatin1Char('0')));
            writeFile(name, bytesOf(34'000, quint32(100 + i))); // at least one piece lies wholly in it
            priorities.append(0);
            if (i % 2 == 1) { // shares its first piece and its last with its neighbours
                writeFile(name + QStringLiteral("-wanted"), bytesOf(1'000, quint32(500 + i)));
                priorities.append(4);
            }
        }
        priorities += {4, 4, 4}; // empty, film.bin, notes.txt
        m_created = make(path(QStringLiteral("content/Été")));
        writeFile(lies(kFilm), half());
        TestSession session(database(), marking());
        TestSession seeder;
        QVERIFY(session.start());
        AddTorrentRequest added = wanted();
        added.filePriorities = priorities;
        m_id = session.add(added).id;
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()) && !isThere(lies(kFilm)), kDeadlineMs);
        QVERIFY(seeder.start());
        seed(seeder, m_created);
        session->connectPeer(m_id, seeder.peerAddress());
        QTRY_COMPARE_WITH_TIMEOUT(session.finished.size(), 1, 2 * kDeadlineMs);
        QVERIFY(isThere(lies(kFilm)) && !isThere(marked()));
        QVERIFY(!isThere(lies(QStringLiteral("Été/a001"))) && !isThere(marked(QStringLiteral("Été/a001"))));
    }

    /// Each of the two is right to believe that the file is its own.
    void aFileThatTwoTorrentsHaveKeepsItsName() {
        writeFile(path(QStringLiteral("content/Été/notes.txt")), bytesOf(20'000, 3));
        const CreatedTorrent other = make(path(QStringLiteral("content/Été")));
        writeFile(path(QStringLiteral("content/Été/notes.txt")), bytesOf(20'000, 2));
        QVERIFY(other.infoHash != m_created.infoHash);
        TestSession session(database(), marking(false));
        QVERIFY(session.start());
        QVERIFY(!seed(session, other).error);
        m_id = seed(session, m_created).id;
        QVERIFY(session.waitForState(m_id, TorrentState::Seeding));
        const QString film = path(QStringLiteral("content/")) + kFilm;
        writeFile(film, half());
        session->recheck({m_id});
        QVERIFY(session.waitForState(m_id, TorrentState::Stalled));
        session->applySettings(marking());
        markAnother(session);
        QVERIFY(isThere(film));
        QVERIFY(!isThere(film + kSuffix));
    }

    void aNameThatWouldBeTooLongStaysAsItIs() {
        const QString name = QString(250, QLatin1Char('x')) + QStringLiteral(".b"); // 252 bytes
        m_created = publish(name);
        TestSession session(database(), marking());
        QVERIFY(session.start());
        addHalf(session, QStringLiteral("Été/") + name);
        // The other large file of the torrent is next.
        writeFile(lies(kFilm), half());
        session->recheck({m_id});
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()), kDeadlineMs);
        QVERIFY(isThere(lies(QStringLiteral("Été/") + name)));
        QVERIFY(session.problems.isEmpty());
    }

    void aTorrentWithFilesOfSuchNamesIsLeftAlone() {
        const QString name = QStringLiteral("Été/own.!es");
        m_created = publish(QStringLiteral("own.!es"));
        writeFile(lies(name), bytesOf(kFilmSize, 1));
        TestSession session(database(), marking());
        QVERIFY(session.start());
        addHalf(session);
        session->applySettings(marking(false));
        QVERIFY(shownPaths(session).contains(name));
        session->applySettings(marking());
        session->recheck({m_id});
        markAnother(session);
        QVERIFY(session.waitForState(m_id, TorrentState::Stalled));
        QVERIFY(shownPaths(session).contains(name));
        QVERIFY(isThere(lies(kFilm)) && isThere(lies(name)));
        QVERIFY(!isThere(marked()) && !isThere(lies(QStringLiteral("Été/own"))));
    }

    void aRenameByTheUserKeepsTheSuffix() {
        TestSession session(database(), marking());
        TestSession seeder;
        QVERIFY(session.start());
        addHalf(session);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()) && !isThere(lies(kFilm)), kDeadlineMs);
        const QString other = QStringLiteral("Hiver/le film.bin");
        session->edit({m_id}, RenameFiles{{{kFilmNumber, other}}});
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked(other)), kDeadlineMs);
        QTRY_VERIFY_WITH_TIMEOUT(shownPaths(session).contains(other), kDeadlineMs);
        // A name that another file has, but for the suffix, is no name.
        session->edit({m_id}, RenameFiles{{{kNotesNumber, other}}});
        QTRY_COMPARE_WITH_TIMEOUT(session.problems.size(), 1, kDeadlineMs);
        finish(session, seeder);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(lies(other)) && !isThere(marked(other)), kDeadlineMs);
        QCOMPARE(readFile(lies(other)), bytesOf(kFilmSize, 1));
    }

    void anAdditionFindsAFileUnderEitherName_data() {
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<bool>("hasEmptyFile");
        QTest::newRow("whole") << true << true;
        QTest::newRow("whole, but for an empty file beside it") << true << false;
        QTest::newRow("half of it") << false << true;
    }
    void anAdditionFindsAFileUnderEitherName() {
        QFETCH(bool, isWhole);
        QFETCH(bool, hasEmptyFile);
        writeFile(marked(), isWhole ? bytesOf(kFilmSize, 1) : half());
        writeFile(lies(QStringLiteral("Été/notes.txt")), bytesOf(20'000, 2));
        if (hasEmptyFile)
            writeFile(lies(QStringLiteral("Été/empty")), {});
        TestSession session(database(), marking());
        QVERIFY(session.start());
        std::optional<TargetReport> report;
        connect(session.operator->(), &Session::targetInspected, this, [&](const auto& said) { report = said; });
        session->inspectTarget(1, m_created.torrent, path(QStringLiteral("dl")));
        QTRY_VERIFY_WITH_TIMEOUT(report, kDeadlineMs);
        QCOMPARE(report->existing.size(), hasEmptyFile ? 3 : 2);
        const qsizetype film = hasEmptyFile ? kFilmNumber : 0;
        QCOMPARE(report->existing[film].path, kFilm);
        QCOMPARE(report->existing[film].state, isWhole ? FileState::Matches : FileState::Differs);
        if (!isWhole)
            QVERIFY(session.add(wanted(ExistingFiles::Refuse)).error);
        m_id = session.add(wanted()).id;
        QVERIFY(session.waitForState(m_id, isWhole ? TorrentState::Seeding : TorrentState::Stalled));
        if (isWhole)
            QTRY_VERIFY_WITH_TIMEOUT(isThere(lies(kFilm)) && !isThere(marked()), kDeadlineMs);
        else
            QVERIFY(isThere(marked()) && !isThere(lies(kFilm)));
        QVERIFY(session.problems.isEmpty());
    }

    /// Nobody else may have it under its other name.
    void anotherTorrentCannotHaveTheSameFile() {
        TestSession session(database(), marking());
        QVERIFY(session.start());
        addHalf(session);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()) && !isThere(lies(kFilm)), kDeadlineMs);
        writeFile(path(QStringLiteral("other/Été/film.bin")), bytesOf(kFilmSize, 5));
        const CreatedTorrent other = make(path(QStringLiteral("other/Été")));
        const auto outcome = session.add(request(other.torrent, path(QStringLiteral("dl"))));
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::Busy);
    }

    /// As after a backup was restored: the store has the name of another day.
    void aCheckFindsAFileUnderItsOtherName_data() {
        QTest::addColumn<bool>("isMarked");
        QTest::newRow("it has lost the suffix") << true;
        QTest::newRow("it has got the suffix") << false;
    }
    void aCheckFindsAFileUnderItsOtherName() {
        QFETCH(bool, isMarked);
        {
            TestSession session(database(), marking(isMarked));
            QVERIFY(session.start());
            addHalf(session);
            if (isMarked)
                QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()) && !isThere(lies(kFilm)), kDeadlineMs);
            QVERIFY(session.stop());
        }
        QVERIFY(QFile::rename(isMarked ? marked() : lies(kFilm), isMarked ? lies(kFilm) : marked()));
        TestSession session(database(), marking(!isMarked)); // so that it stays under the name that it has now
        TestSession seeder;
        QVERIFY(session.start());
        QTRY_VERIFY_WITH_TIMEOUT(
            session.find(m_id) != nullptr && session.find(m_id)->state == TorrentState::Stalled &&
                session.find(m_id)->wantedDone > 400'000,
            kDeadlineMs);
        QVERIFY(isThere(isMarked ? lies(kFilm) : marked()));
        QVERIFY(!isThere(isMarked ? marked() : lies(kFilm)));
        finish(session, seeder);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(lies(kFilm)) && !isThere(marked()), kDeadlineMs);
    }

    void aRemovalTakesTheFileAndBringsItBack() {
        TestSession session(database(), marking());
        TestSession seeder;
        QVERIFY(session.start());
        const AddTorrentOutcome outcome = session.add(wanted()); // so that all of it is ours
        m_id = outcome.id;
        QVERIFY(session.waitForState(m_id, TorrentState::Stalled));
        writeFile(lies(kFilm), half());
        session->recheck({m_id});
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()) && !isThere(lies(kFilm)), kDeadlineMs);
        const QSignalSpy removed(session.operator->(), &Session::filesRemoved);
        const QSignalSpy restored(session.operator->(), &Session::torrentRestored);
        session->remove({m_id}, FilesFate::Bin);
        QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, kDeadlineMs);
        QVERIFY(!isThere(path(QStringLiteral("dl/Été"))));
        session->restoreRemoved({m_id});
        QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, kDeadlineMs);
        QCOMPARE(readFile(marked()), half());
        finish(session, seeder);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(lies(kFilm)) && !isThere(marked()), kDeadlineMs);
    }

    void aMoveTakesTheFileAlong() {
        TestSession session(database(), marking());
        TestSession seeder;
        QVERIFY(session.start());
        addHalf(session);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(marked()) && !isThere(lies(kFilm)), kDeadlineMs);
        const QSignalSpy moved(session.operator->(), &Session::torrentMoved);
        session->move({m_id}, path(QStringLiteral("there")));
        QTRY_COMPARE_WITH_TIMEOUT(moved.size(), 1, kDeadlineMs);
        QCOMPARE(readFile(path(QStringLiteral("there/")) + kFilm + kSuffix), half());
        QVERIFY(session.waitForState(m_id, TorrentState::Stalled));
        finish(session, seeder);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(path(QStringLiteral("there/")) + kFilm), kDeadlineMs);
        QVERIFY(!isThere(path(QStringLiteral("there/")) + kFilm + kSuffix));
    }

    /// Found to be nobody's while it is being renamed, it could be thrown away.
    void bothNamesAreTheTorrents() {
        writeFile(lies(QStringLiteral("a.!es")), "x");
        writeFile(lies(QStringLiteral("b")), "x");
        writeFile(lies(QStringLiteral("c")), "x");
        OwnedFiles owned;
        owned.add({"name", lies({}).toStdString(), {"a", "b.!es"}, {}, false});
        ScanControl control;
        const UnlistedReport report = scanUnlisted({lies({}).toStdString()}, owned, control);
        QCOMPARE(report.entries.size(), 1);
        QVERIFY(report.entries[0].path.endsWith(QStringLiteral("/c")));
    }
};

QTEST_GUILESS_MAIN(IncompleteFilesTest)
#include "incomplete_files_test.moc"
