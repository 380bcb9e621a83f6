// Heads of HTTP requests and of answers.
#include "tracker/wire/http_request.h"
#include "tracker/wire/http_response.h"

#include "core/bencode_reader.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;

namespace {

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// Known for one of the peers only.
std::optional<PeerId> peerIdOf(std::uint16_t port) {
    if (port != 80)
        return std::nullopt;
    PeerId id;
    id.fill('P');
    return id;
}

} // namespace

class HttpRequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headsAreParsed_data();
    void headsAreParsed();
    void badHeadsAreRefused_data();
    void badHeadsAreRefused();
    void theEndOfAHeadIsFoundHoweverItArrives();
    void theAnswerIsOnePieceWithItsLength();
    void announceAnswersAreCanonical();
    void failuresSayWhenToComeBack();
    void peerListsHaveCanonicalAddresses();
};

void HttpRequestTest::headsAreParsed_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("keepAlive");
    const auto row = [](const char* name, const char* head, const char* path, const char* query, bool keepAlive) {
        QTest::newRow(name) << QByteArray(head) << QByteArray(path) << QByteArray(query) << keepAlive;
    };
    row("1.1", "GET /announce?a=b HTTP/1.1\r\nHost: x\r\n\r\n", "/announce", "a=b", true);
    row("1.1 closes", "GET /a HTTP/1.1\r\nHost: x\r\nconnection: Close\r\n\r\n", "/a", "", false);
    row("close in a list", "GET /a HTTP/1.1\r\nHost: x\r\nConnection: te, close\r\n\r\n", "/a", "", false);
    row("1.0 without host", "GET / HTTP/1.0\r\n\r\n", "/", "", false);
    row("an empty line before", "\r\nGET /a HTTP/1.1\r\nHost: t\r\n\r\n", "/a", "", true);
    row("absolute form", "GET http://t:6969/announce?x HTTP/1.1\r\nHost: t\r\n\r\n", "/announce", "x", true);
    row("absolute form without path", "GET http://t HTTP/1.1\r\nHost: t\r\n\r\n", "/", "", true);
    row("bare line feeds", "GET /a?b?c HTTP/1.1\nHost: x\n\n", "/a", "b?c", true);
    row("with a body", "GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n", "/a", "", false);
    row("empty body", "GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", "/a", "", true);
    row("chunked body", "GET /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "/a", "", false);
    row("aria2", "GET /a HTTP/1.1\r\nUser-Agent: aria2\r\nWant-Digest: x;q=1\r\nHost: x\r\n\r\n", "/a", "", true);
}

void HttpRequestTest::headsAreParsed() {
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    QFETCH(bool, keepAlive);
    const auto held = head.toStdString();
    const auto request = parseHttpHead(held);
    QVERIFY(request.has_value());
    QCOMPARE(text(request->path), QString::fromUtf8(path));
    QCOMPARE(text(request->query), QString::fromUtf8(query));
    QCOMPARE(request->keepAlive, keepAlive);
}

void HttpRequestTest::badHeadsAreRefused_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray("\r\n") << 400;
    QTest::newRow("one word") << QByteArray("GET\r\n\r\n") << 400;
    QTest::newRow("two words") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("space in the target") << QByteArray("GET /a b HTTP/1.0\r\n\r\n") << 400;
    QTest::newRow("relative target") << QByteArray("GET a HTTP/1.0\r\n\r\n") << 400;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("field without colon") << QByteArray("GET / HTTP/1.0\r\nabc\r\n\r\n") << 400;
    QTest::newRow("field that begins with a space") << QByteArray("GET / HTTP/1.1\r\nHost: t\r\n A: b\r\n\r\n") << 400;
    QTest::newRow("space before the colon") << QByteArray("GET / HTTP/1.1\r\nHost: t\r\nA : b\r\n\r\n") << 400;
    QTest::newRow("two hosts") << QByteArray("GET / HTTP/1.1\r\nHost: t\r\nhost: t\r\n\r\n") << 400;
    QTest::newRow("two empty lines before") << QByteArray("\r\n\r\n") << 400;
    QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01 \x02\x01 \x01\r\n\r\n", 11) << 400;
    QTest::newRow("version 2") << QByteArray("GET / HTTP/2.0\r\n\r\n") << 505;
    QTest::newRow("65 fields") << "GET / HTTP/1.0\r\n" + QByteArray("a: b\r\n").repeated(65) + "\r\n" << 431;
}

