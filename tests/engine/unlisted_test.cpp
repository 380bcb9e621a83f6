// Finding the files that no torrent has, and taking them to the bin.
#include "engine/session_fixture.h"

#include <QTemporaryDir>

#include <filesystem>
#include <unistd.h>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class UnlistedTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestSession> m_session;
    TorrentId m_id;

    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }

    void write(const QString& file, const QByteArray& bytes = "not of a torrent") const {
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    UnlistedReport find(const QStringList& folders) {
        std::optional<UnlistedReport> report;
        const auto connection = connect(
            m_session->operator->(), &Session::unlistedFound, this, [&](const UnlistedReport& told) { report = told; });
        (*m_session)->findUnlisted(7, folders);
        (void)QTest::qWaitFor([&] { return report.has_value(); }, kDeadlineMs);
        disconnect(connection);
        return report.value_or(UnlistedReport{});
    }
    UnlistedMoved moved(const std::function<void(Session&)>& command) {
        std::optional<UnlistedMoved> result;
        const auto connection = connect(
            m_session->operator->(), &Session::unlistedMoved, this, [&](const UnlistedMoved& told) { result = told; });
        command(*m_session->operator->());
        (void)QTest::qWaitFor([&] { return result.has_value(); }, kDeadlineMs);
        disconnect(connection);
        return result.value_or(UnlistedMoved{});
    }
    static QStringList pathsOf(const UnlistedReport& report) {
        QStringList paths;
        for (const UnlistedEntry& entry : report.entries)
            paths.append(entry.path);
        return paths;
    }

private Q_SLOTS:
    /// A torrent with files in "content/Été à Zürich", and things beside and between them.
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", QFile::encodeName(path("data")));
        const CreatedTorrent torrent = make(makeContent(path("content")));
        m_session = std::make_unique<TestSession>(path("profile/essaim.db"));
        QVERIFY(m_session->start());
        const AddTorrentOutcome outcome = m_session->add(request(torrent.torrent, path("content")));
        QVERIFY(!outcome.error);
        m_id = outcome.id;
        QVERIFY(m_session->waitForState(m_id, TorrentState::Seeding));
    }

    void findsWhatIsBetweenTheFilesOfATorrentAndBesideThem() {
        write(path("content/Été à Zürich/notes.txt"));
        write(path("content/alone.iso"), QByteArray(3000, 'x'));
        const UnlistedReport report = find({path("content")});
        QVERIFY(!report.error);
        QCOMPARE(pathsOf(report), (QStringList{path("content/alone.iso"), path("content/Été à Zürich/notes.txt")}));
        QCOMPARE(report.entries[0].size, 3000);
        QVERIFY(report.entries[0].changed.isValid());
    }

    void aFolderWithNothingOfATorrentCountsAsOne() {
        write(path("content/old/a/1"));
        write(path("content/old/b/2"));
        const UnlistedReport report = find({path("content")});
        QCOMPARE(pathsOf(report), QStringList{path("content/old")});
        QVERIFY(report.entries[0].isFolder);
        QCOMPARE(report.entries[0].files, 2);
        QCOMPARE(report.entries[0].size, 32);
    }

    void theSameFolderByAnotherWayIsTheTorrentsAllTheSame() {
        QVERIFY(::symlink(path("content").toLocal8Bit(), path("link").toLocal8Bit()) == 0);
        QVERIFY(find({path("link")}).entries.isEmpty());
    }

    void aSecondNameOfAFileOfATorrentIsNotOfferedToo() {
        QDir(path("content")).mkdir(QStringLiteral("linked"));
        const QString file = QDir(path("content/Été à Zürich")).entryInfoList(QDir::Files).first().filePath();
        QVERIFY(::link(file.toLocal8Bit(), path("content/linked/same").toLocal8Bit()) == 0);
        QVERIFY(find({path("content")}).entries.isEmpty());
    }

    void linksAreNotFollowed() {
        write(path("elsewhere/precious"));
        QVERIFY(::symlink(path("elsewhere").toLocal8Bit(), path("content/door").toLocal8Bit()) == 0);
        QCOMPARE(pathsOf(find({path("content")})), QStringList{path("content/door")});
    }

    void binsAndTheProgramsOwnFilesAreLeftOut() {
        write(path("content/.Trash-1000/files/old"));
        write(path("data/Trash/files/old"));
        QVERIFY(find({path("content")}).entries.isEmpty());
        const QStringList all = pathsOf(find({m_folder->path()}));
        QVERIFY(std::ranges::none_of(all, [this](const QString& each) {
            return each.startsWith(path("profile")) || each.startsWith(path("data/Trash"));
        }));
    }

    void namesTheRemovedTorrentWhoseFilesStayed() {
        (*m_session)->remove({m_id}, FilesFate::Keep);
        QTRY_COMPARE(m_session->removedCount, 1);
        const UnlistedReport report = find({path("content")});
        QCOMPARE(report.entries.size(), 1);
        QCOMPARE(report.entries[0].path, path("content/Été à Zürich"));
        QCOMPARE(report.entries[0].formerly, QStringLiteral("Été à Zürich"));
    }

    void whatGoesToTheBinComesBack() {
        write(path("content/old/a/1"));
        const QStringList paths{path("content/old")};
        const UnlistedMoved gone = moved([&](Session& session) { session.discardUnlisted(8, paths); });
        QVERIFY(gone.failures.isEmpty());
        QCOMPARE(gone.moved.size(), 1);
        QVERIFY(!QFileInfo::exists(paths.first()));
        QVERIFY(QFileInfo::exists(gone.moved.first().second));
        QVERIFY(moved([&](Session& session) { session.putBackUnlisted(9, gone.moved); }).failures.isEmpty());
        QVERIFY(QFileInfo::exists(path("content/old/a/1")));
    }

    void whatATorrentHasDoesNotGo() {
        write(path("content/Été à Zürich/notes.txt"));
        const QString file = QDir(path("content/Été à Zürich")).entryInfoList(QDir::Files).first().filePath();
        const QStringList paths{path("content"), path("content/Été à Zürich"), file};
        const UnlistedMoved gone = moved([&](Session& session) { session.discardUnlisted(8, paths); });
        QCOMPARE(gone.moved.size(), 0);
        QCOMPARE(gone.failures.size(), 3);
        QCOMPARE(gone.failures.first().kind, ErrorKind::Busy);
        QVERIFY(QFileInfo::exists(file));
    }

    void aFolderThatCannotBeReadIsNamedAndStays() {
        // Deeper than a path can name: nobody, root included, can look there.
        QVERIFY(QDir().mkpath(path("content/old")));
        const std::filesystem::path here = std::filesystem::current_path();
        std::filesystem::current_path(path("content/old").toStdString());
        for (int level = 0; level < 20; ++level) {
            std::filesystem::create_directory(std::string(250, 'd'));
            std::filesystem::current_path(std::string(250, 'd'));
        }
        std::filesystem::current_path(here);
        const UnlistedReport report = find({path("content")});
        std::filesystem::remove_all(path("content/old").toStdString());
        QCOMPARE(report.unread.size(), 1);
        QVERIFY(report.unread.first().startsWith(path("content/old/ddd")));
        QVERIFY(report.entries.isEmpty()); // what holds it is not offered
    }
};

QTEST_GUILESS_MAIN(UnlistedTest)
#include "unlisted_test.moc"
