// What libtorrent is given for a torrent of the store.
#include "engine/resume_saver.h"
#include "engine/session_fixture.h"
#include "engine/torrent_params.h"

#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class TorrentParamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The resume data may be older than the user's last choice, or from the moment before a magnet wants anything.
    void wantsWhatTheStoreSaysWhateverTheResumeDataSays() {
        const QTemporaryDir folder;
        AddTorrentRequest added = request(make(makeContent(folder.path())).torrent, folder.path());
        const auto prepared = prepareRequest(added, {});
        QVERIFY(prepared);
        storage::TorrentRecord record = prepared->record;
        lt::add_torrent_params nothingWanted = prepared->params;
        nothingWanted.piece_priorities.assign(std::size_t(prepared->metadata->pieceCount), lt::dont_download);
        nothingWanted.file_priorities.assign(std::size_t(prepared->metadata->fileCount), lt::dont_download);
        nothingWanted.total_uploaded = 7;
        record.resumeData = encodeResume(nothingWanted);

        const auto restored = prepareStored(record, {});
        QVERIFY(restored);
        QCOMPARE(restored->params.total_uploaded, std::int64_t(7)); // the resume data was read
        QVERIFY(restored->params.piece_priorities.empty());
        QVERIFY(restored->params.file_priorities.empty());
    }

    /// What it has may lie in the part file, where libtorrent looks for pieces of unwanted files only.
    void checksTheDiskWhenFilesAreWantedThatWereNot() {
        const QTemporaryDir folder;
        AddTorrentRequest added = request(make(makeContent(folder.path())).torrent, folder.path());
        const auto prepared = prepareRequest(added, {});
        QVERIFY(prepared);
        storage::TorrentRecord record = prepared->record;
        lt::add_torrent_params resume = prepared->params;
        resume.have_pieces.resize(prepared->metadata->pieceCount, true);
        resume.file_priorities = {lt::default_priority, lt::dont_download};
        record.resumeData = encodeResume(resume);

        record.filePriorities = encodePriorities({4, 0});
        QCOMPARE(prepareStored(record, {})->params.have_pieces.count(), prepared->metadata->pieceCount);
        record.filePriorities = encodePriorities({0, 0}); // one less: its pieces stay where they are
        QCOMPARE(prepareStored(record, {})->params.have_pieces.count(), prepared->metadata->pieceCount);
        record.filePriorities = encodePriorities({4, 7});
        QVERIFY(prepareStored(record, {})->params.have_pieces.empty());
        record.filePriorities.clear(); // all
        QVERIFY(prepareStored(record, {})->params.have_pieces.empty());
    }
};

QTEST_GUILESS_MAIN(TorrentParamsTest)
#include "torrent_params_test.moc"
