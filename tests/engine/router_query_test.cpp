// What a router is asked besides mapping ports, against a router of our own.
#include "engine/router_query.h"

#include "engine/background.h"
#include "engine/router.h"

#include <QTest>

using namespace essaim;
using engine::RouterControl;
using engine::RouterPort;

namespace {

constexpr int kDeadlineMs = 15'000;

} // namespace

class RouterQueryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_log_tells_where_the_router_takes_requests_data();
    void the_log_tells_where_the_router_takes_requests();
    void elements_are_found_whatever_their_attributes();
    void a_router_tells_its_address_outside();
    void a_router_without_an_address_tells_none();
    void a_router_tells_to_whom_a_port_goes();
    void a_router_passes_on_what_it_is_asked_for();
    void a_refusal_says_why();
    void who_does_not_answer_is_not_waited_for_long();

private:
    /// Of a question that waits, asked on a thread of its own.
    template <typename Question>
    auto answerTo(Question question) {
        std::optional<decltype(question())> result;
        engine::runInBackground(this, question, [&result](auto answer) { result = answer; });
        [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), kDeadlineMs); }();
        return result.value_or(decltype(question()){});
    }
};

void RouterQueryTest::the_log_tells_where_the_router_takes_requests_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("path");
    const QString service = QString::fromLatin1(Router::kService);
    const QString rest = QStringLiteral(" namespace %1 urlbase:  in response from http://192.168.1.1/x").arg(service);
    const QString begin = QStringLiteral("found control URL: ");
    QTest::newRow("usual") << begin + QStringLiteral("http://192.168.1.1:5000/ctl/IPConn") + rest << "192.168.1.1"
                           << 5000 << "/ctl/IPConn";
    QTest::newRow("no port") << begin + QStringLiteral("http://10.0.0.138/c") + rest << "10.0.0.138" << 80 << "/c";
    QTest::newRow("outside") << begin + QStringLiteral("http://9.9.9.9:80/c") + rest << "" << 0 << "";
    QTest::newRow("a name") << begin + QStringLiteral("http://router.lan:80/c") + rest << "" << 0 << "";
    QTest::newRow("secure") << begin + QStringLiteral("https://192.168.1.1:80/c") + rest << "" << 0 << "";
    QTest::newRow("no path") << begin + QStringLiteral("http://192.168.1.1:80") + rest << "" << 0 << "";
    QTest::newRow("no service") << begin + QStringLiteral("http://192.168.1.1:80/c namespace  urlbase: ") << "" << 0
                                << "";
    QTest::newRow("a second line") << begin + QStringLiteral("http://192.168.1.1:80/c\r\nX: y") + rest << "" << 0 << "";
    QTest::newRow("another line") << QStringLiteral("connecting to: http://192.168.1.1:80/c") << "" << 0 << "";
}

void RouterQueryTest::the_log_tells_where_the_router_takes_requests() {
    QFETCH(QString, line);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, path);
    const auto control = engine::routerControlIn(line.toStdString());
    QCOMPARE(control.has_value(), !host.isEmpty());
    if (control)
        QCOMPARE(
            *control, (RouterControl{
                          *IpAddress::parse(host.toStdString()), quint16(port), path.toStdString(), Router::kService}));
}

void RouterQueryTest::elements_are_found_whatever_their_attributes() {
    using engine::elementIn;
    QCOMPARE(elementIn("<a><b>1</b></a>", "b"), std::string_view("1"));
    QCOMPARE(elementIn("<bc>2</bc><b x=\"y\">1</b>", "b"), std::string_view("1"));
    QCOMPARE(elementIn("<b></b>", "b"), std::string_view());
    for (const char* cut : {"", "<", "<b", "<b>", "<b x", "b>1"})
        QCOMPARE(elementIn(cut, "b"), std::string_view());
}

void RouterQueryTest::a_router_tells_its_address_outside() {
    Router router;
    const auto address = answerTo([control = router.control()] { return engine::askAddressOutside(control, {}); });
    QCOMPARE(address, std::optional(IpAddress::v4(5, 5, 1, 77)));
}

void RouterQueryTest::a_router_without_an_address_tells_none() {
    Router router;
    for (const char* answer : {"0.0.0.0", "", "none", "::1"}) {
        router.outside = answer;
        const auto address = answerTo([control = router.control()] { return engine::askAddressOutside(control, {}); });
        QVERIFY2(!address, answer);
    }
}

void RouterQueryTest::a_router_tells_to_whom_a_port_goes() {
    Router router;
    router.entries["TCP 6969"] = {"192.168.1.10", 6970};
    const auto entry = answerTo([control = router.control()] { return engine::entryOf(control, {6969, true}); });
    QVERIFY(entry.isKnown);
    QCOMPARE(entry.client, std::optional(IpAddress::v4(192, 168, 1, 10)));
    QCOMPARE(entry.clientPort, std::uint16_t{6970});
    const auto none = answerTo([control = router.control()] { return engine::entryOf(control, {6969, false}); });
    QVERIFY(none.isKnown && !none.client);
}

void RouterQueryTest::a_router_passes_on_what_it_is_asked_for() {
    Router router;
    const auto done = answerTo([control = router.control()] {
        return engine::addEntry(control, {6969, false}, IpAddress::v4(192, 168, 1, 10), 3600);
    });
    QVERIFY(done.kind == engine::RouterAnswer::Kind::Done);
    QCOMPARE(router.entries.keys(), QByteArrayList{"UDP 6969"});
    QCOMPARE(router.entries.first().client, QByteArray("192.168.1.10"));
    QCOMPARE(router.entries.first().port, 6969);
    QCOMPARE(router.entries.first().lease, 3600);
    const auto gone = answerTo([control = router.control()] { return engine::deleteEntry(control, {6969, false}); });
    QVERIFY(gone.kind == engine::RouterAnswer::Kind::Done);
    QVERIFY(router.entries.isEmpty());
}

void RouterQueryTest::a_refusal_says_why() {
    Router router;
    const auto refused = answerTo([control = router.control()] { return engine::deleteEntry(control, {1, true}); });
    QVERIFY(refused.kind == engine::RouterAnswer::Kind::Refused);
    QCOMPARE(refused.error, 714);
}

void RouterQueryTest::who_does_not_answer_is_not_waited_for_long() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const RouterControl control{IpAddress::v4(127, 0, 0, 1), silent.serverPort(), "/", "s"};
    QVERIFY(!answerTo([control] { return engine::askAddressOutside(control, {}); }));
    QVERIFY(!answerTo([control] { return engine::entryOf(control, {6969, true}); }).isKnown);
    silent.close();
    QVERIFY(!answerTo([control] { return engine::askAddressOutside(control, {}); }));
}

QTEST_GUILESS_MAIN(RouterQueryTest)
#include "router_query_test.moc"
