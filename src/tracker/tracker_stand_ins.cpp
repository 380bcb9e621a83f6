// Standing in: for this host by its friends, and for others by this tracker.
#include "tracker/access/stand_in_report.h"
#include "tracker/tracker_private.h"

#include <openssl/sha.h>

#include <algorithm>
#include <map>

namespace essaim::tracker {

namespace {

/// What the tracker of one friend needs to know of this host's.
std::string listFor(std::int64_t standIn, const std::string& token, const SiteContent& content) {
    StandInList list;
    list.isAccepted = true;
    list.title = content.title;
    list.reportToken = token;
    std::map<std::int64_t, std::uint32_t> places;
    for (const auto& guest : content.guests) {
        const auto key = guest.standInKeys.find(standIn);
        if (guest.isPaused || key == guest.standInKeys.end() || list.members.size() == StandInList::kMostMembers)
            continue;
        places[guest.id] = static_cast<std::uint32_t>(list.members.size());
        list.members.push_back(passkeyDigest(key->second));
    }
    for (const auto& shared : content.torrents) {
        StandInTorrent torrent{shared.torrent.infoHash, shared.torrent.visibility == Visibility::Everyone};
        for (const auto& guest : content.guests) {
            const auto place = places.find(guest.id);
            if (!torrent.isForEveryone && place != places.end() && content.mayGet(guest, shared.torrent))
                torrent.members.push_back(place->second);
        }
        list.torrents.push_back(std::move(torrent));
    }
    return encode(list);
}

std::string baseOf(const storage::StandInRecord& record) {
    const auto isHttp = [](const std::string& url) { return url.starts_with("http"); };
    const auto first = std::ranges::find_if(record.urls, isHttp);
    return first == record.urls.end() ? std::string() : first->substr(0, first->rfind('/'));
}

} // namespace

/// Revoked and paused friends stand in for nobody; their keys open no list.
std::vector<storage::StandInRecord> Tracker::Private::activeStandIns() const {
    auto records = standIns.accepted();
    const auto access = friends.access();
    std::erase_if(records, [&](const storage::StandInRecord& record) {
        const auto who = std::ranges::find(access, record.friendId, &FriendAccess::id);
        return who == access.end() || who->standing != FriendAccess::Standing::Welcome;
    });
    return records;
}

void Tracker::Private::addStandIns(SiteContent& content, const std::vector<storage::StandInRecord>& active) const {
    for (const auto& record : active) {
        if (auto token = friends.reportTokenOf(record.friendId); !token.empty())
            content.standInLists.try_emplace(record.friendId, [id = record.friendId, token](const SiteContent& all) {
                return listFor(id, token, all);
            });
    }
    for (const auto& list : standingIn.lists()) {
        StandingInAccess access;
        SHA256(
            reinterpret_cast<const unsigned char*>(list.reportToken.data()), list.reportToken.size(),
            access.tokenDigest.bytes.data());
        for (const auto& digest : list.members)
            access.members.emplace_back(memberIdOf(digest), digest);
        content.standingIn.push_back(std::move(access));
    }
}

/// What this host shares itself, it decides itself, whatever a list says about it: another host writes that.
void Tracker::Private::addStandingIn(PolicyRecords& records) {
    const auto own = hosted.hashes();
    for (auto& member : standingIn.access())
        records.friends.push_back(std::move(member));
    for (auto& infoHash : standingIn.hybrids()) {
        if (!own.contains(infoHash.id()) && !own.contains(*infoHash.truncatedV2()))
            records.hybrids.push_back(infoHash);
    }
    for (auto& entry : standingIn.restricted()) {
        if (!own.contains(entry.infoHash))
            records.restricted.push_back(std::move(entry));
    }
    for (const auto& hash : standingIn.hashes())
        store.host(hash, 0);
}

/// Swarms and members that are on no list any more go at once.
void Tracker::Private::useStandingIn(StandingIn next) {
    const auto before = std::exchange(standingIn, std::move(next));
    const auto own = hosted.hashes();
    for (const auto& hash : before.hashes()) {
        if (!standingIn.hashes().contains(hash) && !own.contains(hash))
            store.unhost(hash);
    }
    const auto kept = standingIn.places();
    for (const auto& place : before.places()) {
        if (!kept.contains(place))
            removePeers(accounting.leave(place.first, place.second));
    }
    const auto members = standingIn.members();
    for (const auto id : before.members()) {
        if (members.contains(id))
            continue;
        removePeersOf(id);
        accounting.forget(id);
    }
}

/// With `changes` held, on the maintenance thread.
void Tracker::Private::takeStandInOffers() {
    const auto taken = standIns.takeOffers();
    if (!taken.any)
        return;
    publish();
    for (const auto id : taken.withdrawn)
        note(Activity::StandInEnded, nameOfFriend(id));
}

std::vector<StandInStatus> Tracker::Private::standInStatuses() const {
    auto result = standIns.statuses();
    for (const auto& record : standIns.accepted()) {
        const auto status = std::ranges::find(result, record.friendId, &StandInStatus::friendId);
        const auto token = friends.reportTokenOf(record.friendId);
        const auto base = baseOf(record);
        if (status != result.end() && !token.empty() && !base.empty())
            status->reportUrl = base + "/s/" + token + "?after=" + std::to_string(record.mergedAt);
    }
    return result;
}

Expected<void> Tracker::acceptStandIn(std::int64_t friendId) {
    auto& d = *m_private;
    const std::lock_guard lock(d.changes);
    auto accepted = d.standIns.accept(friendId);
    d.publish();
    if (accepted)
        d.note(Activity::StandInAccepted, d.nameOfFriend(friendId));
    return accepted;
}

Expected<void> Tracker::endStandIn(std::int64_t friendId) {
    auto& d = *m_private;
    const std::lock_guard lock(d.changes);
    auto ended = d.standIns.end(friendId);
    d.publish();
    if (ended)
        d.note(Activity::StandInEnded, d.nameOfFriend(friendId));
    return ended;
}

Expected<void> Tracker::mergeReport(std::int64_t friendId, const std::string& bytes) {
    auto& d = *m_private;
    const auto report = parseStandInReport(bytes);
    if (!report)
        return failure(ErrorKind::InvalidData, Operation::FetchTorrent, {}, "not the report of a stand-in");
    std::int64_t mergedBefore = 0;
    for (const auto& record : d.standIns.accepted()) {
        if (record.friendId == friendId)
            mergedBefore = record.mergedAt;
    }
    const auto now = d.unixNow();
    const auto ahead = now - report->now; // its clock may be another
    const auto members = d.friends.standInMembers(friendId);
    const auto own = d.hosted.hashes();
    for (const auto& [digest, record] : report->entries) {
        const auto who = members.find(digest);
        if (who == members.end() || !own.contains(record.torrent))
            continue;
        auto reported = record;
        reported.member = who->second;
        reported.firstAt += ahead;
        reported.lastAt = std::min(reported.lastAt + ahead, now);
        d.accounting.merge(reported, record.firstAt > mergedBefore, d.clock.now(), now);
    }
    return d.standIns.answered(friendId, report->now, now);
}

Expected<StandInAnswer> Tracker::readStandInAnswer(const std::string& bytes) {
    const auto list = parseStandInList(bytes);
    if (!list)
        return failure(ErrorKind::InvalidData, Operation::FetchTorrent, {}, "not an answer of a host");
    return StandInAnswer{list->isAccepted, list->title, list->torrents.size(), list->members.size()};
}

std::vector<TorrentId> Tracker::readStandInTorrents(const std::string& bytes) {
    std::vector<TorrentId> result;
    if (const auto list = parseStandInList(bytes)) {
        for (const auto& torrent : list->torrents)
            result.push_back(torrent.infoHash.id());
    }
    return result;
}

} // namespace essaim::tracker
