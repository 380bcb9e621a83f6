#include "hosting/friends.h"

#include "engine/edit_torrent.h"

#include <algorithm>
#include <memory>

namespace essaim::hosting {

void Friends::run(std::function<Expected<void>(tracker::Tracker&)> change, QObject* context, const Done& done) {
    m_host.change(std::move(change), [receiver = QPointer<QObject>(context), done](const Expected<void>& result) {
        if (receiver)
            done(result);
    });
}

void Friends::add(
    const tracker::FriendTerms& terms, QObject* context,
    const std::function<void(const Expected<std::int64_t>& id)>& done) {
    const auto added = std::make_shared<std::int64_t>(0);
    run(
        [terms, added](tracker::Tracker& tracker) {
            const auto id = tracker.addFriend(terms);
            *added = id.value_or(0);
            return id ? Expected<void>() : std::unexpected(id.error());
        },
        context,
        [added, done](const Expected<void>& result) {
            done(result ? Expected<std::int64_t>(*added) : std::unexpected(result.error()));
        });
}

void Friends::change(std::int64_t id, const tracker::FriendTerms& terms, QObject* context, const Done& done) {
    run([id, terms](tracker::Tracker& tracker) { return tracker.changeFriend(id, terms); }, context, done);
}

void Friends::renew(const QList<qint64>& ids, QObject* context, const Done& done) {
    run(
        [ids](tracker::Tracker& tracker) {
            Expected<void> result;
            for (const qint64 id : ids) {
                if (auto renewed = tracker.renewFriend(std::int64_t(id)); !renewed)
                    result = std::move(renewed);
            }
            return result;
        },
        context, done);
}

void Friends::revoke(std::int64_t id, QObject* context, const Done& done) {
    run([id](tracker::Tracker& tracker) { return tracker.revokeFriend(id); }, context, done);
}

void Friends::forget(std::int64_t id, QObject* context, const Done& done) {
    run([id](tracker::Tracker& tracker) { return tracker.forgetFriend(id); }, context, done);
}

void Friends::invite(
    std::int64_t id, QObject* context, const std::function<void(const Expected<FriendInvite>& invite)>& done) {
    const auto keys = std::make_shared<tracker::FriendKeys>();
    const auto* known = find(id);
    FriendInvite invite{
        id, known ? QString::fromStdString(known->name) : QString(), m_host.inviteUrl(), m_host.announceUrls()};
    run(
        [id, keys](tracker::Tracker& tracker) {
            auto told = tracker.keysOf(id);
            if (!told)
                return Expected<void>(std::unexpected(told.error()));
            *keys = std::move(*told);
            return Expected<void>();
        },
        context,
        [keys, done, invite](const Expected<void>& result) {
            FriendInvite complete = invite;
            complete.link += QString::fromStdString(keys->inviteToken);
            for (QString& url : complete.announceUrls)
                url += QLatin1Char('/') + QString::fromStdString(keys->passkey);
            for (const auto& url : keys->standInUrls)
                complete.announceUrls << QString::fromStdString(url);
            done(result ? Expected<FriendInvite>(complete) : std::unexpected(result.error()));
        });
}

const tracker::FriendStatus* Friends::find(std::int64_t id) const {
    const auto& all = m_host.snapshot().friends;
    const auto found = std::ranges::find(all, id, &tracker::FriendStatus::id);
    return found == all.end() ? nullptr : &*found;
}

Expected<QByteArray> torrentFor(const FriendInvite& invite, const QByteArray& torrent) {
    engine::TorrentFileEdit edit;
    edit.trackers.emplace();
    for (const QString& url : invite.announceUrls)
        edit.trackers->append(QStringList{url}); // a tier each: HTTP is asked first, UDP when that does not answer
    auto edited = engine::editTorrent(torrent, edit, false);
    if (!edited)
        return std::unexpected(edited.error());
    return edited->torrent;
}

QString maskedUrl(const QString& announceUrl) {
    static const QString kBefore = QStringLiteral("/announce/");
    const auto at = announceUrl.lastIndexOf(kBefore);
    if (at < 0)
        return announceUrl;
    return announceUrl.left(at + kBefore.size()) + QStringLiteral("••••••••") + announceUrl.right(4);
}

bool mayGet(std::int64_t id, const tracker::HostedTorrent& torrent) {
    return torrent.visibility != tracker::Visibility::Chosen ||
           std::ranges::find(torrent.chosen, id) != torrent.chosen.end();
}

tracker::FriendTerms termsOf(const tracker::FriendStatus& status) {
    return {
        .name = status.name,
        .note = status.note,
        .seedOnly = status.seedOnly,
        .isPaused = status.isPaused,
        .maxClients = status.maxClients,
        .maxTorrents = status.maxTorrents,
    };
}

} // namespace essaim::hosting
