// Info-hashes that are refused with a reason.
#pragma once

#include "tracker/tracker_config.h"

#include <algorithm>
#include <vector>

namespace essaim::tracker {

/// Immutable, hence thread-safe. Strangers cannot steer the search: the table holds only what the host wrote.
class BlockedTorrents {
public:
    explicit BlockedTorrents(std::vector<BlockedTorrent> blocked)
        : m_blocked(std::move(blocked)) {
        std::ranges::stable_sort(m_blocked, {}, &BlockedTorrent::infoHash);
    }

    /// Null = not blocked.
    [[nodiscard]] const BlockedTorrent* find(const Sha1Hash& infoHash) const {
        const auto found = std::ranges::lower_bound(m_blocked, infoHash, {}, &BlockedTorrent::infoHash);
        return found != m_blocked.end() && found->infoHash == infoHash ? &*found : nullptr;
    }

private:
    std::vector<BlockedTorrent> m_blocked; ///< sorted by hash
};

} // namespace essaim::tracker
