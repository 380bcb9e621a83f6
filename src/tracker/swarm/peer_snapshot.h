// The peers of a store in a file, so that a restart does not empty swarms.
#pragma once

#include "core/error.h"
#include "tracker/swarm/peer_store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace essaim::tracker {

using OwnerOf = std::function<std::optional<PeerOwner>(const Sha1Hash& announced, const Endpoint& peer)>;

/// Writes all peers with their ages and owners, in slices, so that no announce waits for long. The file is there whole
/// or not at all. `unixNow` in seconds. Blocks for the disk.
[[nodiscard]] Expected<void> savePeers(
    const PeerStore& store, const std::filesystem::path& file, Clock::Monotonic now, std::int64_t unixNow,
    const OwnerOf& ownerOf = {});

struct RestoredPeers {
    std::uint64_t restored = 0;
    bool isDamaged = false; ///< the file ends early or a checksum is wrong; what stood before the damage is restored
};

/// Whether a peer that was read may come back; its age is of now.
using MayComeBack = std::function<bool(const Sha1Hash& announced, const StoredPeer& peer)>;

/// Takes the peers of the file in, older by the time since it was written; those that would be past `timeout` are left
/// out, as are swarms that `onlyHosted` or the limits keep out. Errors: NotFound, those of the system, Unsupported
/// for a file that is not ours.
[[nodiscard]] Expected<RestoredPeers> restorePeers(
    PeerStore& store, const std::filesystem::path& file, Clock::Monotonic now, std::int64_t unixNow,
    std::chrono::seconds timeout, bool onlyHosted, const MayComeBack& mayComeBack = {});

/// One block of the file, whose checksum was right. Calls `visit` for each peer; false = it is not what savePeers()
/// writes, though peers may have been visited before that was seen.
using VisitRestored = std::function<void(const Sha1Hash&, std::uint32_t completed, const StoredPeer&)>;
[[nodiscard]] bool readPeerBlock(std::string_view block, const VisitRestored& visit);

} // namespace essaim::tracker
