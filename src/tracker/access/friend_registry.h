// Who the host's friends are, in memory and in tracker.db.
#pragma once

#include "core/error.h"
#include "storage/database.h"
#include "storage/friend_store.h"
#include "tracker/access/access_policy.h"

#include <mutex>
#include <string>
#include <vector>

namespace essaim::tracker {

/// Keeps names and digests of keys; a key itself is told once and kept nowhere. Without a database it only remembers.
/// Thread-safe; not on the path of an announce. Times are Unix seconds. What succeeded is durable.
class FriendRegistry {
public:
    /// `database` may be null and must outlive the registry.
    explicit FriendRegistry(storage::DatabaseThread* database)
        : m_database(database) {}

    [[nodiscard]] Expected<void> load();
    /// Takes over the friends of the configuration; if they are complete, revokes those that it named before but no
    /// more.
    [[nodiscard]] Expected<void> useConfigured(const std::vector<Friend>& friends, bool areComplete, std::int64_t now);

    /// The new friend's passkey. AlreadyExists unless a friend of that name was revoked: it keeps its numbers then.
    [[nodiscard]] Expected<std::string> add(const std::string& name, bool seedOnly, std::int64_t now);
    /// Another passkey for the same friend; the old one is refused from now on.
    [[nodiscard]] Expected<std::string> renew(const std::string& name);
    /// The id of the friend who may no more. NotFound if there is none of that name.
    [[nodiscard]] Expected<std::int64_t> revoke(const std::string& name, std::int64_t now);

    [[nodiscard]] std::vector<FriendAccess> access() const;       ///< without those who were revoked
    [[nodiscard]] std::vector<storage::FriendRecord> all() const; ///< in the order in which they came
    [[nodiscard]] std::vector<std::int64_t> revoked() const;

private:
    [[nodiscard]] storage::FriendRecord* find(const std::string& name);
    [[nodiscard]] Expected<void> save(storage::FriendRecord record);

    storage::DatabaseThread* m_database;
    mutable std::mutex m_mutex;
    std::vector<storage::FriendRecord> m_records; ///< guarded by m_mutex
};

} // namespace essaim::tracker
