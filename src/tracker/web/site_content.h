// What the pages tell, at one moment.
#pragma once

#include "core/info_hash.h"
#include "tracker/tracker.h"
#include "tracker/web/torrent_file.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
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
    std::string bond = {};                                ///< secret, see HostSecret::bondOf(); empty = none
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

struct SiteContent;

/// What a friend who stands in is told, made when it is asked for: with many torrents and friends it is large, and what
/// is published changes more often than somebody asks. Thread-safe.
class LazyStandInList {
public:
    using Maker = std::function<std::string(const SiteContent&)>;

    explicit LazyStandInList(Maker make)
        : m_made(std::make_shared<Made>())
        , m_make(std::move(make)) {}

    /// Encoded. `content`: always the one to which this belongs.
    [[nodiscard]] const std::string& of(const SiteContent& content) const {
        std::call_once(m_made->once, [&] { m_made->list = m_make(content); });
        return m_made->list;
    }

private:
    struct Made {
        std::once_flag once;
        std::string list;
    };
    std::shared_ptr<Made> m_made;
    Maker m_make;
};

/// Immutable, shared by the workers.
struct SiteContent {
    std::string title; ///< who the host is; may be empty
    std::vector<std::string> announceUrls;
    std::vector<std::string> homeAnnounceUrls;
    std::vector<Guest> guests;                                 ///< whose invitations are valid
    std::vector<SharedTorrent> torrents;                       ///< in the order in which they were hosted
    std::map<std::int64_t, LazyStandInList> standInLists = {}; ///< by the id of the friend who stands in
    std::vector<StandingInAccess> standingIn = {};

    [[nodiscard]] bool mayGet(const Guest& guest, const HostedTorrent& torrent) const;
};

} // namespace essaim::tracker
