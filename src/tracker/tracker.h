// The embedded tracker: HTTP and UDP announce and scrape for the swarms of one host.
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/info_hash.h"
#include "storage/tracker_repair.h"
#include "tracker/activity.h"
#include "tracker/stand_in.h"
#include "tracker/tracker_config.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::tracker {

/// With whom a torrent is shared.
enum class Visibility : std::uint8_t {
    Everyone, ///< whoever knows it, with or without a key
    Friends,  ///< whoever has a friend's key
    Chosen,   ///< some friends
};

/// A torrent that the host admits.
struct HostedTorrent {
    InfoHash infoHash; ///< a hybrid is one torrent with two hashes
    std::string name;
    std::int64_t size = 0;
    std::int64_t hostedAt = 0; ///< Unix seconds; 0 = now
    Visibility visibility = Visibility::Everyone;
    std::vector<std::int64_t> chosen = {}; ///< ids of friends, for Visibility::Chosen
    bool isPrivate = false;                ///< BEP 27

    bool operator==(const HostedTorrent&) const = default;
};

/// A hosted torrent and its swarm at one moment.
struct HostedStatus {
    HostedTorrent torrent;
    std::uint32_t seeds = 0;
    std::uint32_t leechers = 0;
    std::uint64_t completed = 0; ///< downloads finished, since it was hosted
    bool hasFile = false;        ///< its .torrent is there for the invite page
};

/// What a host decides about a friend.
struct FriendTerms {
    std::string name;              ///< unique; 1 to 100 bytes on one line
    std::string note = {};         ///< for the host alone; at most 1000 bytes
    bool seedOnly = false;         ///< may seed but not download
    bool isPaused = false;         ///< refused for now, with a sentence that says so
    std::uint32_t maxClients = 0;  ///< programs on one torrent; 0 = as for all friends
    std::uint32_t maxTorrents = 0; ///< torrents at a time; 0 = as for all friends

    bool operator==(const FriendTerms&) const = default;
};

/// What a friend's links are made of. Secret: for the eyes of the host and this friend.
struct FriendKeys {
    std::string passkey;                       ///< ends the announce URL
    std::string inviteToken;                   ///< ends the link to the invite page; not a key for announces
    std::vector<std::string> standInUrls = {}; ///< whole announce URLs of trackers that stand in, each with its key
};

/// A friend and what it did, over all torrents.
struct FriendStatus {
    std::int64_t id = 0; ///< stays when the name changes
    std::string name;
    std::string note;
    bool isPaused = false;
    std::uint32_t maxClients = 0;
    std::uint32_t maxTorrents = 0;
    bool hasKeys = false;    ///< keysOf() can tell them
    std::string fingerprint; ///< six digits that tell this key from others and give nothing away
    bool seedOnly = false;
    bool fromConfiguration = false; ///< can be changed there only
    std::int64_t addedAt = 0;       ///< Unix seconds
    std::optional<std::int64_t> revokedAt;
    std::uint64_t uploaded = 0; ///< bytes, as the friend's programs report them
    std::uint64_t downloaded = 0;
    std::uint64_t seconds = 0;     ///< present, summed over torrents
    std::uint64_t seedSeconds = 0; ///< of these, as a seed
    std::int64_t lastSeen = 0;     ///< Unix seconds; 0 = never
    std::size_t activeTorrents = 0;
    std::size_t activeClients = 0; ///< that announced when they were told to; as in all that follows
    /// From how many networks its key is in use now: IPv4 addresses and IPv6 /48; private ones count as one.
    std::size_t activeNetworks = 0;

    bool operator==(const FriendStatus&) const = default;
};

/// What one friend did on one torrent.
struct FriendCredit {
    TorrentId torrent;
    std::uint64_t uploaded = 0;
    std::uint64_t downloaded = 0;
    std::uint64_t seconds = 0;
    std::uint64_t seedSeconds = 0;
    std::int64_t lastSeen = 0;
    std::size_t activeClients = 0;
};

/// One friend on one torrent, as its programs said last.
struct FriendOnTorrent {
    std::int64_t friendId = 0;
    TorrentId torrent;
    std::int64_t lacking = -1; ///< bytes that its best program lacks; -1 = not said
    std::string program;       ///< the beginning of a peer id, such as "-TR4050-", printable; may be empty
    /// Where its programs listen, as they announced; for a while also those that ended without a word.
    std::vector<Endpoint> peers;
    double downloadRate = 0; ///< bytes a second between the last announces of its active programs
    double uploadRate = 0;
    std::uint64_t downloaded = 0;
    std::uint64_t uploaded = 0;
    std::int64_t lastSeen = 0;     ///< Unix seconds
    std::size_t activeClients = 0; ///< programs that announced when they were told to

