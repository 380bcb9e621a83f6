// The gate: which torrents and links are accepted, and what they say.
#include "engine/torrent_file.h"

#include "core/bencode_writer.h"
#include "engine/create_torrent.h"
#include "engine/torrent_loader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <unistd.h>

using namespace essaim;
using namespace essaim::engine;

namespace {

using Dictionary = BencodeValue::Dictionary;
using List = BencodeValue::List;

BencodeValue number(std::int64_t value) {
    return BencodeValue(value);
}

/// info dictionary of two files, 20,000 and 10,000 bytes, in pieces of 16 KiB.
Dictionary twoFiles() {
    Dictionary first{{"length", number(20'000)}, {"path", List{"sub", "a.bin"}}};
    Dictionary second{{"length", number(10'000)}, {"path", List{"b.bin"}}};
    return {
        {"name", "Folder"},
        {"piece length", number(16'384)},
        {"pieces", std::string(40, 'h')},
        {"files", List{std::move(first), std::move(second)}}};
}

QByteArray torrentOf(const Dictionary& info, Dictionary rest = {}) {
    rest["info"] = info;
    return QByteArray::fromStdString(BencodeValue(std::move(rest)).encode());
}

/// twoFiles() with another first path.
Dictionary withPath(List path) {
    Dictionary info = twoFiles();
    info["files"] = List{
        Dictionary{{"length", number(20'000)}, {"path", std::move(path)}},
        Dictionary{{"length", number(10'000)}, {"path", List{"b.bin"}}}};
    return info;
}

Dictionary with(const char* key, BencodeValue value) {
    Dictionary info = twoFiles();
    info[key] = std::move(value);
    return info;
}

} // namespace

class TorrentFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatATorrentSays() {
        Dictionary info = with("private", number(1));
        info["source"] = "S";
        const auto torrent = parseTorrent(torrentOf(
            info, {{"announce", "http://a.example/announce"},
                   {"announce-list",
                    List{List{"http://a.example/announce", "udp://b.example:6969"}, List{"https://c.example/x"}}},
                   {"url-list", List{"http://seed.example/"}},
                   {"comment", "Grüße"},
                   {"created by", "Maker"},
                   {"creation date", number(1'700'000'000)}}));
        QVERIFY2(torrent.has_value(), torrent ? "" : torrent.error().detail.c_str());
        QCOMPARE(torrent->name, QStringLiteral("Folder"));
        QCOMPARE(torrent->files.size(), 2);
        QCOMPARE(torrent->files[0].path, QStringLiteral("Folder/sub/a.bin"));
        QCOMPARE(torrent->files[0].size, 20'000);
        QCOMPARE(torrent->totalSize, 30'000);
        QCOMPARE(torrent->pieceCount, 2);
        QVERIFY(torrent->isPrivate);
        QCOMPARE(torrent->source, QStringLiteral("S"));
        QCOMPARE(torrent->comment, QStringLiteral("Grüße"));
        QCOMPARE(torrent->createdAt.toSecsSinceEpoch(), 1'700'000'000);
        const QList<QStringList> tiers{
            {QStringLiteral("http://a.example/announce"), QStringLiteral("udp://b.example:6969")},
            {QStringLiteral("https://c.example/x")}};
        QCOMPARE(torrent->trackers, tiers);
        QCOMPARE(torrent->webSeeds, QStringList{QStringLiteral("http://seed.example/")});
        QVERIFY(torrent->infoHash.v1 && !torrent->infoHash.v2);
    }

    void saysWhereTheLibraryIsWeak() {
        CreateTorrentRequest request;
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(20'000, 'x')) > 0);
        file.close();
        request.paths = {file.fileName()};
        for (const TorrentFormat format : {TorrentFormat::V1, TorrentFormat::V2, TorrentFormat::Hybrid}) {
            request.format = format;
            const auto made = createTorrent(request);
            QVERIFY(made);
            const auto torrent = parseTorrent(made->torrent);
            QVERIFY(torrent);
            const bool isNoted =
                std::ranges::count(torrent->notes, TorrentNote::Kind::Version2, &TorrentNote::kind) == 1;
            QCOMPARE(isNoted, format != TorrentFormat::V1 && !usesWebSeeds());
        }
    }

    void refusesWhatCouldDoHarm_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const Dictionary& info, const char* reason) {
            QTest::newRow(name) << torrentOf(info) << QString::fromUtf8(reason);
        };
        row("path up", withPath({"..", "etc", "passwd"}), "leaves-folder");
        row("path dot", withPath({".", "x"}), "leaves-folder");
        row("absolute path", withPath({"/etc/passwd"}), "path-separator");
        row("backslash", withPath({"..\\x"}), "path-separator");
        row("empty part", withPath({"", "x"}), "empty-name");
        row("no-path", withPath({}), "no-path");
        row("NUL", withPath({std::string("a\0b", 3)}), "control-character");
        row("newline", withPath({"a\nb"}), "control-character");
        row("long name", withPath({std::string(256, 'n')}), "name-too-long");
        row("deep path", withPath(List(40, BencodeValue("d"))), "path-too-deep");
        row("same file twice", withPath({"b.bin"}), "listed-twice");
        row("file and folder", withPath({"b.bin", "x"}), "file-and-folder");
        row("name is a path", with("name", "../x"), "path-separator");
        row("name is dots", with("name", ".."), "leaves-folder");
        row(
            "no name",
            [] {
                Dictionary i = twoFiles();
                i.erase("name");
                return i;
            }(),
            "no-name");
        row("piece length zero", with("piece length", number(0)), "piece-length");
        row("piece length odd", with("piece length", number(20'000)), "piece-length");
        row("piece length huge", with("piece length", number(std::int64_t(1) << 40)), "piece-length");
        row("piece length negative", with("piece length", number(-16'384)), "piece-length");
        row("too few hashes", with("pieces", std::string(20, 'h')), "piece-hashes");
        row("torn hash", with("pieces", std::string(39, 'h')), "piece-hashes");
        row(
            "no hashes",
            [] {
                Dictionary i = twoFiles();
                i.erase("pieces");
                return i;
            }(),
            "no-v1-hashes");
        row("negative size", with("files", List{Dictionary{{"length", number(-1)}, {"path", List{"x"}}}}), "file-size");
        row("huge size",
            with("files", List{Dictionary{{"length", number(std::int64_t(1) << 60)}, {"path", List{"x"}}}}),
            "file-size");
        row("symbolic link",
            with("files", List{Dictionary{{"length", number(30'000)}, {"path", List{"x"}}, {"attr", "l"}}}),
            "symbolic-link");
        row("nothing in it", with("files", List{Dictionary{{"length", number(0)}, {"path", List{"x"}}}}), "no-data");
        row("one and many", with("length", number(30'000)), "one-and-many");
        row("unknown version", with("meta version", number(3)), "unknown-version");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("text") << QByteArray("hello") << QStringLiteral("not-bencoded");
        QTest::newRow("no info") << QByteArray("d4:name1:xe") << QStringLiteral("no-info");
        QTest::newRow("too deep") << (QByteArray(200, 'l') + QByteArray(200, 'e')) << QStringLiteral("too-deep");
        QTest::newRow("too large") << QByteArray(32'000'001, 'x') << QStringLiteral("too-large");
        QTest::newRow("bytes after the end") << torrentOf(twoFiles()) + "x" << QStringLiteral("bytes-after-end");
    }
    void refusesWhatCouldDoHarm() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const auto torrent = parseTorrent(bytes);
        QVERIFY(!torrent);
        QCOMPARE(torrent.error().kind, ErrorKind::InvalidData);
        QCOMPARE(torrent.error().operation, Operation::OpenTorrent);
        QVERIFY(torrent.error().refusal);
        QCOMPARE(QString::fromStdString(std::string(wordOf(torrent.error().refusal->fault))), reason);
    }

    void refusesEveryTruncation() {
        const QByteArray whole = torrentOf(twoFiles());
        QVERIFY(parseTorrent(whole));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!parseTorrent(whole.left(size)), qPrintable(QString::number(size)));
    }

    void leavesOutUrlsThatAreNoTrackers() {
        const auto torrent = parseTorrent(torrentOf(
            twoFiles(), {{"announce-list", List{List{
                                               "javascript:alert(1)", "http://user:pw@a.example/", "http://a b/",
                                               "http://a.example:99999/", "dht://x", "http://good.example/announce",
                                               "http://[::1]:80/announce", "http:///nohost"}}},
                         {"url-list", List{"ftp://x.example/", "https://good.example/"}}}));
        QVERIFY(torrent);
        const QList<QStringList> tiers{
            {QStringLiteral("http://good.example/announce"), QStringLiteral("http://[::1]:80/announce")}};
        QCOMPARE(torrent->trackers, tiers);
        QCOMPARE(torrent->webSeeds, QStringList{QStringLiteral("https://good.example/")});
    }

    void saysWhyAFileCannotBeRead() {
        const QTemporaryDir folder;
        const auto missing = readTorrent(folder.filePath(QStringLiteral("none.torrent")));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        const auto directory = readTorrent(folder.path());
        QVERIFY(!directory);
        QCOMPARE(QString::fromStdString(directory.error().subject), folder.path());
        const auto pipe = readBytes(QStringLiteral("/dev/zero"), 100, Operation::ReadFile);
        QVERIFY(!pipe);
    }

    void readsMagnetLinks() {
        const QString hash = QStringLiteral("0123456789abcdef0123456789abcdef01234567");
        const auto magnet = parseMagnet(
            QStringLiteral("magnet:?xt=urn:btih:") + hash.toUpper() +
            QStringLiteral("&dn=Some+%C3%A9t%C3%A9%2B1&tr=udp%3A%2F%2Fa.example%3A1&tr=nonsense&xl=12"));
        QVERIFY(magnet);
        QCOMPARE(QString::fromStdString(magnet->infoHash.v1->toHex()), hash);
        QCOMPARE(magnet->name, QStringLiteral("Some été+1"));
        QCOMPARE(magnet->trackers, QStringList{QStringLiteral("udp://a.example:1")});
        const auto again = parseMagnet(makeMagnet(magnet->infoHash, magnet->name, magnet->trackers));
        QVERIFY(again);
        QCOMPARE(again->infoHash, magnet->infoHash);
        QCOMPARE(again->name, magnet->name);
        QCOMPARE(again->trackers, magnet->trackers);
    }

    void readsOldAndNewHashesOfMagnetLinks() {
        // "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" is the alphabet itself.
        const auto old = parseMagnet(QStringLiteral("magnet:?xt=urn:btih:ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"));
        QVERIFY(old);
        QCOMPARE(
            QString::fromStdString(old->infoHash.v1->toHex()),
            QStringLiteral("00443214c74254b635cf84653a56d7c675be77df"));
        const auto hybrid = parseMagnet(
            QStringLiteral("magnet:?xt=urn:btih:%1&xt=urn:btmh:1220%2").arg(QString(40, u'a'), QString(64, u'b')));
        QVERIFY(hybrid);
        QVERIFY(hybrid->infoHash.isHybrid());
        QCOMPARE(parseMagnet(makeMagnet(hybrid->infoHash, {}, {}))->infoHash, hybrid->infoHash);
    }

    void refusesMagnetLinksWithoutAGoodHash_data() {
        QTest::addColumn<QString>("link");
        QTest::newRow("empty") << QString();
        QTest::newRow("http") << QStringLiteral("http://a.example/");
        QTest::newRow("nothing") << QStringLiteral("magnet:?dn=x");
        QTest::newRow("odd hex") << QStringLiteral("magnet:?xt=urn:btih:") + QString(39, u'a');
        QTest::newRow("not hex") << QStringLiteral("magnet:?xt=urn:btih:") + QString(40, u'g');
        QTest::newRow("not base32") << QStringLiteral("magnet:?xt=urn:btih:") + QString(32, u'1');
        QTest::newRow("byte over") << QStringLiteral("magnet:?xt=urn:btih:") + QString(31, u'A') +
                                          QStringLiteral("%C3%BF");
        QTest::newRow("short v2") << QStringLiteral("magnet:?xt=urn:btmh:1220") + QString(62, u'a');
        QTest::newRow("other multihash") << QStringLiteral("magnet:?xt=urn:btmh:1114") + QString(40, u'a');
        QTest::newRow("endless")
            << QStringLiteral("magnet:?xt=urn:btih:%1&dn=%2").arg(QString(40, u'a'), QString(100'001, u'x'));
    }
    void refusesMagnetLinksWithoutAGoodHash() {
        QFETCH(QString, link);
        const auto magnet = parseMagnet(link);
        QVERIFY(!magnet);
        QCOMPARE(magnet.error().operation, Operation::OpenMagnet);
    }
};

QTEST_GUILESS_MAIN(TorrentFileTest)
#include "torrent_file_test.moc"
