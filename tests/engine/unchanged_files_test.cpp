// What was hashed once is not read again; what changed while it was read is told.
#include "engine/session_fixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class UnchangedFilesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->filePath(name); }

    /// Sparse: long to hash, quick to make.
    QString large(const QString& name, qint64 size) const {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(size))
            qFatal("cannot make %s", qPrintable(name));
        return path(name);
    }

    CreateTorrentRequest requestFor(const QString& content, TorrentFormat format = TorrentFormat::Hybrid) const {
        CreateTorrentRequest request;
        request.paths = {content};
        request.format = format;
        request.pieceLength = 64 * 1024;
        request.withDate = false;
        request.cachePath = path(QStringLiteral("cache"));
        return request;
    }

    /// Files that were written just now are not remembered: their time stamps could be those of a later change, too.
    static void letTimePass(const QString& path) {
        QTRY_VERIFY_WITH_TIMEOUT(
            QFileInfo(path).lastModified().msecsTo(QDateTime::currentDateTime()) > 150, kDeadlineMs);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theSecondTimeNothingIsRead_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("v1") << int(TorrentFormat::V1);
        QTest::newRow("v2") << int(TorrentFormat::V2);
        QTest::newRow("hybrid") << int(TorrentFormat::Hybrid);
    }
    void theSecondTimeNothingIsRead() {
        QFETCH(int, format);
        const QString content = makeContent(path(QStringLiteral("content")));
        letTimePass(content + QStringLiteral("/leer"));
        const auto request = requestFor(content, TorrentFormat(format));
        const auto first = createTorrent(request);
        QVERIFY(first);
        QCOMPARE(first->reusedSize, 0);
        const auto second = createTorrent(request);
        QVERIFY(second);
        QCOMPARE(second->reusedSize, first->totalSize);
        QCOMPARE(second->torrent, first->torrent);
    }

    void aNewVersionReadsWhatChangedOnly() {
        const QString content = makeContent(path(QStringLiteral("content")));
        letTimePass(content + QStringLiteral("/leer"));
        QVERIFY(createTorrent(requestFor(content)));
        writeFile(content + QStringLiteral("/b"), "another");
        writeFile(content + QStringLiteral("/new"), bytesOf(5'000, 9));
        const auto second = createTorrent(requestFor(content));
        QVERIFY(second);
        QCOMPARE(second->reusedSize, 900'001 + 16'384);
        CreateTorrentRequest fresh = requestFor(content);
        fresh.cachePath.clear();
        QCOMPARE(second->torrent, createTorrent(fresh)->torrent);
    }

    void aChangeThatKeepsSizeAndTimeIsSeen() {
        const QString file = path(QStringLiteral("file"));
        writeFile(file, bytesOf(300'000, 1));
        letTimePass(file);
        struct stat before{};
        QCOMPARE(::stat(qPrintable(file), &before), 0);
        const auto first = createTorrent(requestFor(file));
        QVERIFY(first);
        writeFile(file, bytesOf(300'000, 2));
        const timespec times[] = {before.st_atim, before.st_mtim};
        QCOMPARE(::utimensat(AT_FDCWD, qPrintable(file), times, 0), 0);
        const auto second = createTorrent(requestFor(file));
        QVERIFY(second);
        QCOMPARE(second->reusedSize, 0);
        QVERIFY(second->infoHash != first->infoHash);
    }

    void aRunThatWasCutShortIsNotLost() {
        const QString file = large(QStringLiteral("file"), qint64(1) << 30);
        letTimePass(file);
        qint64 done = 0;
        const auto cut = createTorrent(requestFor(file), [&done](const HashProgress& progress) {
            done = progress.done;
            return progress.done < (qint64(64) << 20);
        });
        QVERIFY(!cut);
        QCOMPARE(int(cut.error().kind), int(ErrorKind::Cancelled));
        const auto second = createTorrent(requestFor(file));
        QVERIFY(second);
        QVERIFY2(second->reusedSize > done / 2, qPrintable(QString::number(second->reusedSize)));
    }

    void aFileThatChangesMeanwhileIsToldAndOnlyItIsReadAgain() {
        large(QStringLiteral("folder/1 stays"), qint64(256) << 20);
        const QString longest = large(QStringLiteral("folder/2 is cut"), qint64(64) << 30);
        const QString grows = large(QStringLiteral("folder/3 grows"), 1'000'000);
        letTimePass(grows);
        TorrentMaker maker;
        QSignalSpy finished(&maker, &TorrentMaker::finished);
        qint64 done = 0;
        connect(&maker, &TorrentMaker::progressed, this, [&done](const HashProgress& state) { done = state.done; });
        auto request = requestFor(path(QStringLiteral("folder")), TorrentFormat::V1);
        request.padFiles = true;
        request.pieceLength = 1024 * 1024;
        maker.start(request);
        QTRY_VERIFY_WITH_TIMEOUT(done > (qint64(320) << 20), kDeadlineMs);
        QVERIFY(QFile::resize(grows, 1'000'001));
        QVERIFY(QFile::resize(longest, 1'000'000)); // its reader meets the end at once
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, kDeadlineMs);
        const auto result = finished.front().front().value<Expected<CreatedTorrent>>();
        QVERIFY(!result);
        QCOMPARE(int(result.error().kind), int(ErrorKind::Busy));
        QVERIFY(result.error().subject.ends_with("2 is cut"));
        const auto second = createTorrent(request);
        QVERIFY(second);
        QCOMPARE(second->reusedSize, qint64(256) << 20);
    }

    void damageToTheCacheCostsNothingButTime() {
        const QString content = makeContent(path(QStringLiteral("content")));
        letTimePass(content + QStringLiteral("/leer"));
        const auto first = createTorrent(requestFor(content));
        QVERIFY(first);
        QByteArray cache = readFile(path(QStringLiteral("cache")));
        for (qsizetype at = 40; at < cache.size(); at += 4096)
            cache[at] = char(cache[at] ^ 0x55);
        writeFile(path(QStringLiteral("cache")), cache);
        const auto second = createTorrent(requestFor(content));
        QVERIFY(second);
        QCOMPARE(second->torrent, first->torrent);
        QCOMPARE(second->reusedSize, 0);
        writeFile(path(QStringLiteral("cache")), "not a cache");
        QCOMPARE(createTorrent(requestFor(content))->torrent, first->torrent);
    }
};

QTEST_GUILESS_MAIN(UnchangedFilesTest)
#include "unchanged_files_test.moc"
