// Peer ids of clients that announced over HTTP, for the answers that still name them (BEP 3 without BEP 23).
#pragma once

#include "core/endpoint.h"
#include "core/info_hash.h"
#include "tracker/wire/http_response.h"
#include "tracker/wire/siphash.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>

namespace essaim::tracker {

/// A table of fixed size beside the peer store, which keeps none: hardly anybody asks for peer ids, and they would
/// triple the memory of every peer. A newer entry displaces the oldest of the few in its place, and an answer names the
/// ids that are still there. About 2 MiB, of which only touched pages are resident. Thread-safe.
class PeerIds {
public:
    static constexpr std::size_t kEntries = 1U << 16;

    PeerIds();
    void put(const Sha1Hash& infoHash, const Endpoint& peer, const PeerId& id);
    [[nodiscard]] std::optional<PeerId> find(const Sha1Hash& infoHash, const Endpoint& peer) const;

private:
    static constexpr std::size_t kLocks = 64;
    static constexpr std::size_t kWays = 4; ///< entries of one place, the newest first
    struct Entry {
        std::uint64_t key; ///< 0 = empty
        PeerId id;
    };
    struct Free {
        void operator()(void* memory) const;
    };

    using Place = std::span<Entry, kWays>;
    [[nodiscard]] Place placeOf(std::uint64_t key) const;
    [[nodiscard]] std::uint64_t keyOf(const Sha1Hash& infoHash, const Endpoint& peer) const;

    const SipKey m_key = SipKey::random();
    std::unique_ptr<Entry[], Free> m_entries;
    mutable std::array<std::mutex, kLocks> m_locks; ///< each guards the places whose number it divides
};

} // namespace essaim::tracker
