// Keeps what is shared here announcing to this host's own tracker, and what is no longer shared away from it.
#pragma once

#include "core/info_hash.h"
#include "engine/drive_snapshot.h"
#include "engine/torrent_snapshot.h"
#include "hosting/tracker_host.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <cstdint>

namespace essaim::engine {
class Session;
}
namespace essaim::settings {
class SettingsStore;
}

namespace essaim::hosting {

/// The transfers of hosted torrents hold this tracker's announce URLs: for the host's own client the one over
/// loopback, and where the torrent is for everyone those that others use, which magnets and saved .torrent files take
/// over. When the port, an address, the host's own key or a friend's tracker that stands in changes, they follow; when
/// a torrent is taken down or shared no more, they go, and come back with it. Other trackers stay as they are.
///
/// Which URLs were its own before, the settings remember, so that what changed while the program did not run is put
/// right as well. Works by itself; GUI thread; all three outlive it.
class OwnTrackers : public QObject {
    Q_OBJECT
public:
    OwnTrackers(
        engine::Session& session, const TrackerHost& host, settings::SettingsStore& settings,
        QObject* parent = nullptr);

private:
    struct Hosted {
        QList<TorrentId> forEveryone;
        QList<TorrentId> forFriends;
    };

    void follow();
    void onDrives(const QList<engine::DriveSnapshot>& drives);
    void onRestored(const TorrentId& id);
    void onChanged(const QList<engine::TorrentSnapshot>& torrents);
    void catchUp();
    void followHosted(bool isFirst);
    /// Did the addresses, or the key, become others?
    [[nodiscard]] bool followAddresses();
    [[nodiscard]] QStringList publicUrls() const;
    void announce() const;
    void refreshAll();
    void refreshRestored(const QSet<TorrentId>& ids);
    void refresh(const Hosted& torrents, bool withPublic) const;
    void withdrawFrom(const QList<TorrentId>& ids) const;
    [[nodiscard]] bool areAllThere() const { return m_haveAllCome && !m_isDriveAwaited; }
    [[nodiscard]] Hosted all() const;

    engine::Session& m_session;
    const TrackerHost& m_host;
    settings::SettingsStore& m_settings;
    QHash<TorrentId, bool> m_hosted; ///< is it for everyone?
    QSet<TorrentId> m_gone;          ///< shared no more since the start, unless restored since
    QSet<TorrentId> m_goneAway;      ///< those of them that libtorrent perhaps did not have yet
    QSet<TorrentId> m_restored;      ///< to be told at the next turn
    QSet<TorrentId> m_arriving;      ///< restored, and perhaps not in libtorrent yet
    QTimer m_later;                  ///< several changes at once are one
    QStringList m_public;            ///< what the torrents for everyone were told last
    QString m_loopback;              ///< without a key
    QString m_ownUrl;                ///< secret: with the host's key
    QStringList m_former;            ///< led here once, newest first: that over loopback, then the public ones
    std::uint64_t m_policyVersion = 0;
    bool m_isOn = false;
    bool m_hasMoved = false;       ///< since the start
    bool m_haveAllCome = false;    ///< at the start
    bool m_isDriveAwaited = false; ///< by some torrent
    bool m_areAllDue = false;      ///< at the next turn
};

} // namespace essaim::hosting