    bool operator==(const FriendOnTorrent&) const = default;
};

/// What came from one named network since start.
struct NetworkStatus {
    std::string name; ///< empty = from everywhere else
    std::uint64_t announces = 0;
    std::uint64_t peers = 0;          ///< there when they were counted last; large stores take minutes
    std::uint64_t received = 0;       ///< bytes, as its clients announced
    std::uint64_t receivedInside = 0; ///< of these, from its own peers: an estimate, see service/traffic_estimate.h
};

/// Announces refused for one reason since start.
struct RefusalCount {
    std::string_view reason; ///< as machines want it: "not_hosted"
    std::uint64_t count = 0;
};

/// Counters since start, and sizes now.
struct TrackerTotals {
    std::uint64_t httpAnnounces = 0;
    std::uint64_t udpAnnounces = 0;
    std::uint64_t httpScrapes = 0;
    std::uint64_t udpScrapes = 0;
    std::uint64_t refused = 0;   ///< announces answered with a reason instead of peers
    std::uint64_t malformed = 0; ///< requests that were not understood
    std::uint64_t udpConnects = 0;
    std::uint64_t badConnectionIds = 0;
    std::uint64_t denied = 0;      ///< by address rules
    std::uint64_t limited = 0;     ///< by limits of rate
    std::uint64_t implausible = 0; ///< reports of friends that were not credited
    std::uint64_t connections = 0; ///< HTTP, open now
    double announcesPerSecond = 0; ///< lately
    double scrapesPerSecond = 0;
    std::uint64_t swarms = 0;
    std::uint64_t peers = 0;
    std::uint64_t seeds = 0;
};

struct TrackerSnapshot {
    TrackerTotals totals;
    std::vector<HostedStatus> hosted;               ///< in the order in which they were hosted
    std::vector<FriendStatus> friends;              ///< in the order in which they came; revoked ones too
    std::vector<FriendOnTorrent> friendsOnTorrents; ///< in no order
    std::vector<NetworkStatus> networks;
    std::vector<RefusalCount> refusals; ///< every reason, 0 as well
    std::vector<BlockedStatus> blocked; ///< in the order in which they were blocked, without those of the configuration
    std::uint64_t activityVersion = 0;  ///< grows with every entry of activity()
    std::int64_t startedAt = 0;         ///< Unix seconds
    std::int64_t outsiderAt = 0;     ///< last announce over IPv4 from outside the own network, Unix seconds; 0 = none
    std::int64_t outsiderAt6 = 0;    ///< the same over IPv6
    std::uint64_t restoredPeers = 0; ///< that were there before the start
    std::optional<storage::TrackerRepair> repair; ///< of its database, at the start
    std::vector<StandInStatus> standIns;          ///< offered or accepted, by friend
    std::vector<StandInAnswer> standingIn;        ///< the hosts to which this tracker was offered
    std::uint64_t standInCalls = 0;               ///< grows when a host for which this tracker stands in asks about it
    std::uint64_t policyVersion = 0;              ///< grows when friends, torrents or settings change
    std::vector<std::string> problems; ///< what is not as it should be while it serves; a sentence in English each
};

/// Where the tracker really listens: ports that were 0 in the configuration are filled in.
struct ListenAddresses {
    std::vector<Endpoint> http;
    std::vector<Endpoint> udp;
    std::vector<Endpoint> https;
    std::vector<Endpoint> metrics;
};

/// A tracker with its sockets, workers and database. One instance serves one set of swarms; several may live in a
/// process. All functions are thread-safe and return at once unless they say otherwise.
class Tracker {
public:
    /// Opens the database, binds every address and starts the workers; blocks until it serves. Nothing is left open
    /// on failure. Errors: AddressInUse and PermissionDenied (subject: the address), those of openDatabase().
    [[nodiscard]] static Expected<std::unique_ptr<Tracker>>
    start(const TrackerConfig& config, const Clock& clock = systemClock());
    /// What start() would find wrong without opening anything but the certificate.
    [[nodiscard]] static Expected<void> check(const TrackerConfig& config);
    /// Stops the workers and writes what is pending; blocks for less than two seconds.
    ~Tracker();
    Tracker(const Tracker&) = delete;
    Tracker& operator=(const Tracker&) = delete;

    [[nodiscard]] ListenAddresses listenAddresses() const;

    /// Replaces everything but listen addresses, threads and the database while serving; these need a new instance.
    /// On failure nothing has changed.
    Expected<void> apply(const TrackerConfig& config);

