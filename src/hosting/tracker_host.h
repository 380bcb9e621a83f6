// The embedded tracker as part of the window: on or off, where it is reached, what it hosts.
#pragma once

#include "core/error.h"
#include "hosting/announced_address.h"
#include "tracker/tracker.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

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
    /// Remembered in the settings; after a failure, true tries again.
    void setEnabled(bool enabled);
    /// Remedy for AddressInUse: takes a port that no other program has, remembers it and starts.
    void useFreePort();
    [[nodiscard]] State state() const;
    [[nodiscard]] const std::optional<Error>& error() const; ///< why State::Failed
    [[nodiscard]] quint16 port() const;
    /// Best first: the one that links are made with. Empty unless On.
    [[nodiscard]] QList<TrackerAddress> addresses() const;
    /// Announce URLs for a torrent hosted here: HTTP first, then UDP, for the best address.
    [[nodiscard]] QStringList announceUrls() const;
    /// URL for the host's own client: always loopback, whatever the network does.
    [[nodiscard]] QString loopbackAnnounceUrl() const;

    /// Admits the torrent and remembers it; hosted() or hostFailed() follows.
    void host(const tracker::HostedTorrent& torrent);
    /// Forgets the torrent and its swarm; unhosted() or unhostFailed() follows.
    void unhost(const TorrentId& id);
    [[nodiscard]] bool isHosted(const TorrentId& id) const;
    [[nodiscard]] const tracker::TrackerSnapshot& snapshot() const;

Q_SIGNALS:
    void stateChanged();    ///< also when addresses change
    void snapshotChanged(); ///< about once a second while On
    void hosted(const essaim::TorrentId& id);
    void hostFailed(const essaim::TorrentId& id, const essaim::Error& error);
    void unhosted(const essaim::TorrentId& id);
    void unhostFailed(const essaim::TorrentId& id, const essaim::Error& error);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hosting
