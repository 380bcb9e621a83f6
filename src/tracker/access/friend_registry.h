// Who the host's friends are, in memory and in tracker.db.
#pragma once

#include "core/error.h"
#include "storage/database.h"
#include "storage/friend_store.h"
#include "storage/stand_in_store.h"
#include "tracker/access/access_policy.h"
#include "tracker/access/host_secret.h"
#include "tracker/tracker.h"
#include "tracker/web/site_content.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace essaim::tracker {

/// Keeps names and digests of keys. A key itself is kept nowhere: with a host's secret it can be made again from its
/// salt, without one it is told once. Without a database the registry only remembers.
/// Thread-safe; not on the path of an announce. Times are Unix seconds. What succeeded is durable.
class FriendRegistry {
public:
    /// `database` may be null and must outlive the registry.
    explicit FriendRegistry(storage::DatabaseThread* database)
        : m_database(database) {}

    [[nodiscard]] Expected<void> load();
    /// To be called before keys are made.
    void useSecret(const HostSecret& secret) { m_secret = secret; }
    /// Takes over the friends of the configuration; if they are complete, revokes those that it named before but no
    /// more.
    [[nodiscard]] Expected<void> useConfigured(const std::vector<Friend>& friends, bool areComplete, std::int64_t now);

    /// The new friend's passkey. AlreadyExists unless a friend of that name was revoked: it keeps its numbers then.
    [[nodiscard]] Expected<std::string> add(const std::string& name, bool seedOnly, std::int64_t now);
    /// Another passkey for the same friend; the old one is refused from now on.
    [[nodiscard]] Expected<std::string> renew(const std::string& name);
    /// The id of the friend who may no more. NotFound if there is none of that name.
    [[nodiscard]] Expected<std::int64_t> revoke(const std::string& name, std::int64_t now);

    /// See the functions of Tracker of the same names.
    [[nodiscard]] Expected<std::int64_t> add(const FriendTerms& terms, std::int64_t now);
    [[nodiscard]] Expected<void> change(std::int64_t id, const FriendTerms& terms);
    [[nodiscard]] Expected<void> renew(std::int64_t id);
    [[nodiscard]] Expected<void> revoke(std::int64_t id, std::int64_t now);
    [[nodiscard]] Expected<void> forget(std::int64_t id);
    [[nodiscard]] Expected<FriendKeys>
    keysOf(std::int64_t id, const std::vector<storage::StandInRecord>& standIns = {}) const;
    [[nodiscard]] bool canMakeKeysOf(const storage::FriendRecord& record) const;

    /// Empty without a secret.
    [[nodiscard]] std::string ownPasskey() const;
    /// Unsupported without a secret.
    [[nodiscard]] Expected<void> renewOwn();
    /// For a database that had to be mended: without a row of the own key nobody knows whether the first one was
    /// renewed, and is to be refused. Renews it then, if there is a secret. Errors: those of renewOwn().
    [[nodiscard]] Expected<void> renewOwnIfLost();
    /// Those with an invitation that is worth something.
    /// With their keys for the trackers that stand in.
    [[nodiscard]] std::vector<Guest> guests(const std::vector<storage::StandInRecord>& standIns = {}) const;
    /// Who uses which key (by its digest) at the tracker of this friend; revoked ones, too, whose totals stay.
    [[nodiscard]] std::map<Sha256Hash, std::int64_t> standInMembers(std::int64_t standIn) const;
    /// Empty where it cannot be made.
    [[nodiscard]] std::string reportTokenOf(std::int64_t id) const;
    [[nodiscard]] std::vector<FriendAccess> access() const;       ///< those who were revoked too, told apart
    [[nodiscard]] std::vector<storage::FriendRecord> all() const; ///< in the order in which they came
    [[nodiscard]] std::vector<std::int64_t> revoked() const;

private:
    [[nodiscard]] storage::FriendRecord* find(const std::string& name);
    /// NotFound for unknown ones, Unsupported for those of the configuration.
    [[nodiscard]] Expected<storage::FriendRecord> own(std::int64_t id) const;
    [[nodiscard]] Expected<void> save(storage::FriendRecord record);
    /// Puts a new key into the record and tells it.
    [[nodiscard]] Expected<std::string> giveKey(storage::FriendRecord& record) const;

    storage::DatabaseThread* m_database;
    std::optional<HostSecret> m_secret;
    mutable std::mutex m_mutex;
    std::vector<storage::FriendRecord> m_records; ///< guarded by m_mutex
    std::optional<storage::KeySalt> m_ownSalt;    ///< guarded by m_mutex; none: that of the first key, zeros
};

} // namespace essaim::tracker
