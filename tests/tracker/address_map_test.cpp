// Ordered address ranges.
#include "tracker/access/address_map.h"

#include "tracker/random.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;

namespace {

AddressMap::Entry entry(const char* range, std::uint16_t value) {
    return {Cidr::parse(range).value(), value};
}

IpAddress address(const char* text) {
    return IpAddress::parse(text).value();
}

} // namespace

class AddressMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyMapHoldsNothing();
    void theFirstRangeThatContainsAnAddressDecides();
    void familiesAreKeptApart();
    void rangesMayReachTheEndOfTheAddressSpace();
    void itAgreesWithASearchFromTheTop();
};

void AddressMapTest::anEmptyMapHoldsNothing() {
    QVERIFY(AddressMap().isEmpty());
    QVERIFY(!AddressMap().contains(address("1.2.3.4")));
}

void AddressMapTest::theFirstRangeThatContainsAnAddressDecides() {
    const AddressMap map(std::vector{entry("10.1.2.3", 1), entry("10.1.0.0/16", 2), entry("10.0.0.0/8", 3)});
    QVERIFY(map.find(address("10.1.2.3")) == 1);
    QVERIFY(map.find(address("10.1.2.4")) == 2);
    QVERIFY(map.find(address("10.2.0.0")) == 3);
    QVERIFY(!map.find(address("11.0.0.0")));
    const AddressMap shadowed(std::vector{entry("10.0.0.0/8", 3), entry("10.1.0.0/16", 2)});
    QVERIFY(shadowed.find(address("10.1.2.3")) == 3);
}

void AddressMapTest::familiesAreKeptApart() {
    const AddressMap map(std::vector{entry("0.0.0.0/0", 4), entry("2001:db8::/32", 6)});
    QVERIFY(map.find(address("32.1.13.184")) == 4); // begins like the IPv6 range
    QVERIFY(map.find(address("2001:db8::1")) == 6);
    QVERIFY(!map.find(address("2001:db9::1")));
    QVERIFY(map.find(address("::ffff:1.2.3.4")) == 4);
}

void AddressMapTest::rangesMayReachTheEndOfTheAddressSpace() {
    const AddressMap map(std::vector{entry("255.255.255.255", 1), entry("240.0.0.0/4", 2), entry("ff00::/8", 3)});
    QVERIFY(map.find(address("255.255.255.255")) == 1);
    QVERIFY(map.find(address("255.255.255.254")) == 2);
    QVERIFY(map.find(address("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")) == 3);
}

void AddressMapTest::itAgreesWithASearchFromTheTop() {
    Random random(7);
    std::vector<AddressMap::Entry> entries;
    for (std::uint16_t i = 0; i < 300; ++i)
        entries.push_back({Cidr::make(IpAddress::v4(random.below(1U << 16) << 12), 8 + random.below(25)).value(), i});
    const AddressMap map(entries);
    for (int i = 0; i < 5'000; ++i) {
        const auto probe = IpAddress::v4(random.below(1U << 28));
        const auto first =
            std::ranges::find_if(entries, [&](const AddressMap::Entry& one) { return one.range.contains(probe); });
        const auto expected = first == entries.end() ? std::nullopt : std::optional(first->value);
        QVERIFY(map.find(probe) == expected);
    }
}

QTEST_GUILESS_MAIN(AddressMapTest)
#include "address_map_test.moc"