    /// Admits a torrent; known already: updates its name and with whom it is shared. Durable when it returns (waits for
    /// the disk). `file`: the .torrent, for the invite page; empty = none, or the one that is there. Those above 10 MB
    /// are left out.
    [[nodiscard]] Expected<void> admit(const HostedTorrent& torrent, const std::string& file = {});
    /// The .torrent of a torrent that is hosted without one; whatever else was decided about it stays. NotFound if it
    /// is not hosted (any more). Durable when it returns (waits for the disk).
    [[nodiscard]] Expected<void> giveFile(const TorrentId& id, const std::string& file);
    /// Forgets a torrent and its swarm; further announces are refused. Durable when it returns (waits for the disk).
    /// With a reason, clients are told it, also where the tracker is open, until the torrent is admitted again; what it
    /// was is kept for restore().
    [[nodiscard]] Expected<void> withdraw(const TorrentId& id, const std::string& reason = {});

    /// The new friend's passkey: told once, kept nowhere. Durable when it returns (waits for the disk), as are the two
    /// below. AlreadyExists if there is one of that name; a revoked one comes back with its numbers.
    [[nodiscard]] Expected<std::string> addFriend(const std::string& name, bool seedOnly = false);
    /// Another passkey for a friend, who keeps its numbers; the old key is refused from now on.
    [[nodiscard]] Expected<std::string> renewFriend(const std::string& name);
    /// Refuses a friend from now on and takes its peers out of every swarm.
    [[nodiscard]] Expected<void> revokeFriend(const std::string& name);
    /// The same by ids, for hosts with a secret (TrackerConfig::secret); durable when they return. The id of the
    /// friend. AlreadyExists if there is or was one of that name.
    [[nodiscard]] Expected<std::int64_t> addFriend(const FriendTerms& terms);
    /// A pause takes effect at once: the friend's peers leave every swarm.
    [[nodiscard]] Expected<void> changeFriend(std::int64_t id, const FriendTerms& terms);
    /// Other keys, for a revoked friend too, who is one again; peers with the old key leave.
    [[nodiscard]] Expected<void> renewFriend(std::int64_t id);
    [[nodiscard]] Expected<void> revokeFriend(std::int64_t id);
    /// Removes a revoked friend with its numbers.
    [[nodiscard]] Expected<void> forgetFriend(std::int64_t id);
    /// NotFound where they cannot be made: the key was chosen without this secret, or the secret was lost since.
    [[nodiscard]] Expected<FriendKeys> keysOf(std::int64_t id) const;
    /// Lets the tracker of a friend who offered it stand in: links and files that are handed out name it from now on.
    /// NotFound without an offer. Durable when they return, as is mergeReport().
    [[nodiscard]] Expected<void> acceptStandIn(std::int64_t friendId);
    [[nodiscard]] Expected<void> endStandIn(std::int64_t friendId);
    /// Takes what that tracker answered (StandInStatus::reportUrl) into the totals of friends; nothing counts twice.
    [[nodiscard]] Expected<void> mergeReport(std::int64_t friendId, const std::string& bytes);
    /// What another host answered to the offer of this tracker (TrackerConfig::standInLists). InvalidData.
    [[nodiscard]] static Expected<StandInAnswer> readStandInAnswer(const std::string& bytes);
    /// The torrents of such an answer; none unless it was accepted.
    [[nodiscard]] static std::vector<TorrentId> readStandInTorrents(const std::string& bytes);

    /// The host's own key: opens every torrent, counts for nobody. Secret.
    [[nodiscard]] std::string ownPasskey() const;
    /// Another one; the old one is refused from now on. Durable when it returns (waits for the disk). Unsupported
    /// without a secret.
    [[nodiscard]] Expected<void> renewOwnKey();

    /// Refuses these torrents in every mode, with their reasons; hosted ones among them are withdrawn. Durable when it
    /// returns (waits for the disk), as is the next.
    [[nodiscard]] Expected<void> block(const std::vector<BlockedStatus>& torrents);
    /// Those that were taken down are forgotten by it, as they were shared.
    [[nodiscard]] Expected<void> unblock(const std::vector<Sha1Hash>& hashes);
    /// Undoes taking down: they are shared as before, with whom they were, and blocked no more; the ids of those that
    /// are shared again. Hashes of others stay blocked. Durable when it returns (waits for the disk).
    [[nodiscard]] Expected<std::vector<TorrentId>> restore(const std::vector<Sha1Hash>& hashes);
    /// What happened, newest first.
    [[nodiscard]] std::vector<ActivityEntry> activity() const;
    /// Adds what the host decided in words that only the host knows; `at` is filled in.
    void note(const ActivityEntry& entry);

    /// What a friend did, torrent by torrent; empty if there is none of that name.
    [[nodiscard]] std::vector<FriendCredit> credits(const std::string& name) const;

    [[nodiscard]] TrackerSnapshot snapshot() const;

private:
    Tracker();
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::tracker
