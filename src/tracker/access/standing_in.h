// What this tracker does for other hosts while theirs are away.
#pragma once

#include "tracker/access/access_policy.h"
#include "tracker/access/restricted_torrents.h"
#include "tracker/access/stand_in_list.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace essaim::tracker {

/// Made of the lists that hosts gave; immutable. Only the torrents of a list are admitted, each only for its members.
class StandingIn {
public:
    /// Lists that cannot be read count for nothing.
    explicit StandingIn(const std::vector<std::string>& lists = {});

    [[nodiscard]] const std::vector<StandInList>& lists() const { return m_lists; }
    /// The members, each once, under negative ids.
    [[nodiscard]] std::vector<FriendAccess> access() const;
    /// For whom, hash by hash. Those for everyone are not among them.
    [[nodiscard]] std::vector<RestrictedTorrents::Entry> restricted() const;
    [[nodiscard]] std::vector<InfoHash> hybrids() const;
    /// As they are announced.
    [[nodiscard]] const std::set<Sha1Hash>& hashes() const { return m_hashes; }
    [[nodiscard]] std::set<std::int64_t> members() const;
    /// Who may take part in which torrent, but for those for everyone.
    using Place = std::pair<std::int64_t, TorrentId>;
    [[nodiscard]] std::set<Place> places() const;

private:
    std::vector<StandInList> m_lists;
    std::set<Sha1Hash> m_hashes;
};

} // namespace essaim::tracker
