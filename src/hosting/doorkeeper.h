// Concludes from what the tracker tells with whom this host's own client must not speak about which torrent.
#pragma once

#include "core/endpoint.h"
#include "core/info_hash.h"
#include "tracker/tracker.h"

#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace essaim::hosting {

/// Looks at every snapshot of the tracker, once a second. All that is hosted, which may be tens of thousands, is gone
/// through when the host has decided something, and then only; in between, who is there is compared with those who are
/// shut out. No clock, no threads.
class Doorkeeper {
public:
    struct Word {
        TorrentId torrent;
        std::set<IpAddress> turnedAway; ///< from now on, in place of what was said before; empty = nobody

        bool operator==(const Word&) const = default;
    };
    /// What is otherwise since the last call. When somebody is refused, the tracker forgets at once where that was:
    /// `before` still has it.
    [[nodiscard]] std::vector<Word> look(const tracker::TrackerSnapshot& before, const tracker::TrackerSnapshot& now);

private:
    /// A torrent for which somebody may come no more.
    struct Door {
        tracker::HostedTorrent torrent;
        std::map<std::int64_t, std::set<IpAddress>> shut = {}; ///< for these friends, at these addresses
        std::set<IpAddress> said = {};

        [[nodiscard]] bool isShutAt(const IpAddress& address) const;
        [[nodiscard]] bool isShutFor(std::int64_t who, const std::vector<Endpoint>& peers) const; ///< at all of these
    };
    using Spared = std::map<TorrentId, std::set<IpAddress>>;

    void decide(const tracker::TrackerSnapshot& before, const tracker::TrackerSnapshot& now);
    void reconsider(const std::unordered_map<TorrentId, const tracker::HostedTorrent*>& hosted);
    [[nodiscard]] Spared spared(const tracker::TrackerSnapshot& now);
    [[nodiscard]] std::vector<Word> say(const Spared& spared);
    [[nodiscard]] bool isWelcome(std::int64_t who, const tracker::HostedTorrent& torrent) const;

    std::unordered_map<TorrentId, Door> m_doors;
    std::unordered_set<std::int64_t> m_outcasts; ///< may come for nothing at all: revoked or paused
    std::unordered_set<std::int64_t> m_friends;  ///< the others
    Spared m_spared;                             ///< where somebody welcome is at the same address
    std::uint64_t m_policyVersion = 0;
    std::int64_t m_startedAt = 0;
    bool m_isToDecide = true;
};

} // namespace essaim::hosting
