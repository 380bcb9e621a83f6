// What the pages tell, at one moment.
#pragma once

#include "core/info_hash.h"
#include "tracker/tracker.h"
#include "tracker/web/torrent_file.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace essaim::tracker {

/// The .torrent of a hosted torrent, read once. Immutable.
struct HostedFile {
    std::string bytes;
    TorrentFacts facts;
};

/// Someone with an invitation.
struct Guest {
    std::int64_t id = 0;
    std::string name;
    Sha256Hash inviteDigest; ///< of the token in the link
    std::string passkey;     ///< secret
    bool isPaused = false;
    std::string reportToken = {};                         ///< secret; see StandInList
    std::map<std::int64_t, std::string> standInKeys = {}; ///< secret, by the id of the friend who stands in
    std::vector<std::string> standInUrls = {};            ///< announce URLs with these keys
};

/// Another host for which this tracker stands in, as it may ask about it.
struct StandingInAccess {
    Sha256Hash tokenDigest;
    std::vector<std::pair<std::int64_t, Sha256Hash>> members = {}; ///< their ids here, and the digests of their keys
};

struct SharedTorrent {
    HostedTorrent torrent;
    std::shared_ptr<const HostedFile> file; ///< may be null
};

/// Immutable, shared by the workers.
struct SiteContent {
    std::string title; ///< who the host is; may be empty
    std::vector<std::string> announceUrls;
    std::vector<std::string> homeAnnounceUrls;
    std::vector<Guest> guests;                             ///< whose invitations are valid
    std::vector<SharedTorrent> torrents;                   ///< in the order in which they were hosted
    std::map<std::int64_t, std::string> standInLists = {}; ///< encoded, by the id of the friend who stands in
    std::vector<StandingInAccess> standingIn = {};

    [[nodiscard]] bool mayGet(const Guest& guest, const HostedTorrent& torrent) const;
};

} // namespace essaim::tracker
