#include "tracker/access/friend_registry.h"

#include <openssl/rand.h>
#include <openssl/sha.h>

#include <algorithm>

namespace essaim::tracker {

namespace {

using storage::FriendRecord;
using storage::FriendStore;

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestNote = 1000;

template <std::size_t N>
bool fillWithChance(std::array<std::uint8_t, N>& bytes) {
    return RAND_bytes(bytes.data(), static_cast<int>(N)) == 1;
}

Sha256Hash digestOf(std::string_view text) {
    Sha256Hash digest;
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.bytes.data());
    return digest;
}

void take(FriendRecord& record, const FriendTerms& terms) {
    record.name = terms.name;
    record.note = terms.note;
    record.seedOnly = terms.seedOnly;
    record.isPaused = terms.isPaused;
    record.maxClients = terms.maxClients;
    record.maxTorrents = terms.maxTorrents;
}

bool isName(const std::string& name) {
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    return !name.empty() && name.size() <= kLongestName && std::ranges::none_of(name, isControl);
}

Expected<void> check(const FriendTerms& terms) {
    if (!isName(terms.name))
        return failure(
            ErrorKind::InvalidData, Operation::SaveStore, terms.name, "a name has 1 to 100 bytes on one line");
    if (terms.note.size() > kLongestNote)
        return failure(ErrorKind::InvalidData, Operation::SaveStore, terms.name, "a note has at most 1000 bytes");
    return {};
}

std::unexpected<Error> noSuchFriend(std::string name = {}) {
    return failure(ErrorKind::NotFound, Operation::SaveStore, std::move(name), "there is no such friend");
}

} // namespace

Expected<void> FriendRegistry::load() {
    if (!m_database)
        return {};
    std::optional<storage::KeySalt> ownSalt;
    auto loaded = m_database->run(Operation::OpenStore, [&ownSalt](SQLite::Database& database) {
        ownSalt = FriendStore(database).loadOwnSalt();
        return FriendStore(database).loadFriends();
    });
    if (!loaded)
        return std::unexpected(loaded.error());
    const std::lock_guard lock(m_mutex);
    m_ownSalt = ownSalt;
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
        std::int64_t last = 0;
        for (const auto& known : m_records)
            last = std::max(last, known.id);
        record.id = last + 1;
    }
    const auto known = std::ranges::find(m_records, record.id, &FriendRecord::id);
    if (known != m_records.end())
        *known = std::move(record);
    else
        m_records.push_back(std::move(record));
    return {};
}

Expected<std::string> FriendRegistry::giveKey(FriendRecord& record) const {
    Sha1Hash chance;
    storage::KeySalt salt{};
    if (!fillWithChance(chance.bytes) || !fillWithChance(salt))
        return failure(ErrorKind::Internal, Operation::SaveStore, {}, "no randomness for a passkey");
    record.salt.reset();
    record.inviteDigest.reset();
    std::string passkey = chance.toHex();
    if (m_secret) {
        record.salt = salt;
        record.inviteDigest = digestOf(m_secret->inviteTokenOf(salt));
        passkey = m_secret->passkeyOf(salt);
    }
    record.digest = passkeyDigest(passkey);
    return passkey;
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
            record.note = known->note;
            record.isPaused = known->isPaused;
            record.maxClients = known->maxClients;
            record.maxTorrents = known->maxTorrents;
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
    FriendRecord record;
    record.id = known ? known->id : 0;
    record.name = name;
    record.seedOnly = seedOnly;
    record.addedAt = now;
    auto passkey = giveKey(record);
    if (!passkey)
        return passkey;
    auto saved = save(std::move(record));
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
    auto record = *known;
    auto passkey = giveKey(record);
    if (!passkey)
        return passkey;
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

Expected<FriendRecord> FriendRegistry::own(std::int64_t id) const {
    const auto known = std::ranges::find(m_records, id, &FriendRecord::id);
    if (known == m_records.end())
        return noSuchFriend();
    if (known->fromFile)
        return failure(
            ErrorKind::Unsupported, Operation::SaveStore, known->name,
            "this friend stands in the configuration file; change it there");
    return *known;
}

Expected<std::int64_t> FriendRegistry::add(const FriendTerms& terms, std::int64_t now) {
    if (auto checked = check(terms); !checked)
        return std::unexpected(checked.error());
    const std::lock_guard lock(m_mutex);
    if (find(terms.name))
        return failure(ErrorKind::AlreadyExists, Operation::SaveStore, terms.name, "there is a friend of this name");
    FriendRecord record;
    take(record, terms);
    record.addedAt = now;
    if (auto key = giveKey(record); !key)
        return std::unexpected(key.error());
    if (auto saved = save(std::move(record)); !saved)
        return std::unexpected(saved.error());
    return find(terms.name)->id;
}

Expected<void> FriendRegistry::change(std::int64_t id, const FriendTerms& terms) {
    if (auto checked = check(terms); !checked)
        return checked;
    const std::lock_guard lock(m_mutex);
    auto record = own(id);
    if (!record)
        return std::unexpected(record.error());
    if (const auto* namesake = find(terms.name); namesake && namesake->id != id)
        return failure(ErrorKind::AlreadyExists, Operation::SaveStore, terms.name, "there is a friend of this name");
    take(*record, terms);
    return save(std::move(*record));
}

Expected<void> FriendRegistry::renew(std::int64_t id) {
    const std::lock_guard lock(m_mutex);
    auto record = own(id);
    if (!record)
        return std::unexpected(record.error());
    record->revokedAt.reset();
    if (auto key = giveKey(*record); !key)
        return std::unexpected(key.error());
    return save(std::move(*record));
}

Expected<void> FriendRegistry::revoke(std::int64_t id, std::int64_t now) {
    const std::lock_guard lock(m_mutex);
    auto record = own(id);
    if (!record)
        return std::unexpected(record.error());
    if (!record->revokedAt)
        record->revokedAt = now;
    return save(std::move(*record));
}

Expected<void> FriendRegistry::forget(std::int64_t id) {
    const std::lock_guard lock(m_mutex);
    const auto record = own(id);
    if (!record)
        return std::unexpected(record.error());
    if (!record->revokedAt)
        return failure(ErrorKind::Unsupported, Operation::SaveStore, record->name, "revoke the friend first");
    if (m_database) {
        const auto removed = m_database->run(
            Operation::SaveStore, [id](SQLite::Database& database) { FriendStore(database).removeFriend(id); });
        if (!removed)
            return removed;
    }
    std::erase_if(m_records, [id](const FriendRecord& one) { return one.id == id; });
    return {};
}

std::string FriendRegistry::ownPasskey() const {
    const std::lock_guard lock(m_mutex);
    return m_secret ? m_secret->ownPasskey(m_ownSalt.value_or(storage::KeySalt{})) : std::string();
}

Expected<void> FriendRegistry::renewOwn() {
    const std::lock_guard lock(m_mutex);
    storage::KeySalt salt{};
    if (!m_secret)
        return failure(ErrorKind::Unsupported, Operation::SaveStore, {}, "a host without a secret has no key");
    if (!fillWithChance(salt))
        return failure(ErrorKind::Internal, Operation::SaveStore, {}, "no randomness for a passkey");
    if (m_database) {
        auto saved = m_database->run(
            Operation::SaveStore, [&salt](SQLite::Database& database) { FriendStore(database).putOwnSalt(salt); });
        if (!saved)
            return saved;
    }
    m_ownSalt = salt;
    return {};
}

Expected<void> FriendRegistry::renewOwnIfLost() {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_secret || m_ownSalt)
            return {};
    }
    return renewOwn();
}

