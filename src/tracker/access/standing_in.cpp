#include "tracker/access/standing_in.h"

#include <algorithm>
#include <map>

namespace essaim::tracker {

namespace {

template <typename Function>
void forEachHash(const InfoHash& infoHash, Function&& function) {
    if (infoHash.v1)
        function(*infoHash.v1);
    if (const auto v2 = infoHash.truncatedV2())
        function(*v2);
}

} // namespace

StandingIn::StandingIn(const std::vector<std::string>& lists) {
    for (const auto& bytes : lists) {
        auto list = parseStandInList(bytes);
        if (!list)
            continue;
        for (const auto& torrent : list->torrents)
            forEachHash(torrent.infoHash, [this](const Sha1Hash& hash) { m_hashes.insert(hash); });
        m_lists.push_back(std::move(*list));
    }
}

std::vector<FriendAccess> StandingIn::access() const {
    std::map<Sha256Hash, FriendAccess> members;
    for (const auto& list : m_lists) {
        for (const auto& digest : list.members)
            members.try_emplace(digest, FriendAccess{memberIdOf(digest), digest});
    }
    std::vector<FriendAccess> result;
    for (auto& [digest, member] : members)
        result.push_back(member);
    return result;
}

std::vector<RestrictedTorrents::Entry> StandingIn::restricted() const {
    std::map<Sha1Hash, std::vector<std::int64_t>> entries;
    std::set<Sha1Hash> closed; // for everyone is only what no host keeps for some
    for (const auto& list : m_lists) {
        for (const auto& torrent : list.torrents) {
            forEachHash(torrent.infoHash, [&](const Sha1Hash& hash) {
                if (!torrent.isForEveryone)
                    closed.insert(hash);
                auto& ids = entries[hash];
                for (const auto place : torrent.members)
                    ids.push_back(memberIdOf(list.members[place]));
            });
        }
    }
    std::vector<RestrictedTorrents::Entry> result;
    for (auto& [hash, ids] : entries) {
        if (closed.contains(hash))
            result.push_back({hash, false, std::move(ids)});
    }
    return result;
}

std::vector<InfoHash> StandingIn::hybrids() const {
    std::vector<InfoHash> result;
    for (const auto& list : m_lists) {
        for (const auto& torrent : list.torrents) {
            if (torrent.infoHash.isHybrid())
                result.push_back(torrent.infoHash);
        }
    }
    return result;
}

std::set<std::int64_t> StandingIn::members() const {
    std::set<std::int64_t> result;
    for (const auto& list : m_lists) {
        for (const auto& digest : list.members)
            result.insert(memberIdOf(digest));
    }
    return result;
}

std::set<StandingIn::Place> StandingIn::places() const {
    std::set<Place> result;
    for (const auto& list : m_lists) {
        for (const auto& torrent : list.torrents) {
            for (const auto place : torrent.members)
                result.emplace(memberIdOf(list.members[place]), torrent.infoHash.id());
        }
    }
    return result;
}

} // namespace essaim::tracker
