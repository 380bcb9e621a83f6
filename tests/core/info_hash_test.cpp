// Digests and the identities of a torrent.
#include "core/info_hash.h"

#include <QTest>

using namespace essaim;

class InfoHashTest : public QObject {
    Q_OBJECT

    const std::string m_hex20 = "00017f80ff0123456789abcdefabcdef01234567";
    const std::string m_hex32 = "ffeeddccbbaa99887766554433221100f0e1d2c3b4a5968778695a4b3c2d1e0f";

private Q_SLOTS:
    void hexComesBackAsItWas() {
        const auto hash = Sha1Hash::fromHex(m_hex20);
        QVERIFY(hash.has_value());
        QCOMPARE(hash->toHex(), m_hex20);
        QCOMPARE(hash->bytes[3], 0x80);
        QCOMPARE(Sha256Hash::fromHex(m_hex32)->toHex(), m_hex32);
    }

    void readsUpperCaseHexAndWritesLower() {
        QCOMPARE(Sha1Hash::fromHex("00017F80FF0123456789ABCDEFABCDEF01234567")->toHex(), m_hex20);
    }

    void refusesHexOfAnotherLengthOrAlphabet() {
        QVERIFY(!Sha1Hash::fromHex(""));
        QVERIFY(!Sha1Hash::fromHex(m_hex20.substr(1)));
        QVERIFY(!Sha1Hash::fromHex(m_hex20 + "0"));
        QVERIFY(!Sha1Hash::fromHex(m_hex32));
        for (const char bad : {'g', 'G', '/', ':', '@', '`', ' ', '-'}) {
            auto text = m_hex20;
            text[7] = bad;
            QVERIFY(!Sha1Hash::fromHex(text));
        }
    }

    void takesRawBytesOfItsSizeOnly() {
        const std::string raw("\0\1\x7f\x80\xff-fifteen bytes!", 20);
        QCOMPARE(Sha1Hash::fromBytes(raw)->bytes[4], 0xff);
        QVERIFY(!Sha1Hash::fromBytes(std::string_view(raw).substr(1)));
        QVERIFY(!Sha256Hash::fromBytes(raw));
        QVERIFY(!Sha1Hash::fromBytes(std::string_view()));
    }

    void zeroIsTheDefault() {
        QVERIFY(Sha1Hash().isZero());
        QVERIFY(!Sha1Hash::fromHex(m_hex20)->isZero());
    }

    void theKeyIsTheV1HashOrTheCutV2Hash() {
        const auto v1 = Sha1Hash::fromHex(m_hex20);
        const auto v2 = Sha256Hash::fromHex(m_hex32);
        const auto cut = Sha1Hash::fromHex(m_hex32.substr(0, 40));
        const InfoHash hybrid{v1, v2};
        QVERIFY(hybrid.isValid() && hybrid.isHybrid());
        QCOMPARE(hybrid.id().toHex(), m_hex20);
        QVERIFY(hybrid.truncatedV2() == cut);
        QVERIFY(hybrid.matches(*v1) && hybrid.matches(*cut));
        QVERIFY(!hybrid.matches(Sha1Hash()));
        const InfoHash onlyV2{{}, v2};
        QVERIFY(onlyV2.isValid() && !onlyV2.isHybrid());
        QVERIFY(onlyV2.id() == *cut);
        QVERIFY(!onlyV2.matches(*v1));
        const InfoHash onlyV1{v1, {}};
        QVERIFY(!onlyV1.truncatedV2());
        QVERIFY(!onlyV1.matches(*cut));
        QVERIFY(!InfoHash().isValid());
    }
};

QTEST_GUILESS_MAIN(InfoHashTest)
#include "info_hash_test.moc"
