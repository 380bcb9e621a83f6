// What the pages tell, at one moment.
#pragma once

#include "core/info_hash.h"
#include "tracker/tracker.h"
#include "tracker/web/torrent_file.h"

#include <memory>
#include <string>
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
};

struct SharedTorrent {
    HostedTorrent torrent;
    std::shared_ptr<const HostedFile> file; ///< may be null
};

/// Immutable, shared by the workers.
struct SiteContent {
    std::string title; ///< who the host is; may be empty
    std::vector<std::string> announceUrls;
    std::vector<Guest> guests;           ///< whose invitations are valid
    std::vector<SharedTorrent> torrents; ///< in the order in which they were hosted

    [[nodiscard]] bool mayGet(const Guest& guest, const HostedTorrent& torrent) const;
};

} // namespace essaim::tracker
