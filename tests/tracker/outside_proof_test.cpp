// When the tracker believes that somebody from outside got through.
#include "tracker/service/outside_proof.h"

#include <QTest>

using namespace essaim;
using namespace essaim::tracker;

namespace {

IpAddress ip(const char* text) {
    return IpAddress::parse(text).value();
}

} // namespace

class OutsideProofTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyStrangersOfTheWideInternetAreOutside_data();
    void onlyStrangersOfTheWideInternetAreOutside();
    void oneProofIsEnoughUntilAnotherIsWanted();
};

void OutsideProofTest::onlyStrangersOfTheWideInternetAreOutside_data() {
    QTest::addColumn<QString>("asker");
    QTest::addColumn<QString>("local");
    QTest::addColumn<bool>("expected");
    QTest::newRow("this computer") << "127.0.0.1" << "127.0.0.1" << false;
    QTest::newRow("the home network") << "192.168.1.20" << "192.168.1.10" << false;
    QTest::newRow("the provider's network") << "100.64.3.4" << "192.168.1.10" << false;
    QTest::newRow("back through the own router") << "5.5.1.2" << "192.168.1.10" << false;
    QTest::newRow("from its own public address") << "5.5.1.9" << "5.5.1.9" << false;
    QTest::newRow("somebody else") << "8.9.2.2" << "192.168.1.10" << true;
    QTest::newRow("an IPv6 neighbour") << "2a01:5:1:1::20" << "2a01:5:1:1::10" << false;
    QTest::newRow("another network of the same home") << "2a01:5:1:7::20" << "2a01:5:1:1::10" << false;
    QTest::newRow("somebody else over IPv6") << "2a01:12:3::2" << "2a01:5:1:1::10" << true;
    QTest::newRow("link-local") << "fe80::2" << "fe80::1" << false;
}

void OutsideProofTest::onlyStrangersOfTheWideInternetAreOutside() {
    QFETCH(QString, asker);
    QFETCH(QString, local);
    QFETCH(bool, expected);
    QCOMPARE(isOutside(ip(qPrintable(asker)), ip(qPrintable(local)), ip("5.5.1.2")), expected);
}

void OutsideProofTest::oneProofIsEnoughUntilAnotherIsWanted() {
    OutsideProof proof;
    proof.note(ip("192.168.1.20"), ip("192.168.1.10"), {});
    QVERIFY(proof.isWanted());
    QCOMPARE(proof.last(false), 0);
    proof.note(ip("8.9.2.2"), ip("192.168.1.10"), {});
    QVERIFY(!proof.isWanted());
    QVERIFY(proof.last(false) > 0);
    QCOMPARE(proof.last(true), 0);
    proof.wantAnother();
    QVERIFY(proof.isWanted());
}

QTEST_GUILESS_MAIN(OutsideProofTest)
#include "outside_proof_test.moc"
