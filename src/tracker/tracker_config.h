// How a tracker is to run; a value that can be replaced while it serves.
#pragma once

#include "core/cidr.h"
#include "core/endpoint.h"

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
    std::string passkey; ///< 40 hexadecimal digits (160 bits)
};

struct TrackerConfig {
    std::vector<Endpoint> http; ///< addresses to listen on; port 0 = any free one
    std::vector<Endpoint> udp;
    AccessMode access = AccessMode::Hosted;
    std::vector<Friend> friends; ///< only for AccessMode::Friends
    unsigned threads = 1;        ///< workers per protocol, at least 1

    std::chrono::seconds interval{1800}; ///< asked of clients; the answer varies by ±10 %
    std::chrono::seconds minInterval{300};
    std::chrono::seconds peerTimeout{2700}; ///< a silent peer is dropped after this
    int defaultNumWant = 50;                ///< peers in an answer when the client does not say
    int maxNumWant = 200;

    /// Address under which hosts outside our network reach this computer (router's public address), if known.
    /// Peers that announce from loopback or a private network are handed to outsiders under it.
    std::optional<IpAddress> externalAddress;

    std::size_t maxSwarms = 1'000'000; ///< open mode: announces for further torrents are refused
    std::size_t maxPeers = 4'000'000;

    /// tracker.db; empty = keep nothing on disk.
    std::filesystem::path database;
};

} // namespace essaim::tracker
