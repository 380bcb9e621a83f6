// Keeps torrents of followed hosts announcing to where these hosts, and those who stand in for them, are now.
#pragma once

#include "hosting/followed_hosts.h"
#include "hosting/tracker_host.h"

#include "core/info_hash.h"
#include "engine/details/torrent_edits.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace essaim::hosting {

/// A .torrent says where the host was when it was made. What the host tells with its list goes into the torrents that
/// came from it: another address, a tracker that stands in, or one that does no more. Where this user's tracker stands
/// in, these torrents announce to it over loopback, under which it lists them like any host its own client. Works by
/// itself; GUI thread; all three outlive it.
///
/// Which those are is not for the host to say, who lists whatever it likes: they were fetched from it here, or announce
/// under this user's key at its address.
class FollowedTrackers : public QObject {
    Q_OBJECT
public:
    FollowedTrackers(
        engine::Session& session, const FollowedHosts& hosts, const TrackerHost& tracker, QObject* parent = nullptr);

private:
    void refresh();
    void refresh(const FollowedHost& host);
    void tell(
        const FollowedHost& host, QSet<TorrentId> ids, const QSet<TorrentId>& toldBefore, engine::RefreshTrackers edit);
    [[nodiscard]] QStringList withoutOwn(const QStringList& urls) const;

    engine::Session& m_session;
    const FollowedHosts& m_hosts;
    const TrackerHost& m_tracker;
    /// What torrents of a host were told last: asking libtorrent for the trackers of thousands again and again costs.
    struct Told {
        QStringList urls;
        QSet<TorrentId> standing;
        QSet<TorrentId> others;
    };
    QHash<QString, Told> m_told; ///< by link
    QSet<TorrentId> m_added;     ///< came into the list since
    QTimer m_timer;              ///< several changes at once are one
    QSet<TorrentId> m_standing;  ///< that were told to announce to our own tracker
    QString m_ownUrl;            ///< secret: which they were told
};

} // namespace essaim::hosting
