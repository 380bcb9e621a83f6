#include "hosting/advice.h"

#include "hosting/friends.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

namespace essaim::hosting {

namespace {

using tracker::FriendOnTorrent;
using tracker::FriendStatus;
using tracker::HostedStatus;
using tracker::TrackerSnapshot;

constexpr qint64 kDay = 24 * 60 * 60;
constexpr qint64 kStuckAfter = 3 * kDay;
constexpr int kEnoughCopies = 2;

int percentOf(const HostedStatus& hosted, const FriendOnTorrent& one) {
    const auto size = hosted.torrent.size;
    return size <= 0 || one.lacking < 0 ? 0 : int(100 * (size - std::min(one.lacking, size)) / size);
}

class Adviser {
public:
    Adviser(const TrackerSnapshot& snapshot, qint64 now)
        : m_snapshot(snapshot)
        , m_now(now) {
        for (const FriendOnTorrent& one : snapshot.friendsOnTorrents)
            m_onTorrent[one.torrent].push_back(&one);
        for (const FriendStatus& one : snapshot.friends)
            m_friends.emplace(one.id, &one);
    }

    QList<Advice> all() {
        for (const FriendStatus& one : m_snapshot.friends) {
            if (!one.revokedAt && one.activeNetworks >= kPlacesOfASharedKey)
                m_result.append(
                    {.kind = Advice::Kind::KeyShared,
                     .who = QString::fromStdString(one.name),
                     .count = int(one.activeNetworks)});
        }
        for (const HostedStatus& hosted : m_snapshot.hosted)
            consider(hosted);
        std::ranges::stable_sort(m_result, {}, &Advice::kind);
        return m_result;
    }

private:
    void consider(const HostedStatus& hosted) {
        int whole = 0;
        int wholeAndHere = 0;
        int wanting = 0;
        for (const FriendOnTorrent* entry : onTorrent(hosted)) {
            const FriendOnTorrent& one = *entry;
            const FriendStatus* who = friendOf(one.friendId);
            if (!who)
                continue;
            if (one.lacking == 0) {
                ++whole;
                wholeAndHere += one.activeClients > 0 ? 1 : 0;
                continue;
            }
            ++wanting;
            if (one.lacking > 0 && one.activeClients == 0 && m_now - one.lastSeen >= kStuckAfter)
                m_result.append(
                    {.kind = Advice::Kind::Stuck,
                     .torrent = nameOf(hosted),
                     .who = QString::fromStdString(who->name),
                     .percent = percentOf(hosted, one),
                     .days = int((m_now - one.lastSeen) / kDay)});
        }
        const auto invited = std::ranges::count_if(m_snapshot.friends, [&](const FriendStatus& one) {
            return !one.revokedAt && mayGet(one.id, hosted.torrent);
        });
        const bool isForFriends = hosted.torrent.visibility != tracker::Visibility::Everyone;
        if (isForFriends && invited > 0 && whole >= invited)
            m_result.append({.kind = Advice::Kind::EverybodyHas, .torrent = nameOf(hosted), .count = whole});
        else if (wholeAndHere >= kEnoughCopies)
            m_result.append({.kind = Advice::Kind::MayLeave, .torrent = nameOf(hosted), .count = wholeAndHere});
        else if (wanting > 0 && whole == 0 && hosted.seeds <= 1)
            m_result.append({.kind = Advice::Kind::OnlyCopy, .torrent = nameOf(hosted), .count = wanting});
    }

    [[nodiscard]] std::vector<const FriendOnTorrent*> onTorrent(const HostedStatus& hosted) const {
        std::vector<const FriendOnTorrent*> result;
        for (const auto& hash : {hosted.torrent.infoHash.v1, hosted.torrent.infoHash.truncatedV2()}) {
            if (const auto found = hash ? m_onTorrent.find(*hash) : m_onTorrent.end(); found != m_onTorrent.end())
                result.insert(result.end(), found->second.begin(), found->second.end());
        }
        return result;
    }

    const FriendStatus* friendOf(std::int64_t id) const {
        const auto found = m_friends.find(id);
        return found == m_friends.end() || found->second->revokedAt ? nullptr : found->second;
    }

    static QString nameOf(const HostedStatus& hosted) { return QString::fromStdString(hosted.torrent.name); }

    const TrackerSnapshot& m_snapshot;
    qint64 m_now;
    std::unordered_map<TorrentId, std::vector<const FriendOnTorrent*>> m_onTorrent;
    std::unordered_map<std::int64_t, const FriendStatus*> m_friends;
    QList<Advice> m_result;
};

} // namespace

QList<Advice> adviceFor(const TrackerSnapshot& snapshot, qint64 now, qsizetype most) {
    return Adviser(snapshot, now).all().mid(0, most);
}

} // namespace essaim::hosting
