// The hosts whose invitations this user opened: what they share, looked at again and again.
#pragma once

#include "hosting/invite_feed.h"
#include "hosting/offer_fetches.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <memory>

namespace essaim::engine {
class Session;
}

namespace essaim::hosting {

struct FollowedHost {
    QString link = {}; ///< secret: whoever has it is taken for this user
    InviteFeed feed = {};
    QSet<QString> known = {};                  ///< ids of torrents that are not new any more
    QSet<QString> fetched = {};                ///< ids of torrents that came into the list from this host
    bool isAutomatic = false;                  ///< new ones are downloaded without a question
    qint64 checkedAt = 0;                      ///< Unix seconds; 0 = not yet
    std::optional<Error> error = std::nullopt; ///< why the last look failed

    /// Whether the tracker of this user stands in for this host's; Withdrawing: the host has to be told yet.
    enum class StandIn : std::uint8_t { No, Offered, Withdrawing };
    StandIn standIn = StandIn::No;
    QByteArray standInList = {}; ///< what the host answered to it last; empty = nothing yet
    qint64 standInListAt = 0;    ///< Unix seconds

    /// Secret: where torrents of this host announce to, as it told last, and what else it told before.
    QStringList announceUrls = {};
    QStringList formerUrls = {};
    /// Of links that led to this host until it gave a new key, see linkMark(); newest first.
    QStringList formerLinks = {};
    qint64 forgottenAt = 0; ///< Unix seconds; 0 = followed. Otherwise nobody sees it any more, see leaving()

    [[nodiscard]] bool isNew(const OfferedTorrent& torrent) const { return !known.contains(torrent.id); }
};

/// Looks at each host at the start, every quarter of an hour, and when asked. Kept in a file that only the user can
/// read. GUI thread; nothing waits; the session outlives it.
class FollowedHosts : public QObject {
    Q_OBJECT
public:
    /// `file`: empty = remember nothing.
    FollowedHosts(engine::Session& session, const QString& file, QObject* parent = nullptr);
    /// Writes what waits to be written; blocks on the disk.
    ~FollowedHosts() override;

    /// Where new torrents of automatic hosts go; needed before any can come.
    void setSavePath(const QString& folder);

    [[nodiscard]] const QList<FollowedHost>& hosts() const;
    /// Not followed any more, but they have to be told yet that this tracker does not stand in; kept for a month.
    [[nodiscard]] const QList<FollowedHost>& leaving() const;
    /// An invite link, see isInviteLink(); known already: looks at it again. One in whose place another came leads to
    /// that source: replaced().
    void follow(const QString& link);
    void forget(const QString& link); ///< its list for standing in goes, too, and it is told so
    void setAutomatic(const QString& link, bool automatic);
    void look(const QString& link);
    /// Fetches the torrents and adds them; once they are in the list, they are not new any more.
    void download(const QString& link, const QStringList& ids, const QString& folder);
    /// See StandingIn, whose memory this is. No = a host that is leaving has gone.
    void setStandIn(const QString& link, FollowedHost::StandIn standIn);
    void setStandInList(const QString& link, const QByteArray& list);
    /// None of this host is new any more.
    void markKnown(const QString& link);

Q_SIGNALS:
    void changed();
    /// A link that was just opened works no more, and nothing of it stays. `link`: of the source that is there;
    /// `isSame`: its host gave this in place of the old one; else it only is at the same address.
    void replaced(const QString& link, bool isSame);
    /// Torrents of hosts could not be fetched or added; once for all that was wanted.
    void failed(const QList<essaim::hosting::OfferFetches::Failure>& failures);
    /// What is in the file could not be had, or only the generation before. `isPutAside`: it was damaged, and has
    /// another name now; otherwise it is tried again, and what changes meanwhile is not kept.
    void readFailed(const essaim::Error& error, bool isPutAside);
    void saveFailed(const essaim::Error& error); ///< it is tried again; told once

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hosting
