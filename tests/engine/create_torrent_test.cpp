// Making torrents: what goes in, in which order, and what is refused.
#include "engine/create_torrent.h"
#include "engine/session_fixture.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <unistd.h>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class CreateTorrentTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }

    static CreateTorrentRequest of(const QStringList& paths) {
        CreateTorrentRequest request;
        request.paths = paths;
        return request;
    }

    static QStringList shownFiles(const CreatedTorrent& created) {
        QStringList paths;
        const auto parsed = parseTorrent(created.torrent);
        for (const TorrentFileEntry& file : parsed->files) {
            if (!file.isPadding)
                paths.append(file.path);
        }
        return paths;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void hashesEveryPieceOfAFile() {
        const QByteArray bytes = bytesOf(40'000, 7);
        writeFile(path("file.bin"), bytes);
        const auto created = createTorrent(of({path("file.bin")}));
        QVERIFY(created);
        QCOMPARE(created->pieceLength, 16'384);
        QCOMPARE(created->pieceCount, 3);
        QCOMPARE(created->savePath, m_folder->path());
        QByteArray hashes;
        for (qsizetype at = 0; at < bytes.size(); at += 16'384)
            hashes += QCryptographicHash::hash(bytes.mid(at, 16'384), QCryptographicHash::Sha1);
        QVERIFY(created->torrent.contains("6:pieces60:" + hashes));
        const auto parsed = parseTorrent(created->torrent);
        QVERIFY(parsed);
        QCOMPARE(parsed->createdBy, QStringLiteral("Essaim 0.1.0"));
        QVERIFY(parsed->createdAt.isValid());
    }

    void writesWhatWasAskedFor() {
        CreateTorrentRequest request = of({makeContent(path("c"))});
        request.isPrivate = true;
        request.trackers = {
            {QStringLiteral("http://a.example/announce"), QStringLiteral("udp://a.example:1")},
            {QStringLiteral("http://b.example/announce")}};
        request.webSeeds = {QStringLiteral("https://seed.example/dir/")};
        request.comment = QStringLiteral("Für dich");
        request.source = QStringLiteral("HOST");
        request.pieceLength = 65'536;
        const auto created = createTorrent(request);
        QVERIFY(created);
        const auto parsed = parseTorrent(created->torrent);
        QVERIFY(parsed);
        QVERIFY(parsed->isPrivate);
        QCOMPARE(parsed->trackers, request.trackers);
        QCOMPARE(parsed->webSeeds, request.webSeeds);
        QCOMPARE(parsed->comment, request.comment);
        QCOMPARE(parsed->source, request.source);
        QCOMPARE(parsed->pieceLength, 65'536);
        QCOMPARE(parsed->infoHash, created->infoHash);
    }

    void makesEveryFormat_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("v1") << int(TorrentFormat::V1);
        QTest::newRow("v2") << int(TorrentFormat::V2);
        QTest::newRow("hybrid") << int(TorrentFormat::Hybrid);
    }
    void makesEveryFormat() {
        QFETCH(int, format);
        CreateTorrentRequest request = of({makeContent(path("c"))});
        request.format = TorrentFormat(format);
        const auto created = createTorrent(request);
        QVERIFY2(created.has_value(), created ? "" : created.error().detail.c_str());
        QCOMPARE(created->infoHash.v1.has_value(), request.format != TorrentFormat::V2);
        QCOMPARE(created->infoHash.v2.has_value(), request.format != TorrentFormat::V1);
        const QStringList files{
            QStringLiteral("Été à Zürich/b"), QStringLiteral("Été à Zürich/leer"),
            QStringLiteral("Été à Zürich/über/große Datei.bin"), QStringLiteral("Été à Zürich/über/写真/一.jpg")};
        QCOMPARE(shownFiles(*created), files);
        const auto plan = planTorrent(request);
        QVERIFY(plan);
        QCOMPARE(plan->pieceCount, created->pieceCount);
        QCOMPARE(plan->totalSize, created->totalSize);
        QCOMPARE(plan->fileCount, 4);
    }

    void renamesASingleFileInEveryFormat_data() { makesEveryFormat_data(); }
    void renamesASingleFileInEveryFormat() {
        QFETCH(int, format);
        writeFile(path("disk.bin"), bytesOf(50'000, 1));
        CreateTorrentRequest request = of({path("disk.bin")});
        request.format = TorrentFormat(format);
        request.name = QStringLiteral("shown.bin");
        const auto created = createTorrent(request);
        QVERIFY2(created.has_value(), created ? "" : created.error().detail.c_str());
        QCOMPARE(shownFiles(*created), QStringList{QStringLiteral("shown.bin")});
        QCOMPARE(created->diskName, QStringLiteral("disk.bin"));
    }

    void givesTheSameHashForTheSameContent() {
        const QString content = makeContent(path("c"));
        const auto first = createTorrent(of({content}));
        const auto second = createTorrent(of({makeContent(path("d"))}));
        QVERIFY(first && second);
        QCOMPARE(first->infoHash, second->infoHash);
    }

    void takesSeveralItemsOfOneFolder() {
        writeFile(path("album/1.ogg"), bytesOf(10, 1));
        writeFile(path("album/art/front.png"), bytesOf(10, 2));
        writeFile(path("album/not this"), bytesOf(10, 3));
        const auto created = createTorrent(of({path("album/art"), path("album/1.ogg"), path("album/1.ogg")}));
        QVERIFY(created);
        QCOMPARE(created->name, QStringLiteral("album"));
        QCOMPARE(created->savePath, m_folder->path());
        QCOMPARE(
            shownFiles(*created), (QStringList{QStringLiteral("album/1.ogg"), QStringLiteral("album/art/front.png")}));
    }

    void leavesOutWhatCannotBeShared() {
        writeFile(path("c/file"), "x");
        writeFile(path("c/with\nnewline"), "x");
        QFile::link(QStringLiteral("/etc/hostname"), path("c/link out"));
        QFile::link(path("c"), path("c/loop"));
        QFile::link(path("c/file"), path("c/link in"));
        const auto plan = planTorrent(of({path("c")}));
        QVERIFY(plan);
        QCOMPARE(plan->fileCount, 2);
        QStringList skipped = plan->skipped;
        skipped.sort();
        QCOMPARE(skipped, (QStringList{path("c/link out"), path("c/loop"), path("c/with\nnewline")}));
    }

    void refusesWhatMakesNoTorrent() {
        const auto kindOf = [](const CreateTorrentRequest& request) {
            const auto plan = planTorrent(request);
            return plan ? -1 : int(plan.error().kind);
        };
        writeFile(path("a/file"), "x");
        writeFile(path("b/file"), "x");
        writeFile(path("empty"), {});
        QDir().mkpath(path("void"));
        QCOMPARE(kindOf(of({})), int(ErrorKind::InvalidData));
        QCOMPARE(kindOf(of({path("void")})), int(ErrorKind::InvalidData));
        QCOMPARE(kindOf(of({path("empty")})), int(ErrorKind::InvalidData));
        QCOMPARE(kindOf(of({path("nowhere")})), int(ErrorKind::NotFound));
        QCOMPARE(kindOf(of({path("a/file"), path("b/file")})), int(ErrorKind::InvalidData));
        QCOMPARE(kindOf(of({QStringLiteral("/")})), int(ErrorKind::InvalidData));
        CreateTorrentRequest badPieces = of({path("a")});
        badPieces.pieceLength = 20'000;
        QCOMPARE(kindOf(badPieces), int(ErrorKind::InvalidData));
        CreateTorrentRequest badName = of({path("a")});
        badName.name = QStringLiteral("../up");
        QCOMPARE(kindOf(badName), int(ErrorKind::InvalidData));
        CreateTorrentRequest badTracker = of({path("a")});
        badTracker.trackers = {{QStringLiteral("nonsense")}};
        QVERIFY(!createTorrent(badTracker));
    }

    void makesWhatItDoesNotOpenItselfOnlyIfThatIsAskedFor() {
        for (int i = 0; i < 70; ++i)
            writeFile(m_folder->filePath(QStringLiteral("many/%1").arg(i)), bytesOf(5, std::uint32_t(i)));
        CreateTorrentRequest request = of({path("many")});
        request.format = TorrentFormat::Hybrid;
        request.pieceLength = 16 * 1024 * 1024;
        QCOMPARE(createTorrent(request).error().kind, ErrorKind::InvalidData);
        request.allowOverpadding = true;
        QVERIFY(planTorrent(request)->isOverpadded);
        const auto created = createTorrent(request);
        QVERIFY2(created, created ? "" : created.error().detail.c_str());
        QVERIFY(created->infoHash.v1 && created->infoHash.v2);
        QCOMPARE(created->pieceCount, 70);
        const auto opened = parseTorrent(created->torrent);
        QVERIFY(!opened && opened.error().refusal);
        QVERIFY(opened.error().refusal->fault == Fault::TooMuchPadding);
    }

    void choosesOneToTwoThousandPieces() {
        QTemporaryDir folder;
        for (const qint64 size : {qint64(1), qint64(30) << 20, qint64(500) << 20, qint64(5) << 30, qint64(25) << 30}) {
            QFile sparse(folder.filePath(QStringLiteral("big")));
            QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(size));
            const auto plan = planTorrent(of({sparse.fileName()}));
            QVERIFY(plan);
            QVERIFY(plan->pieceLength >= 16'384 && plan->pieceLength <= 16 << 20);
            QVERIFY2(plan->pieceCount <= 2000, qPrintable(QString::number(size)));
            if (plan->pieceLength > 16'384)
                QVERIFY2(plan->pieceCount >= 1000, qPrintable(QString::number(size)));
        }
    }

    void reportsProgressAndFinishes() {
        writeFile(path("file.bin"), bytesOf(2'000'000, 1));
        TorrentMaker maker;
        qint64 last = -1;
        std::optional<Expected<CreatedTorrent>> result;
        connect(&maker, &TorrentMaker::progress, this, [&](qint64 done, qint64 total) {
            QCOMPARE(total, 2'000'000);
            QVERIFY(done >= last && done <= total);
            last = done;
        });
        connect(&maker, &TorrentMaker::finished, this, [&](const Expected<CreatedTorrent>& made) { result = made; });
        maker.start(of({path("file.bin")}));
        QTRY_VERIFY(result);
        QVERIFY(result->has_value());
        QCOMPARE(last, 2'000'000);
    }

    void stopsWhenItIsCancelled() {
        writeFile(path("file.bin"), bytesOf(20'000'000, 1));
        const auto created = createTorrent(of({path("file.bin")}), [](const HashProgress&) { return false; });
        QVERIFY(!created);
        QCOMPARE(created.error().kind, ErrorKind::Cancelled);
        TorrentMaker maker;
        std::optional<Expected<CreatedTorrent>> result;
        connect(&maker, &TorrentMaker::finished, this, [&](const Expected<CreatedTorrent>& made) { result = made; });
        maker.start(of({path("file.bin")}));
        maker.cancel();
        QTRY_VERIFY(result);
        QCOMPARE(result->error().kind, ErrorKind::Cancelled);
    }

    void goesOnAfterAPause() {
        writeFile(path("file.bin"), bytesOf(5'000'000, 1));
        TorrentMaker maker;
        std::optional<Expected<CreatedTorrent>> result;
        bool wasPaused = false;
        connect(&maker, &TorrentMaker::finished, this, [&](const Expected<CreatedTorrent>& made) { result = made; });
        connect(&maker, &TorrentMaker::progressed, this, [&](const HashProgress& state) {
            if (!state.isPaused)
                return;
            wasPaused = true;
            maker.resume();
        });
        maker.pause();
        maker.start(of({path("file.bin")}));
        QTRY_VERIFY(result);
        QVERIFY(wasPaused);
        QVERIFY(result->has_value());
    }

    void noticesThatAFileChangesMeanwhile() {
        writeFile(path("file.bin"), bytesOf(500'000, 1));
        const auto created = createTorrent(of({path("file.bin")}), [&](const HashProgress& state) {
            if (state.done == 0)
                writeFile(path("file.bin"), bytesOf(400'000, 2));
            return true;
        });
        QVERIFY(!created);
        QCOMPARE(created.error().kind, ErrorKind::Busy);
        const auto again = createTorrent(of({path("file.bin")}), [&](const HashProgress& state) {
            if (state.done == state.total)
                writeFile(path("file.bin"), bytesOf(400'000, 3)); // as long as before
            return true;
        });
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Busy);
    }
};

QTEST_GUILESS_MAIN(CreateTorrentTest)
#include "create_torrent_test.moc"
