// The host's friends: inviting, changing, taking the invitation back.
#pragma once

#include "core/error.h"
#include "hosting/tracker_host.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <functional>

namespace essaim::hosting {

/// What one friend needs to take part, made of secrets: to be shown and copied on request only, never logged.
struct FriendInvite {
    std::int64_t id = 0;
    QString name = {};
    QString link = {};             ///< to the page that shows what is shared with this friend
    QStringList announceUrls = {}; ///< with the friend's key; HTTP first, then UDP
};

/// Commands about friends. GUI thread; the tracker answers from its own. Needs the tracker to be on. `done` runs on the
/// GUI thread, unless `context` is gone by then, when the change is durable and TrackerHost::snapshot() shows it.
class Friends {
public:
    using Done = std::function<void(const Expected<void>&)>;

    explicit Friends(TrackerHost& host)
        : m_host(host) {}

    void
    add(const tracker::FriendTerms& terms, QObject* context,
        const std::function<void(const Expected<std::int64_t>& id)>& done);
    void change(std::int64_t id, const tracker::FriendTerms& terms, QObject* context, const Done& done);
    /// New keys; the old ones work no more.
    void renew(const QList<qint64>& ids, QObject* context, const Done& done);
    void revoke(std::int64_t id, QObject* context, const Done& done);
    void forget(std::int64_t id, QObject* context, const Done& done);
    void
    invite(std::int64_t id, QObject* context, const std::function<void(const Expected<FriendInvite>& invite)>& done);

    /// From the last snapshot; null if there is none.
    [[nodiscard]] const tracker::FriendStatus* find(std::int64_t id) const;

private:
    void run(std::function<Expected<void>(tracker::Tracker&)> change, QObject* context, const Done& done);

    TrackerHost& m_host;
};

/// `torrent` with the friend's announce URLs in place of every other one. Its info dictionary stays byte for byte.
[[nodiscard]] Expected<QByteArray> torrentFor(const FriendInvite& invite, const QByteArray& torrent);
/// Every character of the key hidden but the last four: enough to tell two apart.
[[nodiscard]] QString maskedUrl(const QString& announceUrl);
/// Is this torrent shared with this friend?
[[nodiscard]] bool mayGet(std::int64_t id, const tracker::HostedTorrent& torrent);
[[nodiscard]] tracker::FriendTerms termsOf(const tracker::FriendStatus& status);

} // namespace essaim::hosting
