#include "tracker/service/settings.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

using std::chrono::seconds;

constexpr seconds kLongestInterval = std::chrono::hours(4);
constexpr seconds kLongestTimeout = std::chrono::hours(9); // what PeerState can tell apart
constexpr int kMostPeersInAnAnswer = 1000;
constexpr std::size_t kLongestReason = 90; // so that no UDP error is longer than its announce
constexpr std::uint32_t kBurstSeconds = 10;

AddressMap rulesOf(const std::vector<AddressRule>& rules) {
    std::vector<AddressMap::Entry> entries;
    for (const auto& rule : rules)
        entries.push_back({rule.range, static_cast<std::uint16_t>(rule.allow ? 1 : 0)});
    return AddressMap(entries);
}

AddressMap networksOf(const std::vector<NamedNetwork>& networks) {
    std::vector<AddressMap::Entry> entries;
    for (std::size_t i = 0; i < std::min(networks.size(), Settings::kMaxNetworks); ++i) {
        for (const auto& range : networks[i].ranges)
            entries.push_back({range, static_cast<std::uint16_t>(i)});
    }
    return AddressMap(entries);
}

/// Cut at the end of a character.
void shorten(std::string& reason) {
    if (reason.size() <= kLongestReason)
        return;
    auto end = kLongestReason;
    while (end > 0 && (static_cast<unsigned char>(reason[end]) & 0xc0) == 0x80)
        --end;
    reason.resize(end);
}

std::vector<ClientRule> clientRulesOf(std::vector<ClientRule> rules) {
    for (auto& rule : rules) {
        if (rule.reason.empty())
            rule.reason = "this tracker does not serve your program; use another one";
        shorten(rule.reason);
    }
    return rules;
}

/// What the configuration says comes first.
std::vector<BlockedTorrent> blockedOf(std::vector<BlockedTorrent> configured, std::vector<BlockedTorrent>&& recorded) {
    configured.insert(configured.end(), recorded.begin(), recorded.end());
    for (auto& blocked : configured) {
        if (blocked.reason.empty())
            blocked.reason = "this torrent is blocked here";
        shorten(blocked.reason);
    }
    return configured;
}

FlowLimit perSecond(std::uint32_t rate) {
    return {rate * kBurstSeconds, seconds(kBurstSeconds)};
}

PolicyRecords recordsOf(const TrackerConfig& config) {
    PolicyRecords records;
    for (const auto& one : config.friends) {
        if (isPasskey(one.passkey))
            records.friends.push_back(
                {static_cast<std::int64_t>(records.friends.size()) + 1, passkeyDigest(one.passkey), one.seedOnly});
    }
    return records;
}

} // namespace

Settings::Settings(const TrackerConfig& config)
    : Settings(config, recordsOf(config)) {}

Settings::Settings(const TrackerConfig& config, PolicyRecords records)
    : access(config.access, std::move(records.friends))
    , addressRules(rulesOf(config.addressRules))
    , clients(clientRulesOf(config.clientRules))
    , blocked(blockedOf(config.blocked, std::move(records.blocked)))
    , hybrids(records.hybrids)
    , restricted(std::move(records.restricted))
    , networks(networksOf(config.networks))
    , trustedProxies(config.trustedProxies)
    , trustedAnnouncers(config.trustedAnnouncers)
    , proxyHeader(config.proxyHeader)
    , requestsPerAddress(perSecond(config.limits.requestsPerSecond))
    , requestsInAll(perSecond(config.limits.totalRequestsPerSecond))
    , limitsAlsoPrivate(config.limits.alsoPrivate)
    , clientsPerFriend(config.limits.clientsPerFriend)
    , torrentsPerFriend(config.limits.torrentsPerFriend)
    , creditedBytesPerSecond(config.limits.creditedBytesPerSecond)
    , interval(std::clamp(config.interval, seconds(1), kLongestInterval))
    , minInterval(std::clamp(config.minInterval, seconds(0), interval))
    , peerTimeout(std::clamp(config.peerTimeout, seconds(1), kLongestTimeout))
    , maxNumWant(static_cast<std::uint32_t>(std::clamp(config.maxNumWant, 0, kMostPeersInAnAnswer)))
    , externalAddress(config.externalAddress) {
    defaultNumWant = std::min(static_cast<std::uint32_t>(std::max(config.defaultNumWant, 0)), maxNumWant);
    for (std::size_t i = 0; i < std::min(config.networks.size(), kMaxNetworks); ++i)
        networksThatPreferTheirOwn |= config.networks[i].prefersOwn ? 1U << i : 0U;
    peersPerAddress = {config.limits.peersPerAddress, peerTimeout};
}

} // namespace essaim::tracker
