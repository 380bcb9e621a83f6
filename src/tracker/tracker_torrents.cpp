// What a host decides about torrents, and the log of what happened.
#include "tracker/tracker_private.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

/// Of one deed: a list of thousands would push all else out of the log.
constexpr std::size_t kMostNotes = 20;

} // namespace

void Tracker::Private::note(Activity kind, std::string subject, std::string detail) {
    activity.note({unixNow(), kind, std::move(subject), std::move(detail)});
}

/// On the maintenance thread, so that no announce pays for it.
void Tracker::Private::noteArrivals() {
    for (const auto& arrival : accounting.takeArrivals()) {
        if (FriendAccess::isMemberId(arrival.friendId))
            continue; // another host's
        note(
            arrival.isComplete ? Activity::FriendCompleted : Activity::FriendCame, nameOfFriend(arrival.friendId),
            hosted.nameOf(arrival.torrent));
    }
    if (!outsiderNoted && (outsideProof.last(false) != 0 || outsideProof.last(true) != 0)) {
        outsiderNoted = true;
        note(Activity::OutsiderCame, {}, outsideProof.last(false) != 0 ? "IPv4" : "IPv6");
    }
}

Expected<void> Tracker::admit(const HostedTorrent& torrent, const std::string& file) {
    auto& d = *m_private;
    const auto before = d.hosted.find(torrent.infoHash.id());
    const auto admitted = d.hosted.admit(torrent, file, d.unixNow());
    const std::lock_guard lock(d.changes);
    d.publish();
    if (!admitted)
        return std::unexpected(admitted.error());
    if (*admitted)
        d.hosted.renewSwarm(torrent.infoHash.id());
    d.removePeersOfStrangers(torrent);
    if (!before)
        d.note(Activity::TorrentHosted, torrent.name);
    else if (before->visibility != torrent.visibility || before->chosen != torrent.chosen)
        d.note(Activity::TorrentShared, torrent.name);
    return {};
}

Expected<void> Tracker::giveFile(const TorrentId& id, const std::string& file) {
    auto& d = *m_private;
    const std::lock_guard lock(d.changes);
    const auto known = d.hosted.find(id);
    if (!known)
        return failure(ErrorKind::NotFound, Operation::SaveStore, id.toHex(), "it is not hosted");
    const auto admitted = d.hosted.admit(*known, file, d.unixNow());
    d.publish();
    return admitted ? Expected<void>() : std::unexpected(admitted.error());
}

Expected<void> Tracker::withdraw(const TorrentId& id, const std::string& reason) {
    auto& d = *m_private;
    const std::string name = d.hosted.nameOf(id);
    const bool wasHosted = d.hosted.find(id).has_value();
    auto withdrawn = d.hosted.withdraw(id, reason, d.unixNow());
    const std::lock_guard lock(d.changes);
    d.publish();
    if (withdrawn && wasHosted)
        d.note(reason.empty() ? Activity::TorrentStopped : Activity::TorrentRemoved, name, reason);
    else if (withdrawn && !reason.empty())
        d.note(Activity::TorrentBlocked, id.toHex(), reason);
    return withdrawn;
}

Expected<void> Tracker::block(const std::vector<BlockedStatus>& torrents) {
    auto& d = *m_private;
    auto blocked = d.hosted.block(torrents, d.unixNow());
    const bool areMany = torrents.size() > kMostNotes;
    const auto hostedHashes = d.hosted.hashes();
    for (const auto& one : torrents) {
        if (!blocked)
            break;
        if (const auto known = hostedHashes.contains(one.infoHash) ? d.hosted.find(one.infoHash) : std::nullopt)
            blocked = d.hosted.withdraw(known->infoHash.id(), one.reason, d.unixNow());
        if (!areMany)
            d.note(Activity::TorrentBlocked, one.name.empty() ? one.infoHash.toHex() : one.name, one.reason);
    }
    if (blocked && areMany)
        d.note(Activity::TorrentBlocked, {}, std::to_string(torrents.size()));
    const std::lock_guard lock(d.changes);
    d.publish();
    return blocked;
}

Expected<void> Tracker::unblock(const std::vector<Sha1Hash>& hashes) {
    auto& d = *m_private;
    const bool areMany = hashes.size() > kMostNotes;
    std::vector<std::string> names;
    for (const auto& hash : areMany ? std::vector<Sha1Hash>() : hashes) {
        auto name = d.hosted.nameOf(hash);
        if (name.empty())
            name = hash.toHex();
        if (std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    }
    auto unblocked = d.hosted.unblock(hashes);
    const std::lock_guard lock(d.changes);
    d.publish();
    for (auto& name : names) {
        if (unblocked)
            d.note(Activity::TorrentAllowed, std::move(name));
    }
    if (unblocked && areMany)
        d.note(Activity::TorrentAllowed, {}, std::to_string(hashes.size()));
    return unblocked;
}

Expected<std::vector<TorrentId>> Tracker::restore(const std::vector<Sha1Hash>& hashes) {
    auto& d = *m_private;
    auto restored = d.hosted.restore(hashes);
    const std::lock_guard lock(d.changes);
    d.publish();
    if (restored) {
        for (const TorrentId& id : *restored)
            d.note(Activity::TorrentHosted, d.hosted.nameOf(id));
    }
    return restored;
}

std::vector<ActivityEntry> Tracker::activity() const {
    return m_private->activity.entries();
}

void Tracker::note(const ActivityEntry& entry) {
    m_private->note(entry.kind, entry.subject, entry.detail);
}

} // namespace essaim::tracker
