// What the session learns from libtorrent about routers.
#include "engine/port_mapper.h"

#include <QTest>

using namespace essaim;

class PortMapperTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lines_of_the_log_tell_the_address_of_the_router_data();
    void lines_of_the_log_tell_the_address_of_the_router();
};

void PortMapperTest::lines_of_the_log_tell_the_address_of_the_router_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("UPnP") << "got router external IP address 5.5.1.2" << "5.5.1.2";
    QTest::newRow("NAT-PMP") << "<== public IP address [ 100.64.9.2 ]" << "100.64.9.2";
    QTest::newRow("PCP") << "<== port map [ transport: NAT-PMP external ip: 5.5.1.2 ]" << "5.5.1.2";
    QTest::newRow("no address yet") << "<== public IP address [ 0.0.0.0 ]" << "";
    QTest::newRow("the question") << "==> get public IP address" << "";
    QTest::newRow("an error") << "error while getting external IP address: timed out" << "";
    QTest::newRow("cut off") << "got router external IP address 5.5" << "";
}

void PortMapperTest::lines_of_the_log_tell_the_address_of_the_router() {
    QFETCH(QString, line);
    QFETCH(QString, expected);
    const auto address = engine::routerAddressIn(line.toStdString());
    QCOMPARE(address ? QString::fromStdString(address->toString()) : QString(), expected);
}

QTEST_GUILESS_MAIN(PortMapperTest)
#include "port_mapper_test.moc"
