// Who is shown to whom, and under which address: the table of the rule.
#include "tracker/swarm/announced_address.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;

namespace {

IpAddress address(const QString& text) {
    const auto parsed = IpAddress::parse(text.toStdString());
    if (!parsed)
        qFatal("bad address in the table: %s", qPrintable(text));
    return *parsed;
}

} // namespace

class AnnouncedAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void peersAreShownUnderAnAddressThatWorks_data();
    void peersAreShownUnderAnAddressThatWorks();
    void whatCannotBeReachedIsNeverShown();
};

void AnnouncedAddressTest::peersAreShownUnderAnAddressThatWorks_data() {
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("asker");
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("external"); // "" = not known
    QTest::addColumn<QString>("shown");    // "" = left out
    const auto row = [](const char* name, const char* peer, const char* asker, const char* local, const char* external,
                        const char* shown) {
        QTest::newRow(name) << QString::fromUtf8(peer) << QString::fromUtf8(asker) << QString::fromUtf8(local)
                            << QString::fromUtf8(external) << QString::fromUtf8(shown);
    };
    // name, peer, asker, local address asked, external address, shown as
    row("own seed to own client", "127.0.0.1", "127.0.0.1", "127.0.0.1", "203.0.113.1", "127.0.0.1");
    row("own seed, other loopback", "127.0.0.1", "127.0.0.2", "127.0.0.1", "", "127.0.0.1");
    row("own seed to the LAN", "127.0.0.1", "192.168.1.20", "192.168.1.2", "203.0.113.1", "192.168.1.2");
    row("own seed to another LAN", "127.0.0.1", "10.0.0.20", "10.0.0.2", "", "10.0.0.2");
    row("own seed to a carrier network", "127.0.0.1", "100.64.0.9", "100.64.0.1", "", "100.64.0.1");
    row("own seed to the world, port forwarded", "127.0.0.1", "198.51.100.7", "192.168.1.2", "8.8.4.4", "8.8.4.4");
    row("own seed to the world, address unknown", "127.0.0.1", "198.51.100.7", "192.168.1.2", "", "");
    row("own seed to the world, public server", "127.0.0.1", "9.9.9.9", "8.8.8.8", "", "8.8.8.8");
    row("own seed to the LAN through the public address", "127.0.0.1", "192.168.1.20", "8.8.8.8", "", "8.8.8.8");
    row("own seed, IPv6", "::1", "2606:4700::1", "2606:4700::2", "", "2606:4700::2");
    row("own seed on IPv4 to an IPv6 asker", "127.0.0.1", "2606:4700::1", "2606:4700::2", "", "2606:4700::2");
    row("own seed to a unique local address", "::1", "fd00::20", "fd00::2", "", "fd00::2");
    row("own seed to a link-local asker", "::1", "fe80::20", "fe80::2", "", "");
    row("LAN peer to the LAN", "192.168.1.20", "192.168.1.21", "192.168.1.2", "8.8.4.4", "192.168.1.20");
    row("LAN peer to own client", "192.168.1.20", "127.0.0.1", "127.0.0.1", "8.8.4.4", "192.168.1.20");
    row("LAN peer to the world", "192.168.1.20", "9.9.9.9", "192.168.1.2", "8.8.4.4", "8.8.4.4");
    row("LAN peer to the world, address unknown", "192.168.1.20", "9.9.9.9", "192.168.1.2", "", "");
    row("LAN peer, external of the other family", "192.168.1.20", "9.9.9.9", "192.168.1.2", "2606:4700::9", "");
    row("world to the LAN", "9.9.9.9", "192.168.1.20", "192.168.1.2", "8.8.4.4", "9.9.9.9");
    row("world to own client", "9.9.9.9", "127.0.0.1", "127.0.0.1", "", "9.9.9.9");
    row("world to the world", "9.9.9.9", "1.1.1.1", "8.8.8.8", "", "9.9.9.9");
    row("world on IPv6", "2606:4700::5", "2606:4700::6", "2606:4700::2", "", "2606:4700::5");
}

void AnnouncedAddressTest::peersAreShownUnderAnAddressThatWorks() {
    QFETCH(QString, peer);
    QFETCH(QString, asker);
    QFETCH(QString, local);
    QFETCH(QString, external);
    QFETCH(QString, shown);
    Viewpoint view{address(asker), address(local), std::nullopt};
    if (!external.isEmpty())
        view.external = address(external);
    const auto result = announcedAddress(address(peer), view);
    QCOMPARE(result ? QString::fromStdString(result->toString()) : QString(), shown);
}

void AnnouncedAddressTest::whatCannotBeReachedIsNeverShown() {
    const Viewpoint views[] = {
        {address(QStringLiteral("127.0.0.1")), address(QStringLiteral("127.0.0.1")), {}},
        {address(QStringLiteral("192.168.1.20")), address(QStringLiteral("192.168.1.2")), {}},
        {address(QStringLiteral("9.9.9.9")), address(QStringLiteral("8.8.8.8")), address(QStringLiteral("8.8.8.8"))},
    };
    for (const auto& view : views) {
        for (const char* never :
             {"0.0.0.0", "0.1.2.3", "169.254.1.1", "224.0.0.1", "255.255.255.255", "::", "fe80::1", "ff02::1"})
            QVERIFY2(!announcedAddress(address(QString::fromUtf8(never)), view), never);
    }
}

QTEST_GUILESS_MAIN(AnnouncedAddressTest)
#include "announced_address_test.moc"
