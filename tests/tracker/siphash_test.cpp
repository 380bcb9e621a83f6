// SipHash against the vector of its paper, and against accidents.
#include "tracker/wire/siphash.h"

#include <QtTest>

#include <array>
#include <set>

using namespace essaim::tracker;

class SiphashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itGivesTheValueOfThePaper();
    void everyLengthAndVariantDiffers();
    void randomKeysDiffer();
};

void SiphashTest::itGivesTheValueOfThePaper() {
    const SipKey key{0x0706050403020100, 0x0f0e0d0c0b0a0908};
    std::array<std::uint8_t, 15> message;
    for (std::size_t i = 0; i < message.size(); ++i)
        message[i] = static_cast<std::uint8_t>(i);
    QCOMPARE(sipHash24(key, message), 0xa129ca6149be45e5U);
}

void SiphashTest::everyLengthAndVariantDiffers() {
    const std::array<std::uint8_t, 40> zeros{};
    std::set<std::uint64_t> seen;
    for (std::size_t length = 0; length <= zeros.size(); ++length) {
        seen.insert(sipHash24({1, 2}, std::span(zeros).first(length)));
        seen.insert(sipHash13({1, 2}, std::span(zeros).first(length)));
    }
    QCOMPARE(seen.size(), 2 * (zeros.size() + 1));
}

void SiphashTest::randomKeysDiffer() {
    QVERIFY(SipKey::random() != SipKey::random());
}

QTEST_GUILESS_MAIN(SiphashTest)
#include "siphash_test.moc"
