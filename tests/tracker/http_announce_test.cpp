// Queries of HTTP announces and scrapes, friendly and hostile.
#include "tracker/wire/http_announce.h"

#include "tracker/wire/announce_path.h"

#include "clients.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;

namespace {

const std::string kHash = "info_hash=aaaaaaaaaaaaaaaaaaaa";
const std::string kPeer = "&peer_id=-XX0001-abcdefghijkl";
const std::string kGood = kHash + kPeer + "&port=6881";

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

class HttpAnnounceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeAnnounceIsRead();
    void whatIsMissingHasDefaults();
    void everyByteOfAHashSurvives();
    void aPlusIsAPlus();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
    void oddRequestsAreAccepted_data();
    void oddRequestsAreAccepted();
    void numWant_data();
    void numWant();
    void addressParametersAreIgnored();
    void portZeroIsForThoseWhoLeave();
    void everyTruncationIsSafe();
    void scrapeHashesComeSortedAndOnce();
    void scrapesAreCapped();
    void badScrapesAreRefused();
    void pathsAreTold_data();
    void pathsAreTold();
};

void HttpAnnounceTest::aWholeAnnounceIsRead() {
    const auto request = parseHttpAnnounce(
        kGood + "&uploaded=1&downloaded=9223372036854775807&left=3&event=completed&numwant=80&compact=0&key=a%00b");
    QVERIFY(request.has_value());
    QCOMPARE(request->infoHash, hashOf('a'));
    QCOMPARE(request->peerId[0], std::uint8_t{'-'});
    QCOMPARE(request->port, std::uint16_t{6881});
    QCOMPARE(request->uploaded, 1U);
    QCOMPARE(request->downloaded, 9223372036854775807U);
    QCOMPARE(request->left, 3U);
    QCOMPARE(request->event, AnnounceEvent::Completed);
    QCOMPARE(request->numWant, 80);
    QVERIFY(!request->compact);
}

void HttpAnnounceTest::whatIsMissingHasDefaults() {
    const auto request = parseHttpAnnounce(kGood);
    QVERIFY(request.has_value());
    QVERIFY(!request->isSeed());
    QCOMPARE(request->uploaded, 0U);
    QCOMPARE(request->event, AnnounceEvent::None);
    QVERIFY(request->numWant < 0);
    QVERIFY(request->compact);
}

void HttpAnnounceTest::everyByteOfAHashSurvives() {
    for (int byte = 0; byte < 256; ++byte) {
        const std::string raw(20, static_cast<char>(byte));
        auto encoded = percentEncode(raw);
        if (byte % 2)
            encoded = QByteArray::fromStdString(encoded).toUpper().toStdString();
        const auto request = parseHttpAnnounce("info_hash=" + encoded + kPeer + "&port=1");
        QVERIFY(request.has_value());
        QCOMPARE(rawHash(request->infoHash), raw);
    }
}

void HttpAnnounceTest::aPlusIsAPlus() {
    const auto request = parseHttpAnnounce("info_hash=" + std::string(20, '+') + kPeer + "&port=1");
    QVERIFY(request.has_value());
    QCOMPARE(request->infoHash, hashOf('+'));
}

