#include "hosting/doorkeeper.h"

#include "hosting/friends.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace essaim::hosting {

using tracker::FriendOnTorrent;
using tracker::HostedTorrent;
using tracker::TrackerSnapshot;

bool Doorkeeper::Door::isShutAt(const IpAddress& address) const {
    return std::ranges::any_of(shut, [&address](const auto& one) { return one.second.contains(address); });
}

bool Doorkeeper::Door::isShutFor(std::int64_t who, const std::vector<Endpoint>& peers) const {
    const auto found = shut.find(who);
    return found != shut.end() &&
           std::ranges::all_of(peers, [&found](const Endpoint& peer) { return found->second.contains(peer.address); });
}

std::vector<Doorkeeper::Word> Doorkeeper::look(const TrackerSnapshot& before, const TrackerSnapshot& now) {
    if (now.startedAt == 0) // off: what was said holds
        return {};
    const bool isOther = std::exchange(m_policyVersion, now.policyVersion) != now.policyVersion;
    const bool isAnotherRun = std::exchange(m_startedAt, now.startedAt) != now.startedAt;
    const bool isToDecide = std::exchange(m_isToDecide, false) || isOther || isAnotherRun;
    if (isToDecide)
        decide(before, now);
    if (m_doors.empty())
        return {};
    Spared next = spared(now);
    if (!isToDecide && !m_isToDecide && next == m_spared)
        return {};
    m_spared = std::move(next);
    return say(m_spared);
}

void Doorkeeper::decide(const TrackerSnapshot& before, const TrackerSnapshot& now) {
    m_friends.clear();
    m_outcasts.clear();
    for (const tracker::FriendStatus& one : now.friends)
        (one.revokedAt || one.isPaused ? m_outcasts : m_friends).insert(one.id);
    std::unordered_map<TorrentId, const HostedTorrent*> hosted; // those that matter
    for (const auto& [id, door] : m_doors)
        hosted.emplace(id, nullptr);
    std::vector<const FriendOnTorrent*> seen;
    for (const auto* some : {&before.friendsOnTorrents, &now.friendsOnTorrents}) {
        for (const FriendOnTorrent& one : *some) {
            if (one.peers.empty())
                continue;
            seen.push_back(&one);
            hosted.emplace(one.torrent, nullptr);
        }
    }
    if (hosted.empty())
        return;
    for (const tracker::HostedStatus& one : now.hosted) {
        if (const auto found = hosted.find(one.torrent.infoHash.id()); found != hosted.end())
            found->second = &one.torrent;
    }
    for (const FriendOnTorrent* one : seen) {
        const HostedTorrent* torrent = hosted[one->torrent];
        if (!torrent || isWelcome(one->friendId, *torrent))
            continue;
        auto& addresses = m_doors.try_emplace(one->torrent, Door{*torrent}).first->second.shut[one->friendId];
        for (const Endpoint& peer : one->peers)
            addresses.insert(peer.address);
    }
    reconsider(hosted);
}

/// With whom a torrent is shared may be otherwise now, and who was shut out welcome again.
void Doorkeeper::reconsider(const std::unordered_map<TorrentId, const HostedTorrent*>& hosted) {
    for (auto& [id, door] : m_doors) {
        const HostedTorrent* torrent = hosted.at(id);
        if (torrent)
            door.torrent = *torrent;
        std::erase_if(door.shut, [&](const auto& one) { return !torrent || isWelcome(one.first, *torrent); });
    }
}

bool Doorkeeper::isWelcome(std::int64_t who, const HostedTorrent& torrent) const {
    if (torrent.visibility == tracker::Visibility::Everyone)
        return true;
    return m_friends.contains(who) && mayGet(who, torrent);
}

Doorkeeper::Spared Doorkeeper::spared(const TrackerSnapshot& now) {
    Spared result;
    for (const FriendOnTorrent& one : now.friendsOnTorrents) {
        if (one.peers.empty())
            continue;
        const auto door = m_doors.find(one.torrent);
        if (door == m_doors.end() || !isWelcome(one.friendId, door->second.torrent)) {
            // An announce that was under way when it was decided.
            const bool isNew = door == m_doors.end() ? m_outcasts.contains(one.friendId)
                                                     : !door->second.isShutFor(one.friendId, one.peers);
            m_isToDecide = m_isToDecide || isNew;
            continue;
        }
        for (const Endpoint& peer : one.peers) {
            if (door->second.isShutAt(peer.address))
                result[one.torrent].insert(peer.address);
        }
    }
    return result;
}

std::vector<Doorkeeper::Word> Doorkeeper::say(const Spared& spared) {
    std::vector<Word> words;
    for (auto& [id, door] : m_doors) {
        std::set<IpAddress> wanted;
        for (const auto& addresses : door.shut | std::views::values)
            wanted.insert(addresses.begin(), addresses.end());
        if (const auto some = spared.find(id); some != spared.end()) {
            for (const IpAddress& address : some->second)
                wanted.erase(address);
        }
        if (wanted == door.said)
            continue;
        door.said = wanted;
        words.push_back({id, std::move(wanted)});
    }
    std::erase_if(m_doors, [](const auto& one) { return one.second.shut.empty() && one.second.said.empty(); });
    return words;
}

} // namespace essaim::hosting
