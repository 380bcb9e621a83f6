// What a host hands to a friend's tracker that stands in for it: hashes, nothing that names anybody.
#pragma once

#include "core/info_hash.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::tracker {

struct StandInTorrent {
    InfoHash infoHash;
    bool isForEveryone = false;
    std::vector<std::uint32_t> members = {}; ///< otherwise: for these, places in StandInList::members

    bool operator==(const StandInTorrent&) const = default;
};

/// As it travels: bencoded, over the invite link of the friend who stands in.
struct StandInList {
    bool isAccepted = false; ///< otherwise there are no members and torrents: the host knows of the offer
    std::string title;       ///< who the host is
    std::string reportToken; ///< with it the host asks what happened; 32 hexadecimal digits
    /// SHA-256 of the keys that members use at the tracker that stands in, and nowhere else.
    std::vector<Sha256Hash> members;
    std::vector<StandInTorrent> torrents;

    static constexpr std::size_t kMostMembers = 10'000;
    static constexpr std::size_t kMostTorrents = 100'000;

    bool operator==(const StandInList&) const = default;
};

[[nodiscard]] std::string encode(const StandInList& list);
/// Nothing if it is no such list: words of a stranger, bounded.
[[nodiscard]] std::optional<StandInList> parseStandInList(std::string_view bytes);

/// "http://name:port/announce", or https, or udp; short, and without a key.
[[nodiscard]] bool isAnnounceBase(std::string_view url);

/// How a member is called where others stand in: negative, so that it is no friend of that host. The same digest gives
/// the same id.
[[nodiscard]] std::int64_t memberIdOf(const Sha256Hash& digest);

} // namespace essaim::tracker