bool FriendRegistry::canMakeKeysOf(const FriendRecord& record) const {
    return m_secret && record.salt && passkeyDigest(m_secret->passkeyOf(*record.salt)) == record.digest;
}

Expected<FriendKeys>
FriendRegistry::keysOf(std::int64_t id, const std::vector<storage::StandInRecord>& standIns) const {
    const std::lock_guard lock(m_mutex);
    const auto known = std::ranges::find(m_records, id, &FriendRecord::id);
    if (known == m_records.end() || known->revokedAt)
        return noSuchFriend();
    if (!canMakeKeysOf(*known))
        return failure(
            ErrorKind::NotFound, Operation::ReadFile, known->name,
            "the secret that this friend's key was made of is not there any more");
    FriendKeys keys{m_secret->passkeyOf(*known->salt), m_secret->inviteTokenOf(*known->salt)};
    for (const auto& standIn : standIns) {
        for (const auto& url : standIn.urls)
            keys.standInUrls.push_back(url + "/" + m_secret->standInPasskeyOf(*known->salt, standIn.friendId));
    }
    return keys;
}

std::vector<Guest> FriendRegistry::guests(const std::vector<storage::StandInRecord>& standIns) const {
    const std::lock_guard lock(m_mutex);
    std::vector<Guest> result;
    for (const auto& record : m_records) {
        if (record.revokedAt || !record.inviteDigest || !canMakeKeysOf(record))
            continue;
        Guest guest{record.id, record.name, *record.inviteDigest, m_secret->passkeyOf(*record.salt), record.isPaused};
        guest.reportToken = m_secret->reportTokenOf(*record.salt);
        guest.bond = m_secret->bondOf(record.id, record.addedAt);
        for (const auto& standIn : standIns) {
            const auto key = m_secret->standInPasskeyOf(*record.salt, standIn.friendId);
            guest.standInKeys[standIn.friendId] = key;
            for (const auto& url : standIn.urls)
                guest.standInUrls.push_back(url + "/" + key);
        }
        result.push_back(std::move(guest));
    }
    return result;
}

std::map<Sha256Hash, std::int64_t> FriendRegistry::standInMembers(std::int64_t standIn) const {
    const std::lock_guard lock(m_mutex);
    std::map<Sha256Hash, std::int64_t> result;
    for (const auto& record : m_records) {
        if (m_secret && record.salt)
            result[passkeyDigest(m_secret->standInPasskeyOf(*record.salt, standIn))] = record.id;
    }
    return result;
}

std::string FriendRegistry::reportTokenOf(std::int64_t id) const {
    const std::lock_guard lock(m_mutex);
    const auto known = std::ranges::find(m_records, id, &FriendRecord::id);
    return m_secret && known != m_records.end() && known->salt ? m_secret->reportTokenOf(*known->salt) : std::string();
}

std::vector<FriendAccess> FriendRegistry::access() const {
    const std::lock_guard lock(m_mutex);
    std::vector<FriendAccess> result;
    for (const auto& record : m_records) {
        using Standing = FriendAccess::Standing;
        const auto welcome = record.isPaused ? Standing::Paused : Standing::Welcome;
        result.push_back(
            {record.id, record.digest, record.seedOnly, record.revokedAt ? Standing::Revoked : welcome,
             record.maxClients, record.maxTorrents});
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
