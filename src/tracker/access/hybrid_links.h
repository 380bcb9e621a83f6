// Which two hashes are one torrent.
#pragma once

#include "core/info_hash.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace essaim::tracker {

/// For accounting: clients of a hybrid torrent announce under both hashes with the same counters. Immutable.
class HybridLinks {
public:
    explicit HybridLinks(const std::vector<InfoHash>& hybrids) {
        for (const auto& infoHash : hybrids) {
            if (infoHash.isHybrid())
                m_links.emplace_back(*infoHash.truncatedV2(), infoHash.id());
        }
        std::ranges::sort(m_links);
    }

    /// The id of the torrent that is announced under this hash.
    [[nodiscard]] TorrentId idOf(const Sha1Hash& announced) const {
        const auto found = std::ranges::lower_bound(m_links, announced, {}, &std::pair<Sha1Hash, TorrentId>::first);
        return found != m_links.end() && found->first == announced ? found->second : announced;
    }

private:
    std::vector<std::pair<Sha1Hash, TorrentId>> m_links; ///< truncated v2 hash and id, sorted
};

} // namespace essaim::tracker
