// The embedded tracker: HTTP and UDP announce and scrape for the swarms of one host.
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/info_hash.h"
#include "tracker/tracker_config.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace essaim::tracker {

/// A torrent that the host admits.
struct HostedTorrent {
    InfoHash infoHash; ///< a hybrid is one torrent with two hashes
    std::string name;
    std::int64_t size = 0;
    std::int64_t hostedAt = 0; ///< Unix seconds; 0 = now

    bool operator==(const HostedTorrent&) const = default;
};

/// A hosted torrent and its swarm at one moment.
struct HostedStatus {
    HostedTorrent torrent;
    std::uint32_t seeds = 0;
    std::uint32_t leechers = 0;
    std::uint64_t completed = 0; ///< downloads finished, since it was hosted
};

/// Counters since start, and sizes now.
struct TrackerTotals {
    std::uint64_t httpAnnounces = 0;
    std::uint64_t udpAnnounces = 0;
    std::uint64_t httpScrapes = 0;
    std::uint64_t udpScrapes = 0;
    std::uint64_t refused = 0;   ///< announces answered with a reason instead of peers
    std::uint64_t malformed = 0; ///< requests that were not understood
    std::uint64_t swarms = 0;
    std::uint64_t peers = 0;
    std::uint64_t seeds = 0;
};

struct TrackerSnapshot {
    TrackerTotals totals;
    std::vector<HostedStatus> hosted; ///< in the order in which they were hosted
};

/// Where the tracker really listens: ports that were 0 in the configuration are filled in.
struct ListenAddresses {
    std::vector<Endpoint> http;
    std::vector<Endpoint> udp;
};

/// A tracker with its sockets, workers and database. One instance serves one set of swarms; several may live in a
/// process. All functions are thread-safe and return at once unless they say otherwise.
class Tracker {
public:
    /// Opens the database, binds every address and starts the workers; blocks until it serves. Nothing is left open
    /// on failure. Errors: AddressInUse and PermissionDenied (subject: the address), those of openDatabase().
    [[nodiscard]] static Expected<std::unique_ptr<Tracker>>
    start(const TrackerConfig& config, const Clock& clock = systemClock());
    /// Stops the workers and writes what is pending; blocks for less than two seconds.
    ~Tracker();
    Tracker(const Tracker&) = delete;
    Tracker& operator=(const Tracker&) = delete;

    [[nodiscard]] ListenAddresses listenAddresses() const;

    /// Replaces everything but listen addresses, threads and the database while serving; these need a new instance.
    /// On failure nothing has changed.
    Expected<void> apply(const TrackerConfig& config);

    /// Admits a torrent; known already: updates its name. Durable when it returns (waits for the disk).
    [[nodiscard]] Expected<void> admit(const HostedTorrent& torrent);
    /// Forgets a torrent and its swarm; further announces are refused. Durable when it returns (waits for the disk).
    [[nodiscard]] Expected<void> withdraw(const TorrentId& id);

    [[nodiscard]] TrackerSnapshot snapshot() const;

private:
    Tracker();
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::tracker
