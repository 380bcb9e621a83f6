// Finding one endpoint among many, where several are compared at once.
#include "tracker/random.h"
#include "tracker/swarm/key_search.h"

#include <QtTest>

#include <vector>

using namespace essaim::tracker;

namespace {

constexpr std::size_t kSize = 6;
using Key = std::array<std::uint8_t, kSize>;

/// Few different bytes, so that keys share parts with each other and across their borders.
std::vector<std::uint8_t> keysOf(Random& random, std::size_t count) {
    std::vector<std::uint8_t> keys(count * kSize);
    for (auto& byte : keys)
        byte = static_cast<std::uint8_t>(random.below(3));
    return keys;
}

std::uint32_t oneByOne(const std::vector<std::uint8_t>& keys, const Key& key, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
        if (std::equal(key.begin(), key.end(), keys.begin() + static_cast<std::ptrdiff_t>(i * kSize)))
            return i;
    }
    return kNoKey;
}

} // namespace

class KeySearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itFindsWhatIsThereAndNothingElse_data();
    void itFindsWhatIsThereAndNothingElse();
    void whatLiesBehindTheLastKeyIsNotThere();
};

void KeySearchTest::itFindsWhatIsThereAndNothingElse_data() {
    QTest::addColumn<quint32>("capacity");
    for (const quint32 capacity : {1U, 2U, 7U, 8U, 16U, 24U})
        QTest::addRow("room for %u", capacity) << capacity;
}

void KeySearchTest::itFindsWhatIsThereAndNothingElse() {
    QFETCH(quint32, capacity);
    Random random(capacity);
    int found = 0;
    for (int round = 0; round < 20'000; ++round) {
        const auto keys = keysOf(random, capacity);
        const auto count = random.below(capacity + 1);
        Key key;
        for (auto& byte : key)
            byte = static_cast<std::uint8_t>(random.below(3));
        const auto expected = oneByOne(keys, key, count);
        found += expected == kNoKey ? 0 : 1;
        QCOMPARE(KeySearch<kSize>(key).in(keys.data(), capacity, count), expected);
    }
    QVERIFY(found > 0);
}

void KeySearchTest::whatLiesBehindTheLastKeyIsNotThere() {
    std::vector<std::uint8_t> keys(8 * kSize, 7);
    Key key;
    key.fill(7);
    for (std::uint32_t count = 0; count <= 8; ++count)
        QCOMPARE(KeySearch<kSize>(key).in(keys.data(), 8, count), count == 0 ? kNoKey : 0U);
    keys[2] = keys[8] = 1; // only from the third on
    QCOMPARE(KeySearch<kSize>(key).in(keys.data(), 8, 2), kNoKey);
    QCOMPARE(KeySearch<kSize>(key).in(keys.data(), 8, 3), 2U);
}

QTEST_GUILESS_MAIN(KeySearchTest)
#include "key_search_test.moc"
