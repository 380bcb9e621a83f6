// Friends of the embedded tracker's host, what they gave and took, and blocked torrents.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace essaim::storage {

struct FriendRecord {
    std::int64_t id = 0; ///< 0 = not saved yet
    std::string name;    ///< unique
    Sha256Hash digest;   ///< of the passkey
    bool seedOnly = false;
    bool fromFile = false;    ///< named by the configuration file
    std::int64_t addedAt = 0; ///< Unix seconds
    std::optional<std::int64_t> revokedAt;

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
    std::vector<CreditClient> clients;

    bool operator==(const CreditRecord&) const = default;
};

struct BlockedRecord {
    Sha1Hash infoHash;
    std::string reason;
    std::int64_t blockedAt = 0;

    bool operator==(const BlockedRecord&) const = default;
};

/// Statements on tracker.db; the same rules as TorrentStore.
class FriendStore {
public:
    explicit FriendStore(SQLite::Database& database)
        : m_database(database) {}

    [[nodiscard]] std::vector<FriendRecord> loadFriends(); ///< by name, revoked ones too
    /// Adds or replaces by name; the id of the row.
    std::int64_t putFriend(const FriendRecord& record);

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