void HttpRequestTest::badHeadsAreRefused() {
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    const auto request = parseHttpHead(head.toStdString());
    QVERIFY(!request.has_value());
    QCOMPARE(request.error(), status);
}

void HttpRequestTest::theEndOfAHeadIsFoundHoweverItArrives() {
    for (const std::string head : {"GET / HTTP/1.0\r\nA: b\r\n\r\n", "GET / HTTP/1.0\n\n", "GET / HTTP/1.0\r\n\n"}) {
        std::size_t atOnce = 0;
        QCOMPARE(findHeadEnd(head + "GET /next", atOnce), std::optional(head.size()));
        std::size_t scanned = 0;
        for (std::size_t length = 0; length < head.size(); ++length) {
            QCOMPARE(findHeadEnd(std::string_view(head).substr(0, length), scanned), std::nullopt);
            QVERIFY(scanned <= length);
        }
        QCOMPARE(findHeadEnd(head, scanned), std::optional(head.size()));
    }
}

void HttpRequestTest::theAnswerIsOnePieceWithItsLength() {
    HttpAnswer answer;
    answer.body() += "hello";
    const std::string whole(answer.finish(200, "text/plain", true));
    QVERIFY(whole.starts_with("HTTP/1.1 200 OK\r\n"));
    QVERIFY(whole.find("\r\nContent-Length: 5\r\n") != std::string::npos);
    QVERIFY(whole.ends_with("\r\n\r\nhello"));
    answer.clear();
    QCOMPARE(answer.bodySize(), std::size_t{0});
    answer.body() += "again";
    QVERIFY(answer.finish(404, "text/plain", false, false).ends_with("Connection: close\r\n\r\n"));
}

void HttpRequestTest::announceAnswersAreCanonical() {
    CompactPeers peers;
    peers.add({IpAddress::v4(1, 2, 3, 4), 0x1234});
    peers.add({IpAddress::parse("2001:db8::1").value(), 80});
    const AnnounceAnswer answer{{7, 8, 0, 9}, IpAddress::v4(9, 8, 7, 6), std::chrono::seconds(1800), {}};
    for (const bool compact : {true, false}) {
        std::string body;
        if (compact)
            appendAnnounceAnswer(body, answer, peers);
        else
            appendAnnounceAnswer(body, answer, peers, [](const Endpoint& peer) { return peerIdOf(peer.port); });
        const auto document = BencodeDocument::parse(body);
        QVERIFY(document.has_value());
        QVERIFY(document->isCanonical());
        QCOMPARE(document->root()["complete"].integer().value_or(-1), 7);
        QCOMPARE(document->root()["incomplete"].integer().value_or(-1), 8);
        QCOMPARE(document->root()["downloaded"].integer().value_or(-1), 9);
        QCOMPARE(document->root()["interval"].integer().value_or(-1), 1800);
        QCOMPARE(document->root()["external ip"].string().value_or("").size(), std::size_t{4});
        if (compact) {
            QCOMPARE(text(document->root()["peers"].string().value_or("")), QStringLiteral("\x01\x02\x03\x04\x12\x34"));
            QCOMPARE(document->root()["peers6"].string().value_or("").size(), std::size_t{18});
        } else {
            QCOMPARE(document->root()["peers"].size(), std::size_t{2});
            const std::string known = "7:peer id20:" + std::string(20, 'P') + "4:porti80ee";
            QCOMPARE(body.find("peer id"), body.find(known) + 2); // the other one is unknown
        }
    }
}

void HttpRequestTest::failuresSayWhenToComeBack() {
    std::string body;
    appendFailure(body, "no");
    QCOMPARE(body, std::string("d14:failure reason2:noe"));
    body.clear();
    appendFailure(body, "no", Retry::Never);
    QCOMPARE(body, std::string("d14:failure reason2:no8:retry in5:nevere"));
    body.clear();
    appendFailure(body, "no", Retry::InHalfAnHour);
    QCOMPARE(body, std::string("d14:failure reason2:no8:retry ini30ee"));
}

void HttpRequestTest::peerListsHaveCanonicalAddresses() {
    CompactPeers peers;
    peers.add({IpAddress::parse("2001:db8:0:0:0:0:0:1").value(), 80});
    std::string body;
    appendAnnounceAnswer(body, {}, peers, [](const Endpoint&) { return std::nullopt; });
    QVERIFY(body.find("d2:ip11:2001:db8::14:porti80ee") != std::string::npos);
}

QTEST_GUILESS_MAIN(HttpRequestTest)
#include "http_request_test.moc"