void HttpAnnounceTest::badRequestsAreRefused_data() {
    QTest::addColumn<QByteArray>("query");
    const auto row = [](const char* name, const std::string& query) {
        QTest::newRow(name) << QByteArray::fromStdString(query);
    };
    const std::string rest = kPeer + "&port=6881";
    row("nothing", "");
    row("19 bytes", "info_hash=" + std::string(19, 'a') + rest);
    row("21 bytes", "info_hash=" + std::string(21, 'a') + rest);
    row("40 hex digits", "info_hash=" + std::string(40, 'a') + rest);
    row("32 raw bytes", "info_hash=" + std::string(32, 'a') + rest);
    row("two hashes", kHash + "&" + kHash + rest);
    row("empty hash", "info_hash=" + rest);
    row("short peer id", kHash + "&peer_id=x&port=1");
    row("no peer id", kHash + "&port=1");
    row("no port", kHash + kPeer);
    row("port 0", kHash + kPeer + "&port=0");
    row("port -1", kHash + kPeer + "&port=-1");
    row("port 65536", kHash + kPeer + "&port=65536");
    row("port abc", kHash + kPeer + "&port=abc");
    row("port 80x", kHash + kPeer + "&port=80x");
    row("port empty", kHash + kPeer + "&port=");
    row("percent at the end", kGood + "&key=%");
    row("half an escape", kGood + "&key=%4");
    row("escape without hex", kGood + "&key=%zz");
    row("broken escape in a name", kGood + "&k%zz=1");
    row("zero byte in a name", kGood + "&left%00=1");
    row("broken escape in a hash", "info_hash=" + std::string(19, 'a') + "%g0" + rest);
    row("unknown event", kGood + "&event=paus");
    row("left has no value", kGood + "&left");
    row("left is junk", kGood + "&left=abc");
    row("left overflows", kGood + "&left=99999999999999999999");
    row("uploaded has a tail", kGood + "&uploaded=12x");
    row("names are case-sensitive", "Info_Hash=aaaaaaaaaaaaaaaaaaaa" + rest);
}

void HttpAnnounceTest::badRequestsAreRefused() {
    QFETCH(QByteArray, query);
    const auto request = parseHttpAnnounce(query.toStdString());
    QVERIFY(!request.has_value());
    QVERIFY(!request.error().empty() && request.error().size() <= 128);
}

void HttpAnnounceTest::oddRequestsAreAccepted_data() {
    QTest::addColumn<QByteArray>("query");
    const auto row = [](const char* name, const std::string& query) {
        QTest::newRow(name) << QByteArray::fromStdString(query);
    };
    row("empty pairs", "&&" + kGood + "&&");
    row("name without =", "supportcrypto&" + kGood + "&redundant");
    row("= in a value", "trackerid=ab==&" + kGood + "&x=a=b");
    row("other order", "port=6881&unknown=1" + kPeer + "&" + kHash);
    row("empty event", kGood + "&event=");
    row("event empty", kGood + "&event=empty");
    row("negative left", kGood + "&left=-1");
    row("negative downloaded", kGood + "&downloaded=-5");
    row("escaped name", "info%5Fhash=aaaaaaaaaaaaaaaaaaaa" + kPeer + "&port=6881");
    row("long unknown name", kGood + "&" + std::string(500, 'n') + "%41=1");
    row("raw key of aria2", kGood + "&key=%FF%00%01%80abcd");
}

void HttpAnnounceTest::oddRequestsAreAccepted() {
    QFETCH(QByteArray, query);
    const auto request = parseHttpAnnounce(query.toStdString());
    QVERIFY2(request.has_value(), request ? "" : qPrintable(text(request.error())));
    QCOMPARE(request->infoHash, hashOf('a'));
    QCOMPARE(request->port, std::uint16_t{6881});
    QVERIFY(!request->isSeed());
    QCOMPARE(request->event, AnnounceEvent::None);
}

void HttpAnnounceTest::numWant_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("expected");
    QTest::newRow("0") << QByteArray("0") << 0;
    QTest::newRow("200") << QByteArray("200") << 200;
    QTest::newRow("negative") << QByteArray("-7") << -1;
    QTest::newRow("junk") << QByteArray("many") << -1;
    QTest::newRow("tail") << QByteArray("5x") << -1;
    QTest::newRow("empty") << QByteArray("") << -1;
    QTest::newRow("large") << QByteArray("4294967296") << 2147483647;
    QTest::newRow("huge") << QByteArray("99999999999999999999999") << 2147483647;
    QTest::newRow("hugely negative") << QByteArray("-99999999999999999999999") << -1;
}

