#include "tracker/access/friend_registry.h"

#include <openssl/rand.h>

#include <algorithm>

namespace essaim::tracker {

namespace {

using storage::FriendRecord;
using storage::FriendStore;

constexpr std::size_t kLongestName = 100;

Expected<std::string> newPasskey() {
    Sha1Hash bytes;
    if (RAND_bytes(bytes.bytes.data(), static_cast<int>(bytes.bytes.size())) != 1)
        return failure(ErrorKind::Internal, Operation::SaveStore, {}, "no randomness for a passkey");
    return bytes.toHex();
}

bool isName(const std::string& name) {
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    return !name.empty() && name.size() <= kLongestName && std::ranges::none_of(name, isControl);
}

} // namespace

Expected<void> FriendRegistry::load() {
    if (!m_database)
        return {};
    auto loaded = m_database->run(
        Operation::OpenStore, [](SQLite::Database& database) { return FriendStore(database).loadFriends(); });
    if (!loaded)
        return std::unexpected(loaded.error());
    const std::lock_guard lock(m_mutex);
    m_records = std::move(*loaded);
    std::ranges::sort(m_records, {}, &FriendRecord::id);
    return {};
}

FriendRecord* FriendRegistry::find(const std::string& name) {
    const auto found = std::ranges::find(m_records, name, &FriendRecord::name);
    return found == m_records.end() ? nullptr : &*found;
}

Expected<void> FriendRegistry::save(FriendRecord record) {
    if (m_database) {
        const auto id = m_database->run(
            Operation::SaveStore, [&](SQLite::Database& database) { return FriendStore(database).putFriend(record); });
        if (!id)
            return std::unexpected(id.error());
        record.id = *id;
    } else if (record.id == 0) {
        record.id = static_cast<std::int64_t>(m_records.size()) + 1;
    }
    if (auto* known = find(record.name))
        *known = std::move(record);
    else
        m_records.push_back(std::move(record));
    return {};
}

Expected<void> FriendRegistry::useConfigured(const std::vector<Friend>& friends, bool areComplete, std::int64_t now) {
    const std::lock_guard lock(m_mutex);
    for (const auto& one : friends) {
        if (!isPasskey(one.passkey))
            continue;
        FriendRecord record{0, one.name, passkeyDigest(one.passkey), one.seedOnly, true, now, {}};
        if (const auto* known = find(one.name)) {
            record.id = known->id;
            record.addedAt = known->addedAt;
            if (record == *known)
                continue;
        }
        if (auto saved = save(std::move(record)); !saved)
            return saved;
    }
    if (!areComplete)
        return {};
    const auto isNamed = [&](const FriendRecord& record) {
        return std::ranges::find(friends, record.name, &Friend::name) != friends.end();
    };
    for (const auto& record : std::vector(m_records)) {
        if (!record.fromFile || record.revokedAt || isNamed(record))
            continue;
        auto gone = record;
        gone.revokedAt = now;
        if (auto saved = save(std::move(gone)); !saved)
            return saved;
    }
    return {};
}

Expected<std::string> FriendRegistry::add(const std::string& name, bool seedOnly, std::int64_t now) {
    if (!isName(name))
        return failure(ErrorKind::InvalidData, Operation::SaveStore, name, "a name has 1 to 100 bytes on one line");
    const std::lock_guard lock(m_mutex);
    const auto* known = find(name);
    if (known && !known->revokedAt)
        return failure(ErrorKind::AlreadyExists, Operation::SaveStore, name, "there is a friend of this name");
    auto passkey = newPasskey();
    if (!passkey)
        return passkey;
    auto saved = save({known ? known->id : 0, name, passkeyDigest(*passkey), seedOnly, false, now, {}});
    return saved ? passkey : std::unexpected(saved.error());
}

Expected<std::string> FriendRegistry::renew(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    const auto* known = find(name);
    if (!known || known->revokedAt)
        return failure(ErrorKind::NotFound, Operation::SaveStore, name, "there is no friend of this name");
    if (known->fromFile)
        return failure(
            ErrorKind::Unsupported, Operation::SaveStore, name,
            "this friend's key stands in the configuration file; change it there");
    auto passkey = newPasskey();
    if (!passkey)
        return passkey;
    auto record = *known;
    record.digest = passkeyDigest(*passkey);
    auto saved = save(std::move(record));
    return saved ? passkey : std::unexpected(saved.error());
}

Expected<std::int64_t> FriendRegistry::revoke(const std::string& name, std::int64_t now) {
    const std::lock_guard lock(m_mutex);
    const auto* known = find(name);
    if (!known || known->revokedAt)
        return failure(ErrorKind::NotFound, Operation::SaveStore, name, "there is no friend of this name");
    if (known->fromFile)
        return failure(
            ErrorKind::Unsupported, Operation::SaveStore, name,
            "this friend stands in the configuration file; remove it there");
    auto record = *known;
    record.revokedAt = now;
    if (auto saved = save(std::move(record)); !saved)
        return std::unexpected(saved.error());
    return find(name)->id;
}

std::vector<FriendAccess> FriendRegistry::access() const {
    const std::lock_guard lock(m_mutex);
    std::vector<FriendAccess> result;
    for (const auto& record : m_records) {
        if (!record.revokedAt)
            result.push_back({record.id, record.digest, record.seedOnly});
    }
    return result;
}

std::vector<FriendRecord> FriendRegistry::all() const {
    const std::lock_guard lock(m_mutex);
    return m_records;
}

std::vector<std::int64_t> FriendRegistry::revoked() const {
    const std::lock_guard lock(m_mutex);
    std::vector<std::int64_t> result;
    for (const auto& record : m_records) {
        if (record.revokedAt)
            result.push_back(record.id);
    }
    return result;
}

} // namespace essaim::tracker
