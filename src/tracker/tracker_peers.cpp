// What Tracker does so that its peers outlive it.
#include "tracker/swarm/peer_snapshot.h"
#include "tracker/tracker_private.h"

namespace essaim::tracker {

/// Before the workers start. Peers are no treasure: they come back by themselves, and no damage keeps a tracker down.
void Tracker::Private::restorePeers() {
    peersSavedAt = clock.now();
    // Which friend a peer belongs to is not in the file, and a friend may have been revoked since: each comes again.
    if (peersFile.empty() || current.access == AccessMode::Friends)
        return;
    const auto restored = tracker::restorePeers(
        store, peersFile, clock.now(), unixNow(), settings.current()->peerTimeout, current.access != AccessMode::Open);
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
    peersSavedAt = clock.now();
    {
        const std::lock_guard lock(changes);
        if (peersFile.empty() || current.access == AccessMode::Friends)
            return;
    }
    const auto saved = tracker::savePeers(store, peersFile, clock.now(), unixNow());
    const std::lock_guard lock(problemMutex);
    peersProblem = saved ? std::string() : "peers could not be saved: " + describe(saved.error());
}

} // namespace essaim::tracker
