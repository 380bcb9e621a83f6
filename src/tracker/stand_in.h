// Trackers of friends that stand in while this one is away, as values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace essaim::tracker {

/// A friend who offers, or was asked, to let its tracker stand in for this one.
struct StandInStatus {
    std::int64_t friendId = 0;
    std::vector<std::string> urls; ///< its announce URLs, best first, without keys
    bool isAccepted = false;       ///< links and files of this host name it
    std::int64_t offeredAt = 0;    ///< its last word here, Unix seconds; 0 = none since the start
    std::int64_t answeredAt = 0;   ///< when it was reached last and stood in; 0 = not since the start
    std::string reportUrl;         ///< where it is to be asked what happened; secret; empty unless accepted

    bool operator==(const StandInStatus&) const = default;
};

/// What another host said to the offer of this tracker.
struct StandInAnswer {
    bool isAccepted = false;
    std::string title; ///< who the host is; may be empty
    std::size_t torrents = 0;
    std::size_t members = 0;

    bool operator==(const StandInAnswer&) const = default;
};

} // namespace essaim::tracker
