// What Tracker does so that its peers outlive it.
#include "tracker/swarm/peer_snapshot.h"
#include "tracker/tracker_private.h"

#include <algorithm>
#include <chrono>

namespace essaim::tracker {

/// A friend may have been revoked since, or a program forgotten; whose peer nobody could take out again stays away and
/// comes back by itself. Where only friends are served, nobody else comes back.
bool Tracker::Private::mayComeBack(
    const Sha1Hash& announced, const StoredPeer& peer, const std::set<std::int64_t>& activeFriends) {
    if (!peer.owner)
        return current.access != AccessMode::Friends && settings.current()->restricted.isFor(announced, nullptr);
    if (!activeFriends.contains(peer.owner->friendId))
        return false;
    const auto torrent = settings.current()->hybrids.idOf(announced);
    return accounting.restorePresence(
        *peer.owner, torrent, {announced, peer.endpoint}, peer.isSeed, clock.now() - peer.age);
}

/// Before the workers start. Peers are no treasure: they come back by themselves, and no damage keeps a tracker down.
void Tracker::Private::restorePeers() {
    peersSavedAt = clock.now();
    if (peersFile.empty())
        return;
    std::set<std::int64_t> activeFriends;
    for (const auto& one : friends.access()) {
        if (one.standing == FriendAccess::Standing::Welcome)
            activeFriends.insert(one.id);
    }
    const auto restored = tracker::restorePeers(
        store, peersFile, clock.now(), unixNow(), settings.current()->peerTimeout, current.access != AccessMode::Open,
        [&](const Sha1Hash& announced, const StoredPeer& peer) { return mayComeBack(announced, peer, activeFriends); });
    const std::lock_guard lock(problemMutex);
    if (restored) {
        restoredPeers = restored->restored;
        if (restored->isDamaged)
            peersProblem = "some peers of the time before the start are lost: " + peersFile.string() + " is damaged";
    } else if (restored.error().kind != ErrorKind::NotFound) {
        peersProblem = "the peers of the time before the start are lost: " + describe(restored.error());
    }
}

void Tracker::Private::savePeers() {
    const auto began = std::chrono::steady_clock::now();
    peersSavedAt = clock.now();
    if (peersFile.empty())
        return;
    auto owned = accounting.presences();
    std::ranges::sort(owned, {}, &std::pair<Accounting::Presence, PeerOwner>::first);
    const auto ownerOf = [&](const Sha1Hash& announced, const Endpoint& peer) -> std::optional<PeerOwner> {
        const Accounting::Presence presence{announced, peer};
        const auto found =
            std::ranges::lower_bound(owned, presence, {}, &std::pair<Accounting::Presence, PeerOwner>::first);
        return found != owned.end() && found->first == presence ? std::optional(found->second) : std::nullopt;
    };
    const auto saved = tracker::savePeers(store, peersFile, clock.now(), unixNow(), ownerOf);
    peersSaveTook = std::chrono::steady_clock::now() - began;
    const std::lock_guard lock(problemMutex);
    peersProblem = saved ? std::string() : "peers could not be saved: " + describe(saved.error());
}

void Tracker::Private::savePeersIfWorthwhile(std::uint64_t announces, Clock::Monotonic now) {
    using namespace std::chrono_literals;
    constexpr int kPause = 200; // times what it took: half a per cent of a processor and of a disk at most
    const std::chrono::steady_clock::duration pause = peersSaveTook * kPause;
    if (announces == announcesWhenSaved || now - peersSavedAt < std::clamp<decltype(pause)>(pause, 10s, 5min))
        return;
    announcesWhenSaved = announces;
    savePeers();
}

} // namespace essaim::tracker
