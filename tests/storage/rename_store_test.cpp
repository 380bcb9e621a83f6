// Names that files are being given, in their table.
#include "storage/rename_store.h"

#include "storage/database.h"
#include "storage/torrent_store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using namespace essaim::storage;

class RenameStoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SQLite::Database> m_database;
    RenameStore renames() { return RenameStore(*m_database); }

    static TorrentRecord torrent(std::uint8_t byte) {
        TorrentRecord record;
        record.infoHash.v1.emplace().bytes.fill(byte);
        record.id = record.infoHash.id();
        record.name = "torrent";
        record.savePath = "/srv/dl";
        return record;
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = openDatabase(m_folder->filePath(QStringLiteral("essaim.db")).toStdString(), "essaim");
        QVERIFY(opened.has_value());
        m_database = std::move(*opened);
        for (const std::uint8_t byte : {1, 2})
            TorrentStore(*m_database).put(torrent(byte));
    }

    void remembersUntilTheRenameIsOver() {
        const RenameRecord first{torrent(1).id, 0, "a", "b"};
        const RenameRecord other{torrent(2).id, 0, "a", "c"};
        const RenameRecord later{torrent(1).id, 0, "b", "d"};
        renames().put({first, other});
        QCOMPARE(renames().load(first.id), std::vector{first});
        renames().put({later});
        renames().remove({first}); // its place has been taken
        QCOMPARE(renames().loadAll(), (std::vector{later, other}));
        renames().remove({later});
        QCOMPARE(renames().loadAll(), std::vector{other});
    }

    void knowsNothingOfATorrentThatIsAddedAnew() {
        renames().put({{torrent(1).id, 0, "a", "b"}, {torrent(2).id, 0, "a", "c"}, {torrent(3).id, 0, "a", "d"}});
        TorrentStore(*m_database).put(torrent(1));
        TorrentStore(*m_database).remove(torrent(2).id);
        QVERIFY(renames().loadAll().empty());
    }
};

QTEST_GUILESS_MAIN(RenameStoreTest)
#include "rename_store_test.moc"
