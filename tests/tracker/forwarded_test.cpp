// Headers of proxies, from the last hop to the first.
#include "tracker/wire/forwarded.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;

namespace {

HeaderValues headers(std::initializer_list<std::string_view> values) {
    HeaderValues result;
    for (const auto value : values)
        result.values[result.count++] = value;
    return result;
}

/// The hops as text, "-" for what is no address.
QString hops(const HeaderValues& values, ForwardedChain::Syntax syntax = ForwardedChain::Syntax::List) {
    ForwardedChain chain(values, syntax);
    QStringList result;
    while (const auto hop = chain.next())
        result += hop->address ? QString::fromStdString(hop->address->toString()) : QStringLiteral("-");
    return result.join(QLatin1Char(' '));
}

} // namespace

class ForwardedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hopsComeFromTheLastToTheFirst();
    void portsAndBracketsAreTakenOff();
    void junkIsNoAddress();
    void rfc7239NamesTheClientInFor();
};

void ForwardedTest::hopsComeFromTheLastToTheFirst() {
    QCOMPARE(hops(headers({})), QString());
    QCOMPARE(hops(headers({"1.1.1.1, 2.2.2.2", "3.3.3.3"})), QStringLiteral("3.3.3.3 2.2.2.2 1.1.1.1"));
}

void ForwardedTest::portsAndBracketsAreTakenOff() {
    QCOMPARE(hops(headers({"1.1.1.1:80"})), QStringLiteral("1.1.1.1"));
    QCOMPARE(hops(headers({"[2600::1]:80,[2600::2],2600::3"})), QStringLiteral("2600::3 2600::2 2600::1"));
    QCOMPARE(hops(headers({"::ffff:1.2.3.4"})), QStringLiteral("1.2.3.4"));
}

void ForwardedTest::junkIsNoAddress() {
    QCOMPARE(
        hops(headers({"", "unknown,_hidden", "1.2.3", "[", "[2600::1", "[2600::1]x", ","})),
        QStringLiteral("- - - - - - - - -"));
}

void ForwardedTest::rfc7239NamesTheClientInFor() {
    const auto syntax = ForwardedChain::Syntax::Rfc7239;
    QCOMPARE(
        hops(headers({"for=1.1.1.1;proto=https, FOR=\"[2600::1]:4711\"", "by=3.3.3.3;for=2.2.2.2"}), syntax),
        QStringLiteral("2.2.2.2 2600::1 1.1.1.1"));
    QCOMPARE(hops(headers({"proto=https", "for=", "for=\"_gazonk\""}), syntax), QStringLiteral("- - -"));
}

QTEST_GUILESS_MAIN(ForwardedTest)
#include "forwarded_test.moc"
