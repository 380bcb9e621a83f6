// The parts of a running tracker.
#pragma once

#include "storage/tracker_database.h"
#include "tracker/access/accounting.h"
#include "tracker/access/activity_log.h"
#include "tracker/access/address_limits.h"
#include "tracker/access/friend_registry.h"
#include "tracker/access/hosted_torrents.h"
#include "tracker/access/known_addresses.h"
#include "tracker/access/stand_in_ledger.h"
#include "tracker/access/stand_ins.h"
#include "tracker/access/standing_in.h"
#include "tracker/maintenance.h"
#include "tracker/net/bound_sockets.h"
#include "tracker/net/http_server.h"
#include "tracker/net/side_server.h"
#include "tracker/net/tls_context.h"
#include "tracker/net/udp_server.h"
#include "tracker/rates.h"
#include "tracker/service/network_census.h"
#include "tracker/service/outside_proof.h"
#include "tracker/service/peer_ids.h"
#include "tracker/service/service_parts.h"
#include "tracker/service/settings.h"
#include "tracker/swarm/peer_store.h"
#include "tracker/tracker.h"
#include "tracker/web/site.h"

#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace essaim::tracker {

/// Members are destroyed from the last to the first: first the workers, then the maintenance, then what they use.
struct Tracker::Private {
    Private(const TrackerConfig& config, const Clock& clockToUse, storage::TrackerDatabase opened);
    ~Private();

    [[nodiscard]] Expected<void> load(const TrackerConfig& config);
    struct Sockets {
        BoundSockets http;
        BoundSockets udp;
        BoundSockets https;
        BoundSockets metrics;
    };
    void startWorkers(Sockets sockets);
    void restorePeers();
    [[nodiscard]] bool
    mayComeBack(const Sha1Hash& announced, const StoredPeer& peer, const std::set<std::int64_t>& activeFriends);
    void savePeers();
    /// As often as it costs next to nothing, so that a computer without power loses the peers of a few seconds.
    void savePeersIfWorthwhile(std::uint64_t announces, Clock::Monotonic now);
    [[nodiscard]] std::vector<std::string> problems();
    [[nodiscard]] PageServer::Page page(std::string_view path);
    [[nodiscard]] TrackerSnapshot snapshot();

    /// Takes a configuration over. To be called with `changes` held, as the two below.
    [[nodiscard]] Expected<void> use(const TrackerConfig& config);
    /// Hands workers the policy as it is now.
    void publish();
    /// Takes the peers of a friend out of every swarm.
    void removePeersOf(std::int64_t friendId);
    /// Takes out of a torrent for chosen friends who was not chosen.
    void removePeersOfStrangers(const HostedTorrent& torrent);
    void removePeers(const std::vector<Accounting::Presence>& presences);

    /// Friends who may stand in now, of those who were accepted.
    [[nodiscard]] std::vector<storage::StandInRecord> activeStandIns() const;
    void addStandIns(SiteContent& content, const std::vector<storage::StandInRecord>& active) const;
    void addStandingIn(PolicyRecords& records);
    void useStandingIn(StandingIn next);
    void takeStandInOffers();
    [[nodiscard]] std::vector<StandInStatus> standInStatuses() const;

    void doChores(Clock::Monotonic now); ///< on the maintenance thread
    void countWorkers(TrackerSnapshot& snapshot) const;
    [[nodiscard]] std::vector<FriendStatus> friendStatuses(const std::vector<Accounting::Credit>& credits) const;
    /// A friend's program counts once, however many of its addresses it announces over.
    void countOnce(HostedStatus& status) const;
    [[nodiscard]] std::int64_t unixNow() const;
    void note(Activity kind, std::string subject, std::string detail = {});
    [[nodiscard]] std::string nameOfFriend(std::int64_t id) const;
    void noteArrivals();

    const Clock& clock;
    std::unique_ptr<storage::DatabaseThread> database; ///< may be null
    std::optional<storage::TrackerRepair> repair;      ///< of it
    std::mutex changes;                                ///< one change of the policy at a time
    TrackerConfig current;                             ///< guarded by `changes`
    std::vector<std::int64_t> revoked;                 ///< lately; guarded by `changes`
    StandingIn standingIn;                             ///< guarded by `changes`
    std::uint64_t policyVersion = 0;                   ///< guarded by `changes`
    PublishedSettings settings;
    PeerStore store;
    PeerIds peerIds;
    AddressLimits addressLimits;
    KnownAddresses knownAddresses;
    Site site;
    OutsideProof outsideProof;
    HostedTorrents hosted;
    FriendRegistry friends;
    StandIns standIns;
    StandInLedger standInLedger;
    TrafficEstimate traffic;
    ActivityLog activity;
    bool outsiderNoted = false; ///< used by the maintenance thread
    Accounting accounting;
    ConnectionIds connectionIds = ConnectionIds::ofThisProcess();
    ConnectionLimits connectionLimits{0, 0, true};
    Rates rates;
    NetworkCensus networkCensus;
    std::int64_t startedAt = 0;
    TlsContext tls;
    std::filesystem::path peersFile; ///< empty = none
    bool isServing = false;          ///< set once, before the workers start
    std::uint64_t restoredPeers = 0;
    Clock::Monotonic peersSavedAt;
    std::chrono::steady_clock::duration peersSaveTook{};
    std::uint64_t announcesWhenSaved = 0;
    std::mutex problemMutex;
    std::string peersProblem; ///< guarded by problemMutex
    ListenAddresses addresses;
    std::unique_ptr<Maintenance> maintenance;
    std::vector<std::unique_ptr<HttpWorker>> httpWorkers;
    std::vector<std::unique_ptr<UdpWorker>> udpWorkers;
    std::vector<std::unique_ptr<TlsWorker>> tlsWorkers;
    std::unique_ptr<PageServer> pages;
};

} // namespace essaim::tracker
