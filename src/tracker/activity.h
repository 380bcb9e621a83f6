// What a tracker remembers of what happened, as values.
#pragma once

#include "core/info_hash.h"

#include <cstdint>
#include <string>

namespace essaim::tracker {

/// Numbers are stored: new ones at the end.
enum class Activity : std::uint8_t {
    TorrentHosted,  ///< `subject` is a torrent, as in all of these
    TorrentShared,  ///< with others than before
    TorrentStopped, ///< no longer hosted
    TorrentRemoved, ///< taken down; `detail` is the reason
    TorrentBlocked, ///< without having been hosted; many at once: no `subject`, `detail` is how many
    TorrentAllowed, ///< the block was lifted; many: as above
    FriendAdded,    ///< `subject` is a friend, as in all of these
    FriendChanged,
    FriendPaused,
    FriendResumed,
    FriendRenewed, ///< a new key
    FriendRevoked,
    FriendForgotten,
    FriendCame,      ///< for the first time; `detail` is the torrent
    FriendCompleted, ///< has all of `detail`
    OutsiderCame,    ///< the first announce from outside since the tracker runs
    DatabaseMended,  ///< it was damaged; `detail` is the folder of the damaged one
    StandInAccepted, ///< the tracker of this friend stands in
    StandInEnded,
    OwnKeyRenewed, ///< of the host's own client
    NetworkAdded,  ///< `subject` is a network, as in the next four
    NetworkChanged,
    NetworkRemoved,
    NetworkAllowed,
    NetworkDenied,
    NetworksReordered,
    ElsewhereAllowed, ///< what is in no network
    ElsewhereDenied,
    AddressBanned, ///< `subject` is an address or a range; many at once: no `subject`, `detail` is how many
    AddressFreed,  ///< as above
};
inline constexpr int kActivityKinds = 30;

struct ActivityEntry {
    std::int64_t at = 0; ///< Unix seconds
    Activity kind = Activity::TorrentHosted;
    std::string subject;
    std::string detail;

    bool operator==(const ActivityEntry&) const = default;
};

/// A torrent that is refused in every mode.
struct BlockedStatus {
    Sha1Hash infoHash; ///< as it is announced
    std::string name;  ///< as it was called; may be empty
    std::string reason;
    std::int64_t blockedAt = 0;
    bool isTakenDown = false; ///< was shared here: Tracker::restore() brings it back as it was

    bool operator==(const BlockedStatus&) const = default;
};

} // namespace essaim::tracker
