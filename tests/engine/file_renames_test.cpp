// Files that were being renamed when the program was killed: found under whichever name they have.
#include "engine/files/settle_names.h"
#include "engine/session_fixture.h"
#include "engine/torrent_loader.h"
#include "storage/database.h"
#include "storage/file_owner_store.h"
#include "storage/removed_store.h"
#include "storage/rename_store.h"
#include "storage/torrent_store.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <libtorrent/torrent_info.hpp>

#include <algorithm>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;
using storage::RenameRecord;

class FileRenamesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_database;
    CreatedTorrent m_created;
    TorrentId m_id;

    QString path(const QString& relative) const { return m_created.savePath + '/' + relative; }
    static QString nameOf(const char* name) { return QStringLiteral("Été à Zürich/") + QString::fromUtf8(name); }

    int numberOf(const QString& relative) const {
        const auto loaded = loadTorrent({m_created.torrent.constData(), std::size_t(m_created.torrent.size())});
        const lt::file_storage& files = loaded->params.ti->files();
        for (const lt::file_index_t index : files.file_range()) {
            if (files.file_path(index) == relative.toStdString())
                return static_cast<int>(index);
        }
        return -1;
    }

    /// What a run that was killed left: the torrent, and what it noted before it touched the disk.
    void leave(const QString& from, const QString& to, bool isRemoved = false) {
        {
            TestSession session(m_database);
            QVERIFY(session.start());
            m_id = seed(session, m_created).id;
            QVERIFY(session.waitForState(m_id, TorrentState::Seeding));
            QVERIFY(session.stop());
        }
        const int number = numberOf(from);
        QVERIFY(number >= 0);
        auto database = storage::openDatabase(m_database.toStdString(), "essaim");
        QVERIFY(database.has_value());
        storage::RenameStore(**database).put({{m_id, number, from.toStdString(), to.toStdString()}});
        if (isRemoved) {
            storage::FileOwnerStore(**database).put(m_id, {{number, from.toStdString(), true, {}}});
            storage::RemovedStore(**database).put(m_id, 1, storage::RemovedFiles::Deleted);
        }
    }

    /// Nothing notices, unless the file is read from end to end.
    void damage(const QString& relative) {
        QFile file(path(relative));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QCOMPARE(file.write("x"), 1);
    }

    struct Left {
        std::map<int, std::string> names;
        std::vector<RenameRecord> renames;
    };
    Left left() const {
        auto database = storage::openDatabase(m_database.toStdString(), "essaim");
        if (!database)
            qFatal("no database");
        const auto row = storage::TorrentStore(**database).load(m_id);
        return {row ? row->renamedFiles : std::map<int, std::string>(), storage::RenameStore(**database).loadAll()};
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_created = make(makeContent(m_folder->path()));
        m_database = m_folder->filePath(QStringLiteral("profile/essaim.db"));
    }

    void findsAFileUnderTheNameThatItHas_data() {
        QTest::addColumn<bool>("isRenamed");
        QTest::newRow("killed before it had the new name") << false;
        QTest::newRow("killed before the new name was saved") << true;
    }
    void findsAFileUnderTheNameThatItHas() {
        QFETCH(bool, isRenamed);
        const QString from = nameOf("über/große Datei.bin");
        const QString to = nameOf("unter/große Datei.bin");
        leave(from, to);
        damage(from);
        if (isRenamed) {
            QVERIFY(QDir().mkpath(path(nameOf("unter"))));
            QVERIFY(QFile::rename(path(from), path(to)));
        }
        {
            TestSession session(m_database);
            QVERIFY(session.start());
            QVERIFY(session.waitForState(m_id, TorrentState::Seeding)); // a check would have found the damage
            QCOMPARE(session.find(m_id)->progress, 1.0);
            QVERIFY(session.problems.isEmpty());
            QVERIFY(session.stop());
        }
        QVERIFY(QFile::exists(path(to)));
        QVERIFY(!QFile::exists(path(from)));
        const Left found = left();
        QCOMPARE(found.names.at(numberOf(from)), to.toStdString());
        QVERIFY(found.renames.empty());
    }

    void overwritesNothingThatStandsAtTheNewName() {
        const QString from = nameOf("b");
        const QString to = nameOf("c");
        leave(from, to);
        writeFile(path(to), "foreign");
        {
            TestSession session(m_database);
            QVERIFY(session.start());
            QVERIFY(session.waitForState(m_id, TorrentState::Seeding));
            QVERIFY(session.stop());
        }
        QCOMPARE(readFile(path(to)), QByteArray("foreign"));
        QCOMPARE(readFile(path(from)), bytesOf(1, 3));
        const Left found = left();
        QCOMPARE(found.names.at(numberOf(from)), from.toStdString());
        QVERIFY(found.renames.empty());
    }

    void saysThatAFileIsMissingThatHasNeitherName() {
        const QString from = nameOf("über/große Datei.bin");
        leave(from, nameOf("unter/große Datei.bin"));
        QVERIFY(QFile::rename(path(from), m_folder->filePath(QStringLiteral("elsewhere"))));
        TestSession session(m_database);
        QVERIFY(session.start());
        QVERIFY(session.waitForState(m_id, TorrentState::MissingFiles));
        QVERIFY(session.stop());
    }

    void decidesNothingWhereTheFolderIsNotThere() {
        const QString away = m_folder->filePath(QStringLiteral("away"));
        QVERIFY(!settleNames(away.toStdString(), {{m_id, 0, "a", "b"}}).isKnown);
        QVERIFY(!QFile::exists(away));
    }

    void removesAFileOfARemovedTorrentUnderItsNewName() {
        const QString from = nameOf("b");
        const QString to = nameOf("c");
        leave(from, to, true);
        QVERIFY(QFile::rename(path(from), path(to)));
        TestSession session(m_database);
        const QSignalSpy removed(&*session.operator->(), &Session::filesRemoved);
        QVERIFY(session.start());
        QVERIFY(QTest::qWaitFor([&] { return removed.size() == 1; }, kDeadlineMs));
        QVERIFY(!QFile::exists(path(to)));
        QVERIFY(session.stop());
    }

    /// libtorrent changes names on its own thread.
    void tellsTheNamesWhileAFolderIsRenamed() {
        constexpr int kFiles = 200;
        const QString root = m_folder->filePath(QStringLiteral("many"));
        for (int i = 0; i < kFiles; ++i)
            writeFile(QStringLiteral("%1/first/a name that is long enough for the heap %2").arg(root).arg(i), "x");
        m_created = make(root);
        TestSession session;
        QVERIFY(session.start());
        m_id = seed(session, m_created).id;
        QVERIFY(session.waitForState(m_id, TorrentState::Seeding));
        for (const char* folder : {"second", "third", "fourth"}) {
            std::map<int, QString> paths;
            for (int i = 0; i < kFiles; ++i)
                paths[i] =
                    QStringLiteral("many/%1/another name that is long enough %2").arg(QLatin1String(folder)).arg(i);
            session->edit({m_id}, RenameFiles{paths});
            QVERIFY(QTest::qWaitFor(
                [&] {
                    session->requestDetails(m_id);
                    return session.details && session.details->description.files.size() == kFiles &&
                           std::ranges::all_of(session.details->description.files, [&](const TorrentFileEntry& file) {
                               return file.path.contains(QLatin1String(folder)) && QFile::exists(path(file.path));
                           });
                },
                kDeadlineMs));
        }
        QVERIFY(session.problems.isEmpty());
        QVERIFY(session.stop());
    }

    void leavesNoNoteAfterARename() {
        const QString from = nameOf("b");
        const QString to = nameOf("deep/er/c");
        {
            TestSession session(m_database);
            QVERIFY(session.start());
            m_id = seed(session, m_created).id;
            QVERIFY(session.waitForState(m_id, TorrentState::Seeding));
            // The second one waits for the first.
            session->edit({m_id}, RenameFiles{{{numberOf(from), nameOf("between/c")}}});
            session->edit({m_id}, RenameFiles{{{numberOf(from), to}}});
            QVERIFY(QTest::qWaitFor(
                [&] { return QFile::exists(path(to)) && !QFile::exists(path(nameOf("between"))); }, kDeadlineMs));
            QVERIFY(session.problems.isEmpty());
            QVERIFY(session.stop());
        }
        QCOMPARE(left().names.at(numberOf(from)), to.toStdString());
    }
};

QTEST_GUILESS_MAIN(FileRenamesTest)
#include "file_renames_test.moc"
