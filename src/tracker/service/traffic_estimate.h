// How much clients of each named network received, and how much of it came from their own network: an estimate.
#pragma once

#include "core/clock.h"
#include "tracker/access/address_map.h"
#include "tracker/service/counters.h"
#include "tracker/wire/compact_peers.h"

#include <array>
#include <cstdint>
#include <mutex>
#include <vector>

namespace essaim::tracker {

/// Of some peers of an answer: how many there are, and how many belong to one network.
struct NeighbourCount {
    std::uint64_t all = 0;
    std::uint64_t inside = 0;
};

/// An announce says how much a client has received since its own start; what grew since its last announce is counted
/// for the network of its address. Of that, the part that peers of the same network make of those that this answer and
/// the one before named is taken for traffic that stayed inside: these are who it meets. (Who has just become whole is
/// told of no more seeds, though it has everything from them.)
///
/// Shared by the workers, since a client announces over HTTP and UDP alike; thread-safe. Remembers a bounded number of
/// clients: where two fall on the same place, the newer one takes it, and what the other received meanwhile is not
/// counted. Takes memory only where there are named networks.
class TrafficEstimate {
public:
    static constexpr std::size_t kPlaces = std::size_t{1} << 14;
    static constexpr std::size_t kSample = 8; ///< peers of an answer that are looked at

    /// `client`: the same for one program on one torrent, whichever way it announces. `mostPerSecond`: more is not
    /// plausible, and not counted.
    struct Report {
        std::uint64_t client = 0;
        std::uint64_t received = 0; ///< bytes since the program started
        std::size_t network = 0;    ///< of the client's address
    };
    void note(
        const Report& report, const CompactPeers& answer, const AddressMap& networks, Clock::Monotonic now,
        std::uint64_t mostPerSecond, WorkerCounters& counters);

private:
    struct Place {
        std::uint64_t client = 0;
        std::uint64_t received = 0;
        std::int64_t at = 0;      ///< seconds of the monotonic clock
        NeighbourCount told = {}; ///< by the last answer that named anybody
    };
    /// Of a few hundred places, so that workers seldom wait for each other.
    struct Shelf {
        std::mutex mutex;
        std::vector<Place> places; ///< guarded by mutex; empty until it is used
    };
    static constexpr std::size_t kShelves = 64;

    /// Puts it in its place, and gives what was there.
    Place exchange(const Place& current);

    std::array<Shelf, kShelves> m_shelves;
};

/// Of up to TrafficEstimate::kSample peers spread over the answer.
[[nodiscard]] NeighbourCount
countNeighbours(const CompactPeers& answer, const AddressMap& networks, std::size_t network);

} // namespace essaim::tracker
