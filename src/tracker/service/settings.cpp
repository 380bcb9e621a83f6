#include "tracker/service/settings.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

using std::chrono::seconds;

constexpr seconds kLongestInterval = std::chrono::hours(4);
constexpr seconds kLongestTimeout = std::chrono::hours(9); // what PeerState can tell apart
constexpr int kMostPeersInAnAnswer = 1000;

} // namespace

Settings::Settings(const TrackerConfig& config)
    : access(config.access, config.friends)
    , interval(std::clamp(config.interval, seconds(1), kLongestInterval))
    , minInterval(std::clamp(config.minInterval, seconds(0), interval))
    , peerTimeout(std::clamp(config.peerTimeout, seconds(1), kLongestTimeout))
    , maxNumWant(static_cast<std::uint32_t>(std::clamp(config.maxNumWant, 0, kMostPeersInAnAnswer)))
    , externalAddress(config.externalAddress) {
    defaultNumWant = std::min(static_cast<std::uint32_t>(std::max(config.defaultNumWant, 0)), maxNumWant);
}

} // namespace essaim::tracker
