// How a tracker is to run; a value that can be replaced while it serves.
#pragma once

#include "core/cidr.h"
#include "core/endpoint.h"
#include "core/info_hash.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace essaim::tracker {

/// Who may use the tracker.
enum class AccessMode : std::uint8_t {
    Open,    ///< any torrent, any client
    Hosted,  ///< torrents that were admitted, any client
    Friends, ///< admitted torrents, and only with a friend's passkey
};

/// A friend of the host. The tracker keeps only a digest of the passkey.
struct Friend {
    std::string name;
    std::string passkey;   ///< 40 hexadecimal digits (160 bits)
    bool seedOnly = false; ///< may seed but not download
};

/// One of several ordered rules; the first whose range contains an address decides. Others are allowed.
struct AddressRule {
    Cidr range;
    bool allow = false;
};

/// One of several ordered rules on the beginning of peer ids, such as "-XL"; the first that matches decides.
struct ClientRule {
    std::string prefix;
    bool allow = false;
    std::string reason; ///< shown to the client; empty = a general sentence
};

/// A torrent that is refused, in every mode.
struct BlockedTorrent {
    Sha1Hash infoHash;  ///< as it is announced: v1, or v2 cut to 20 bytes
    std::string reason; ///< shown to the client, at most 90 bytes of it; empty = a general sentence
};

/// A part of the world with a name, for the numbers of a snapshot: a building, a provider.
struct NamedNetwork {
    std::string name;
    std::vector<Cidr> ranges;
    /// Its peers are handed to each other first: up to three quarters of an answer. The rest stays mixed, so that
    /// no swarm falls apart.
    bool prefersOwn = false;
};

/// Bounds on what clients may take. 0 = no bound, where it says so.
struct TrackerLimits {
    std::size_t maxConnections = 8000; ///< HTTP connections at once

    /// The three below count per IPv4 address and IPv6 /64, and spare loopback and private addresses unless
    /// `alsoPrivate`: what comes from there is the host's own network.
    std::size_t connectionsPerAddress = 64;
    std::uint32_t requestsPerSecond = 500;  ///< in the long run; ten times as many at once; 0 = no bound
    std::uint32_t peersPerAddress = 10'000; ///< new peers within the time after which silent ones go; 0 = no bound
                                            ///< eight times as many per IPv4 /24 and IPv6 /48
    bool alsoPrivate = false;

    std::uint32_t totalRequestsPerSecond = 0; ///< over all clients, UDP and HTTP; 0 = no bound

    std::uint32_t clientsPerFriend = 8;  ///< programs that one friend may run on one torrent; 0 = no bound
    std::uint32_t torrentsPerFriend = 0; ///< torrents that one friend may be active on; 0 = no bound
    /// What one client reports above this is taken for invented and not credited to its friend.
    std::uint64_t creditedBytesPerSecond = 1'250'000'000;
};

/// Where a trusted proxy writes whom it speaks for. Only one is read: a proxy may hand on the other as it came.
enum class ProxyHeader : std::uint8_t { XForwardedFor, Forwarded };

struct TrackerConfig {
    std::vector<Endpoint> http; ///< addresses to listen on; port 0 = any free one
    std::vector<Endpoint> udp;
    std::vector<Endpoint> https;       ///< needs both files below
    std::filesystem::path certificate; ///< PEM, with its chain; read again when it is replaced
    std::filesystem::path privateKey;  ///< PEM
    std::vector<Endpoint> metrics;     ///< /metrics (Prometheus) and /health; no client's business
    AccessMode access = AccessMode::Hosted;
    std::vector<Friend> friends; ///< besides those that were added by Tracker::addFriend()
    /// Friends that an earlier configuration named, but this one does not, are revoked.
    bool friendsAreComplete = true;
    unsigned threads = 1; ///< workers per protocol, at least 1

    std::chrono::seconds interval{1800}; ///< asked of clients; the answer varies by ±10 %
    std::chrono::seconds minInterval{300};
    std::chrono::seconds peerTimeout{2700}; ///< a silent peer is dropped after this
    int defaultNumWant = 50;                ///< peers in an answer when the client does not say
    int maxNumWant = 200;

    /// Address under which hosts outside our network reach this computer (router's public address), if known.
    /// Peers that announce from loopback or a private network are handed to outsiders under it.
    std::optional<IpAddress> externalAddress;

    std::size_t maxSwarms = 1'000'000; ///< open mode: torrents that hardly anybody is on give way to others
    std::size_t maxPeers = 4'000'000;  ///< peers of large swarms give way to others

    std::vector<AddressRule> addressRules;
    std::vector<ClientRule> clientRules;
    std::vector<BlockedTorrent> blocked; ///< besides those that the database knows
    std::vector<NamedNetwork> networks;  ///< the first that contains an address counts it; at most 31
    /// Proxies whose header names the client. Nobody else's is read.
    std::vector<Cidr> trustedProxies;
    ProxyHeader proxyHeader = ProxyHeader::XForwardedFor;
    /// Clients whose own word for their address (ip=, the address field of UDP) is taken. Nobody else's is.
    std::vector<Cidr> trustedAnnouncers;
    TrackerLimits limits;
    /// How long a UDP connection id is good for; 60 to 600 seconds.
    std::chrono::seconds connectionIdLifetime{120};

    /// Who the host is, on the invite page; empty = not said.
    std::string title;
    /// Announce URLs for links and files that are made here, best first, without a key.
    std::vector<std::string> announceUrls;
    /// Further ones for those who ask from the host's own network: elsewhere they would lead to strangers.
    std::vector<std::string> homeAnnounceUrls;

    /// What hosts answered for which this tracker stands in: their torrents are admitted for their friends alone.
    std::vector<std::string> standInLists;

    /// tracker.db; empty = keep nothing on disk.
    std::filesystem::path database;
    /// File with the host's secret, of which keys of friends are made, so that they can be told again; made if it is
    /// missing. Empty = keys are drawn at random, told once and kept nowhere.
    std::filesystem::path secret;
};

} // namespace essaim::tracker
