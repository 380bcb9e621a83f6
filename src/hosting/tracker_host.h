// The embedded tracker as part of the window: on or off, where it is reached, what it hosts.
#pragma once

#include "core/error.h"
#include "hosting/reachability.h"
#include "tracker/tracker.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::hosting {

/// Owns the embedded tracker while it is switched on. GUI thread; starting and stopping happen on a worker thread, so
/// no function waits. Remembers the switch, the port and the mode in the settings.
class TrackerHost : public QObject {
    Q_OBJECT
public:
    enum class State : std::uint8_t { Off, Starting, On, Failed };

    /// `databasePath`: tracker.db. `loopbackOnly`: listen on and name no address but 127.0.0.1 (offline).
    TrackerHost(
        settings::SettingsStore& settings, const QString& databasePath, bool loopbackOnly, QObject* parent = nullptr);
    /// Stops the tracker; blocks for less than two seconds.
    ~TrackerHost() override;

    /// Starts if the settings say so. Call once.
    void restore();
    /// Remembered in the settings; after a failure, true tries again. So does another port, and a taken one that is
    /// free again.
    void setEnabled(bool enabled);
    /// Remedy for AddressInUse: takes a port that no other program has, remembers it and starts.
    void useFreePort();
    [[nodiscard]] State state() const;
    [[nodiscard]] const std::optional<Error>& error() const; ///< why State::Failed
    [[nodiscard]] quint16 port() const;
    /// Best first: the one that links are made with. Empty unless On.
    [[nodiscard]] QList<TrackerAddress> addresses() const;
    /// Who can reach it, as far as that is known; addresses() are its addresses.
    [[nodiscard]] const Reachability& reachability() const;
    [[nodiscard]] const engine::PortMapping& portMapping() const;
    /// What routers say to the port being passed on.
    void setPortMapping(const engine::PortMapping& mapping);
    /// The port that routers are to pass on; 0 = none: it is off, or offline.
    [[nodiscard]] quint16 portToMap() const;
    /// Announce URLs for a torrent hosted here: for the best address HTTP, then UDP; then HTTP for the best address of
    /// IPv6. An address of the own network only if there is no better one: elsewhere it would lead to strangers.
    [[nodiscard]] QStringList announceUrls() const;
    /// For links that are for everyone and hold no key: announceUrls(), that of the own network, since not every router
    /// lets its own network use the address outside, and those of friends' trackers that stand in.
    [[nodiscard]] QStringList publicAnnounceUrls() const;
    /// Where this tracker is when it stands in for another: for friends elsewhere, or at home if there are no others.
    [[nodiscard]] QStringList standInOffer() const;
    /// What hosts handed over for which this tracker stands in; replaces what was there before.
    void setStandInLists(const QList<QByteArray>& lists);
    /// What comes before the token in links to the invite page, for the best address; empty unless On.
    [[nodiscard]] QString inviteUrl() const;
    /// URL for the host's own client: always loopback, whatever the network does.
    [[nodiscard]] QString loopbackAnnounceUrl() const;
    /// The same for a torrent: with the host's own key where it is not for everyone. Secret then.
    [[nodiscard]] QString ownAnnounceUrl(tracker::Visibility visibility) const;
    /// Gives the host's own client another key; the old one is refused from then on. stateChanged(), since
    /// ownAnnounceUrl() is another one, then `done`. Errors: those of Tracker::renewOwnKey(), Unsupported while it is
    /// off.
    void renewOwnKey(const std::function<void(const Expected<void>&)>& done);

    /// Admits the torrent and remembers it; hosted() or hostFailed() follows.
    /// `file`: the .torrent, for the invite page; empty = none, or what is there.
    void host(const tracker::HostedTorrent& torrent, const QByteArray& file = {});
    /// Forgets the torrent and its swarm; unhosted() or unhostFailed() follows.
    void unhost(const TorrentId& id);
    [[nodiscard]] bool isHosted(const TorrentId& id) const;
    [[nodiscard]] const tracker::TrackerSnapshot& snapshot() const;
    /// What snapshot() was until the last snapshotChanged(); empty after the start.
    [[nodiscard]] const tracker::TrackerSnapshot& snapshotBefore() const;

    /// Runs `change` on the thread of the tracker, then `done` on this one with its result, when snapshot() shows it
    /// already. A tracker that is off gives Unsupported. `change` refers to nothing that may go away.
    void
    change(std::function<Expected<void>(tracker::Tracker&)> change, std::function<void(const Expected<void>&)> done);

Q_SIGNALS:
    void stateChanged();    ///< also when addresses change
    void snapshotChanged(); ///< about once a second while On
    /// Its database was damaged; once, after the start that found it.
    void databaseMended(const essaim::storage::TrackerRepair& repair);
    void hosted(const essaim::TorrentId& id);
    void hostFailed(const essaim::TorrentId& id, const essaim::Error& error);
    void unhosted(const essaim::TorrentId& id);
    void unhostFailed(const essaim::TorrentId& id, const essaim::Error& error);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hosting
