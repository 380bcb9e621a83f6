// The hosts whose invitations this user opened: what they share, looked at again and again.
#pragma once

#include "hosting/invite_feed.h"

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
    bool isAutomatic = false;                  ///< new ones are downloaded without a question
    qint64 checkedAt = 0;                      ///< Unix seconds; 0 = not yet
    std::optional<Error> error = std::nullopt; ///< why the last look failed

    /// Whether the tracker of this user stands in for this host's; Withdrawing: the host has to be told yet.
    enum class StandIn : std::uint8_t { No, Offered, Withdrawing };
    StandIn standIn = StandIn::No;
    QByteArray standInList = {}; ///< what the host answered to it last; empty = nothing yet
    qint64 standInListAt = 0;    ///< Unix seconds

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
    /// An invite link, see isInviteLink(); known already: looks at it again.
    void follow(const QString& link);
    void forget(const QString& link); ///< its list for standing in goes, too
    void setAutomatic(const QString& link, bool automatic);
    void look(const QString& link);
    /// Fetches the torrents and adds them; once they are in the list, they are not new any more.
    void download(const QString& link, const QStringList& ids, const QString& folder);
    /// See StandingIn, whose memory this is.
    void setStandIn(const QString& link, FollowedHost::StandIn standIn);
    void setStandInList(const QString& link, const QByteArray& list);
    /// None of this host is new any more.
    void markKnown(const QString& link);

Q_SIGNALS:
    void changed();
    /// A torrent of a host could not be fetched.
    void failed(const QString& name, const essaim::Error& error);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hosting
