#include "hosting/turned_away.h"

#include "engine/details/torrent_edits.h"
#include "engine/session.h"
#include "hosting/friends.h"
#include "hosting/tracker_host.h"

#include <utility>

namespace essaim::hosting {

TurnedAway::TurnedAway(engine::Session& session, const TrackerHost& host, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_host(host) {
    connect(&host, &TrackerHost::snapshotChanged, this, &TurnedAway::follow);
}

/// When somebody is refused, the tracker forgets at once where that was. The snapshot before still has it.
void TurnedAway::follow() {
    const tracker::TrackerSnapshot& snapshot = m_host.snapshot();
    if (snapshot.startedAt == 0) // off: what was said holds
        return;
    const std::vector<Seen> before = std::exchange(m_seen, {});
    m_seen.reserve(before.size());
    for (const tracker::FriendOnTorrent& one : snapshot.friendsOnTorrents) {
        for (const Endpoint& peer : one.peers)
            m_seen.push_back({{one.friendId, one.torrent}, peer.address});
    }
    const bool isChanged = m_policyVersion != snapshot.policyVersion;
    m_policyVersion = snapshot.policyVersion;
    if (isChanged || !m_shut.empty()) // somebody welcome may have come to the same address
        shutOut(before);
}

void TurnedAway::shutOut(const std::vector<Seen>& seen) {
    const tracker::TrackerSnapshot& snapshot = m_host.snapshot();
    m_friends.clear();
    for (const tracker::FriendStatus& one : snapshot.friends)
        m_friends[one.id] = !one.revokedAt && !one.isPaused;
    m_hosted.clear();
    for (const tracker::HostedStatus& one : snapshot.hosted)
        m_hosted[one.torrent.infoHash.id()] = &one.torrent;
    for (const std::vector<Seen>* some : {&seen, &std::as_const(m_seen)}) {
        for (const Seen& one : *some) {
            if (m_hosted.contains(one.stay.second) && !isWelcome(one.stay))
                m_shut[one.stay].insert(one.address);
        }
    }
    std::erase_if(
        m_shut, [this](const auto& shut) { return !m_hosted.contains(shut.first.second) || isWelcome(shut.first); });
    tell();
    m_hosted.clear();
}

bool TurnedAway::isWelcome(const Stay& stay) const {
    const auto who = m_friends.find(stay.first);
    const auto torrent = m_hosted.find(stay.second);
    if (torrent == m_hosted.end())
        return false;
    if (torrent->second->visibility == tracker::Visibility::Everyone)
        return true;
    return who != m_friends.end() && who->second && mayGet(stay.first, *torrent->second);
}

void TurnedAway::tell() {
    std::map<TorrentId, std::set<IpAddress>> wanted;
    for (const auto& [stay, addresses] : m_shut)
        wanted[stay.second].insert(addresses.begin(), addresses.end());
    for (const Seen& one : m_seen) {
        if (const auto shut = wanted.find(one.stay.second); shut != wanted.end() && isWelcome(one.stay))
            shut->second.erase(one.address);
    }
    for (const auto& [id, addresses] : m_told) {
        if (!wanted.contains(id))
            wanted[id]; // everybody is welcome again
    }
    for (const auto& [id, addresses] : wanted) {
        const auto told = m_told.find(id);
        if (told == m_told.end() ? !addresses.empty() : told->second != addresses)
            m_session.edit({id}, engine::TurnAway{QList<IpAddress>(addresses.begin(), addresses.end())});
    }
    std::erase_if(wanted, [](const auto& one) { return one.second.empty(); });
    m_told = std::move(wanted);
}

} // namespace essaim::hosting
