// Friends of the embedded tracker's host, what they gave and took, and blocked torrents.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace essaim::storage {

/// What a friend's keys are made of, beside the host's secret.
using KeySalt = std::array<std::uint8_t, 16>;

struct FriendRecord {
    std::int64_t id = 0; ///< 0 = not saved yet
    std::string name;    ///< unique
    Sha256Hash digest;   ///< of the passkey
    bool seedOnly = false;
    bool fromFile = false;    ///< named by the configuration file
    std::int64_t addedAt = 0; ///< Unix seconds
    std::optional<std::int64_t> revokedAt;
    std::optional<KeySalt> salt = std::nullopt; ///< empty: the key cannot be made again
    std::optional<Sha256Hash> inviteDigest = std::nullopt;
    std::string note = {};
    bool isPaused = false;
    std::uint32_t maxClients = 0; ///< programs on one torrent; 0 = as for all friends
    std::uint32_t maxTorrents = 0;

    bool operator==(const FriendRecord&) const = default;
};

/// What one running program reported last.
struct CreditClient {
    std::uint64_t client = 0;
    std::uint64_t uploaded = 0;
    std::uint64_t downloaded = 0;

    bool operator==(const CreditClient&) const = default;
};

/// What one friend did on one torrent.
struct CreditRecord {
    std::int64_t friendId = 0;
    TorrentId torrent;
    std::uint64_t uploaded = 0;
    std::uint64_t downloaded = 0;
    std::uint64_t seconds = 0;     ///< present
    std::uint64_t seedSeconds = 0; ///< of these, with everything there is
    std::int64_t lastSeen = 0;     ///< Unix seconds
    std::vector<CreditClient> clients = {};
    std::int64_t lacking = -1; ///< bytes that it lacked when it was heard of last; -1 = not said
    std::string program = {};  ///< the beginning of the peer id of that time

    bool operator==(const CreditRecord&) const = default;
};

struct BlockedRecord {
    Sha1Hash infoHash;
    std::string reason;
    std::int64_t blockedAt = 0;
    std::string name = {}; ///< as the torrent was called

    bool operator==(const BlockedRecord&) const = default;
};

/// Statements on tracker.db; the same rules as TorrentStore.
class FriendStore {
public:
    explicit FriendStore(SQLite::Database& database)
        : m_database(database) {}

    [[nodiscard]] std::vector<FriendRecord> loadFriends(); ///< by name, revoked ones too
    /// Without an id: adds, or replaces by name. With one: replaces that row, its name too. The id of the row.
    std::int64_t putFriend(const FriendRecord& record);
    /// With all that it did.
    void removeFriend(std::int64_t id);

    /// What the host's own key is made of; empty: it was never renewed.
    [[nodiscard]] std::optional<KeySalt> loadOwnSalt();
    void putOwnSalt(const KeySalt& salt);

    [[nodiscard]] std::vector<CreditRecord> loadCredits();
    /// Replaces what was saved for this friend and torrent.
    void putCredit(const CreditRecord& record);

    [[nodiscard]] std::vector<BlockedRecord> loadBlocked();
    void putBlocked(const BlockedRecord& record);
    void removeBlocked(const Sha1Hash& infoHash);

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
