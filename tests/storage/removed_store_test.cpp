// Removed torrents, the owners of files and what has reached the disk, in their tables.
#include "storage/removed_store.h"

#include "storage/database.h"
#include "storage/durable_store.h"
#include "storage/file_owner_store.h"
#include "storage/torrent_store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using namespace essaim::storage;

namespace {

TorrentRecord torrent(std::uint8_t byte, const std::string& savePath = "/srv/dl") {
    TorrentRecord record;
    record.infoHash.v1.emplace().bytes.fill(byte);
    record.id = record.infoHash.id();
    record.name = "torrent " + std::to_string(byte);
    record.savePath = savePath;
    record.metadata = "d4:infodee";
    record.resumeData = "de";
    record.resumeOrigin.sequence = 1;
    record.addedAt = 5;
    return record;
}

FileOwnerRecord file(int number, const std::string& path, bool ours) {
    return {number, path, ours, {}};
}

} // namespace

class RemovedStoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SQLite::Database> m_database;

    void open() {
        m_database.reset();
        auto opened = openDatabase(m_folder->filePath(QStringLiteral("essaim.db")).toStdString(), "essaim");
        QVERIFY(opened.has_value());
        m_database = std::move(*opened);
    }
    TorrentStore torrents() { return TorrentStore(*m_database); }
    RemovedStore removed() { return RemovedStore(*m_database); }
    FileOwnerStore owners() { return FileOwnerStore(*m_database); }
    DurableStore durable() { return DurableStore(*m_database); }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        for (const std::uint8_t byte : {1, 2, 3})
            torrents().put(torrent(byte));
    }

    void aRemovedTorrentLeavesTheListAndComesBackWholeAtItsPlace() {
        const TorrentRecord second = torrent(2);
        removed().put(second.id, 100, RemovedFiles::Kept);
        open();
        QCOMPARE(torrents().loadAll().size(), std::size_t(2));
        const auto list = removed().loadAll();
        QCOMPARE(list.size(), std::size_t(1));
        QVERIFY(
            (list[0] ==
             RemovedRecord{second.id, "torrent 2", "/srv/dl", 100, RemovedFiles::Kept, false, second.infoHash}));
        QVERIFY(removed().restore(second.id));
        QVERIFY(!removed().restore(second.id));
        QVERIFY(torrents().loadAll().at(1) == second);
        QVERIFY(removed().loadAll().empty());
    }

    void remembersWhatLiesInTheBinUntilTheTorrentIsBack() {
        const TorrentId id = torrent(1).id;
        removed().put(id, 100, RemovedFiles::Bin);
        QVERIFY(removed().loadAll().at(0).pending);
        const std::vector<BinnedFile> files{{"/srv/dl/a", "/srv/.Trash-0/files/a"}, {"/srv/dl/b", "/bin/b"}};
        removed().addBinned(id, files);
        removed().setDone(id);
        open();
        QVERIFY(!removed().loadAll().at(0).pending);
        QVERIFY(removed().binned(id) == files);
        QVERIFY(removed().restore(id));
        QVERIFY(removed().binned(id).empty());
    }

    void forgetsWhatIsOldButNothingThatIsPending() {
        removed().put(torrent(1).id, 100, RemovedFiles::Kept);
        removed().put(torrent(2).id, 200, RemovedFiles::Kept);
        removed().put(torrent(3).id, 100, RemovedFiles::Deleted);
        QCOMPARE(removed().purge(150), 1);
        QCOMPARE(removed().loadAll().size(), std::size_t(2));
        QVERIFY(!torrents().load(torrent(1).id));
        QVERIFY(torrents().load(torrent(3).id));
    }

    void aRemovedTorrentThatIsAddedAgainStartsAnew() {
        const TorrentRecord record = torrent(1);
        durable().put({record.id, true, {}, 7});
        removed().put(record.id, 100, RemovedFiles::Bin);
        removed().addBinned(record.id, {{"/a", "/b"}});
        torrents().put(record);
        QVERIFY(removed().loadAll().empty());
        QVERIFY(removed().binned(record.id).empty());
        QVERIFY(durable().loadAll().empty());
        QCOMPARE(torrents().loadAll().size(), std::size_t(3));
    }

    void keepsTheOwnersOfFilesAndTheirStamps() {
        const TorrentId id = torrent(1).id;
        owners().put(id, {file(0, "Été/a", true), file(2, "Été/b", false)});
        owners().stamp(id, {{2, {5, 6, 7, 8}}, {9, {1, 1, 1, 1}}});
        owners().rename(id, 0, "Été/a (1)");
        open();
        const auto files = owners().load(id);
        QCOMPARE(files.size(), std::size_t(2));
        QVERIFY(files[0] == file(0, "Été/a (1)", true));
        QVERIFY((files[1] == FileOwnerRecord{2, "Été/b", false, {5, 6, 7, 8}}));
        torrents().remove(id);
        QVERIFY(owners().load(id).empty());
    }

    void findsAnotherTorrentThatHasTheFileUnderAnySavePath() {
        owners().put(torrent(1).id, {file(0, "album/one.flac", true)});
        const auto claim = owners().claimOf({"/srv/dl/album/two.flac", "/srv/dl/album/one.flac"}, torrent(2).id);
        QVERIFY(claim.has_value());
        QCOMPARE(claim->torrentName, std::string("torrent 1"));
        QCOMPARE(claim->path, std::string("/srv/dl/album/one.flac"));
        QVERIFY(!owners().claimOf({"/srv/dl/album/one.flac"}, torrent(1).id)); // its own
        QVERIFY(!owners().claimOf({"/srv/dl/album"}, torrent(2).id));
        QVERIFY(!owners().claimOf({"/other/album/one.flac"}, torrent(2).id));

        // Among very many, of which all but one are free.
        std::vector<std::string> many;
        for (int i = 0; i < 3000; ++i)
            many.push_back("/srv/dl/set/" + std::to_string(i));
        QVERIFY(owners().claimed(many, {torrent(2).id}).empty());
        many[2000] = "/srv/dl/album/one.flac";
        QCOMPARE(owners().claimed(many, {torrent(2).id}), std::vector<std::size_t>{2000});
        QVERIFY(owners().claimed(many, {torrent(1).id}).empty());
        QCOMPARE(owners().claimOf(many, torrent(2).id)->path, many[2000]);

        torrents().put(torrent(4, "/"));
        owners().put(torrent(4).id, {file(0, "srv/dl/x", true)});
        QVERIFY(owners().claimOf({"/srv/dl/x"}, torrent(2).id));
        removed().put(torrent(4).id, 1, RemovedFiles::Kept);
        QVERIFY(!owners().claimOf({"/srv/dl/x"}, torrent(2).id));
    }

    void keepsWhichPiecesAreOnTheDisk() {
        const DurableRecord some{torrent(1).id, false, std::string("\xf0\0", 2), 11};
        const DurableRecord all{torrent(2).id, true, {}, 12};
        durable().put(some);
        durable().put(all);
        durable().put({TorrentId{}, true, {}, 1}); // nobody's
        open();
        QVERIFY((durable().loadAll() == std::vector{some, all}));
    }
};

QTEST_APPLESS_MAIN(RemovedStoreTest)
#include "removed_store_test.moc"
