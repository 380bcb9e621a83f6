#include "hosting/stable_addresses.h"

#include <algorithm>
#include <iterator>

namespace essaim::hosting {

namespace {

/// Temporary and deprecated ones are not for the DNS.
bool isPassing(const QNetworkAddressEntry& entry) {
    return entry.ip().protocol() == QAbstractSocket::IPv6Protocol &&
           entry.dnsEligibility() == QNetworkAddressEntry::DnsIneligible;
}

bool areOfOneNetwork(const QNetworkAddressEntry& one, const QNetworkAddressEntry& other) {
    const int length = std::clamp(one.prefixLength(), 0, 64); // single addresses are given out with 128
    return other.ip().isInSubnet(one.ip(), length);
}

} // namespace

QList<QNetworkAddressEntry> stableAddresses(const QList<QNetworkAddressEntry>& entries) {
    QList<QNetworkAddressEntry> result;
    std::ranges::copy_if(entries, std::back_inserter(result), [&](const QNetworkAddressEntry& entry) {
        return !isPassing(entry) || std::ranges::none_of(entries, [&](const QNetworkAddressEntry& other) {
            return !isPassing(other) && areOfOneNetwork(entry, other);
        });
    });
    return result;
}

} // namespace essaim::hosting
