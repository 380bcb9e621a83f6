// CRC-32C.
#include "storage/checksum.h"

#include <QTest>

#include <string>

using essaim::storage::crc32c;

class ChecksumTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesThePublishedValues() {
        QCOMPARE(crc32c(""), 0u);
        QCOMPARE(crc32c("123456789"), 0xe3069283u);
        QCOMPARE(crc32c(std::string(32, '\0')), 0x8a9136aau); // RFC 3720, B.4
        QCOMPARE(crc32c(std::string(32, '\xff')), 0x62a8ab43u);
    }

    void goesOnWhereItStopped() { QCOMPARE(crc32c("56789", crc32c("1234")), crc32c("123456789")); }
};

QTEST_GUILESS_MAIN(ChecksumTest)
#include "checksum_test.moc"