void HttpAnnounceTest::numWant() {
    QFETCH(QByteArray, value);
    QFETCH(int, expected);
    const auto request = parseHttpAnnounce(kGood + "&numwant=" + value.toStdString());
    QVERIFY(request.has_value());
    QCOMPARE(request->numWant, expected);
}

void HttpAnnounceTest::addressParametersAreIgnored() {
    QVERIFY(parseHttpAnnounce(kGood + "&ip=8.8.8.8&ipv4=1.2.3.4:5&ipv6=junk").has_value());
}

void HttpAnnounceTest::portZeroIsForThoseWhoLeave() {
    const auto request = parseHttpAnnounce(kHash + kPeer + "&port=0&event=stopped");
    QVERIFY(request.has_value());
    QCOMPARE(request->event, AnnounceEvent::Stopped);
}

void HttpAnnounceTest::everyTruncationIsSafe() {
    const auto whole = "info_hash=" + percentEncode(rawHash(hashOf('a'))) + kPeer + "&port=6881&left=0&event=started";
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto request = parseHttpAnnounce(whole.substr(0, length));
        if (request)
            QVERIFY(length > whole.find("&port=6"));
    }
}

void HttpAnnounceTest::scrapeHashesComeSortedAndOnce() {
    std::string query;
    for (const char c : {'c', 'a', 'b', 'a', 'c'})
        query += "&x=1&info_hash=" + percentEncode(std::string(20, c));
    const auto hashes = parseHttpScrape(query);
    QVERIFY(hashes.has_value());
    QCOMPARE(hashes->count, std::size_t{3});
    QCOMPARE(hashes->all()[0], hashOf('a'));
    QCOMPARE(hashes->all()[2], hashOf('c'));
}

void HttpAnnounceTest::scrapesAreCapped() {
    std::string query;
    for (int i = 0; i < 200; ++i)
        query += "&info_hash=" + percentEncode(std::string(20, static_cast<char>(i)));
    const auto hashes = parseHttpScrape(query);
    QVERIFY(hashes.has_value());
    QCOMPARE(hashes->count, ScrapeHashes::kMax);
    QCOMPARE(hashes->all()[73], hashOf(73)); // the first 74 that were asked
}

void HttpAnnounceTest::badScrapesAreRefused() {
    QVERIFY(!parseHttpScrape("").has_value());
    QVERIFY(!parseHttpScrape("x=1").has_value());
    QVERIFY(!parseHttpScrape(kHash + "&info_hash=short").has_value());
    QVERIFY(!parseHttpScrape(kHash + "&info_hash=%").has_value());
}

void HttpAnnounceTest::pathsAreTold_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("kind"); // 0 other, 1 announce, 2 scrape
    QTest::addColumn<QByteArray>("passkey");
    const auto row = [](const char* path, int kind, const char* passkey = "") {
        QTest::newRow(path) << QByteArray(path) << kind << QByteArray(passkey);
    };
    row("/announce", 1);
    row("/announce/key", 1, "key");
    row("/announce/", 1);
    row("/prefix/announce/key", 1, "key");
    row("/scrape", 2);
    row("/scrape/key", 2, "key");
    row("/prefix/scrape", 2);
    row("/", 0);
    row("", 0);
    row("announce", 0);
    row("/announcer", 0);
    row("/announce/key/more", 0);
    row("/Announce", 0);
    row("/favicon.ico", 0);
    row("//", 0);
}

void HttpAnnounceTest::pathsAreTold() {
    QFETCH(QByteArray, path);
    QFETCH(int, kind);
    QFETCH(QByteArray, passkey);
    const auto held = path.toStdString();
    const auto told = parseAnnouncePath(held);
    QCOMPARE(static_cast<int>(told.kind), kind);
    QCOMPARE(text(told.passkey), text(passkey.toStdString()));
}

QTEST_GUILESS_MAIN(HttpAnnounceTest)
#include "http_announce_test.moc"
