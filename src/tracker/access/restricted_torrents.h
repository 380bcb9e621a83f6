// Torrents that are not for everyone.
#pragma once

#include "tracker/access/access_policy.h"
#include "tracker/access/refusal.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace essaim::tracker {

/// Immutable, hence thread-safe.
class RestrictedTorrents {
public:
    struct Entry {
        Sha1Hash infoHash; ///< as it is announced
        bool forAllFriends = true;
        std::vector<std::int64_t> friends; ///< otherwise: for these alone; others' members only if they are here
    };

    explicit RestrictedTorrents(std::vector<Entry> entries = {})
        : m_entries(std::move(entries)) {
        std::ranges::sort(m_entries, {}, &Entry::infoHash);
        for (auto& entry : m_entries)
            std::ranges::sort(entry.friends);
    }

    /// May this friend, or a client without a friend's key (null), take part? The host itself always may.
    [[nodiscard]] bool isFor(const Sha1Hash& infoHash, const FriendAccess* who) const {
        if (m_entries.empty())
            return true;
        const auto found = std::ranges::lower_bound(m_entries, infoHash, {}, &Entry::infoHash);
        if (found == m_entries.end() || found->infoHash != infoHash)
            return true;
        return who && (who->isHost() || (found->forAllFriends && !who->isMember()) ||
                       std::ranges::binary_search(found->friends, who->id));
    }

    /// Why not. A friend who was not chosen learns nothing of what others are given.
    [[nodiscard]] std::optional<Refusal>
    refusing(const Sha1Hash& infoHash, const FriendAccess* who, bool hasKey) const {
        if (isFor(infoHash, who))
            return std::nullopt;
        if (who)
            return kNotHosted;
        return hasKey ? kPasskeyRefused : kPasskeyRequired;
    }

private:
    std::vector<Entry> m_entries; ///< sorted by hash
};

} // namespace essaim::tracker
