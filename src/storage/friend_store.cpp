#include "storage/friend_store.h"

#include "storage/columns.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>

namespace essaim::storage {

namespace {

/// SQLite counts to 2^63-1.
std::int64_t stored(std::uint64_t value) {
    return static_cast<std::int64_t>(std::min<std::uint64_t>(value, std::numeric_limits<std::int64_t>::max()));
}

std::uint64_t loaded(const SQLite::Column& column) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(column.getInt64(), 0));
}

std::optional<KeySalt> saltOf(std::string_view bytes) {
    KeySalt salt{};
    if (bytes.size() != salt.size())
        return std::nullopt;
    std::ranges::transform(bytes, salt.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return salt;
}

using CreditKey = std::pair<std::int64_t, TorrentId>;

std::map<CreditKey, std::vector<CreditClient>> loadClients(SQLite::Database& database) {
    std::map<CreditKey, std::vector<CreditClient>> clients;
    SQLite::Statement rows(database, "SELECT friend, torrent, client, uploaded, downloaded FROM credit_client");
    while (rows.executeStep()) {
        const auto torrent = digestOf<20>(rows.getColumn(1));
        if (!torrent)
            continue;
        clients[{rows.getColumn(0).getInt64(), *torrent}].push_back(
            {std::bit_cast<std::uint64_t>(std::int64_t{rows.getColumn(2).getInt64()}), loaded(rows.getColumn(3)),
             loaded(rows.getColumn(4))});
    }
    return clients;
}

void putClients(SQLite::Database& database, const CreditRecord& record) {
    SQLite::Statement remove(database, "DELETE FROM credit_client WHERE friend = ? AND torrent = ?");
    remove.bind(1, record.friendId);
    bindDigest(remove, 2, record.torrent);
    remove.exec();
    for (const auto& client : record.clients) {
        SQLite::Statement statement(
            database, "INSERT OR REPLACE INTO credit_client (friend, torrent, client, uploaded, downloaded)"
                      " VALUES (?, ?, ?, ?, ?)");
        statement.bind(1, record.friendId);
        bindDigest(statement, 2, record.torrent);
        statement.bind(3, std::bit_cast<std::int64_t>(client.client));
        statement.bind(4, stored(client.uploaded));
        statement.bind(5, stored(client.downloaded));
        statement.exec();
    }
}

} // namespace

std::vector<FriendRecord> FriendStore::loadFriends() {
    SQLite::Statement rows(
        m_database, "SELECT id, name, digest, seed_only, from_file, added_at, revoked_at,"
                    " salt, invite_digest, note, paused, max_clients, max_torrents FROM friend ORDER BY name");
    std::vector<FriendRecord> records;
    while (rows.executeStep()) {
        FriendRecord record;
        record.id = rows.getColumn(0).getInt64();
        record.name = bytesOf(rows.getColumn(1));
        record.digest = digestOf<32>(rows.getColumn(2)).value_or(Sha256Hash{});
        record.seedOnly = rows.getColumn(3).getInt() != 0;
        record.fromFile = rows.getColumn(4).getInt() != 0;
        record.addedAt = rows.getColumn(5).getInt64();
        if (!rows.getColumn(6).isNull())
            record.revokedAt = rows.getColumn(6).getInt64();
        record.salt = saltOf(bytesOf(rows.getColumn(7)));
        record.inviteDigest = digestOf<32>(rows.getColumn(8));
        record.note = bytesOf(rows.getColumn(9));
        record.isPaused = rows.getColumn(10).getInt() != 0;
        record.maxClients = rows.getColumn(11).getUInt();
        record.maxTorrents = rows.getColumn(12).getUInt();
        records.push_back(std::move(record));
    }
    return records;
}

std::int64_t FriendStore::putFriend(const FriendRecord& record) {
    SQLite::Statement statement(
        m_database,
        "INSERT INTO friend (id, name, digest, seed_only, from_file, added_at, revoked_at, salt, invite_digest, note,"
        "  paused, max_clients, max_torrents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, digest = excluded.digest,"
        "  seed_only = excluded.seed_only, from_file = excluded.from_file, added_at = excluded.added_at,"
        "  revoked_at = excluded.revoked_at, salt = excluded.salt, invite_digest = excluded.invite_digest,"
        "  note = excluded.note, paused = excluded.paused, max_clients = excluded.max_clients,"
        "  max_torrents = excluded.max_torrents"
        " ON CONFLICT (name) DO UPDATE SET digest = excluded.digest, seed_only = excluded.seed_only,"
        "  from_file = excluded.from_file, added_at = excluded.added_at, revoked_at = excluded.revoked_at,"
        "  salt = excluded.salt, invite_digest = excluded.invite_digest, note = excluded.note,"
        "  paused = excluded.paused, max_clients = excluded.max_clients, max_torrents = excluded.max_torrents"
        " RETURNING id");
    if (record.id != 0)
        statement.bind(1, record.id);
    else
        statement.bind(1);
    statement.bind(2, record.name);
    bindDigest(statement, 3, record.digest);
    statement.bind(4, record.seedOnly ? 1 : 0);
    statement.bind(5, record.fromFile ? 1 : 0);
    statement.bind(6, record.addedAt);
    if (record.revokedAt)
        statement.bind(7, *record.revokedAt);
    else
        statement.bind(7);
    if (record.salt)
        statement.bind(8, record.salt->data(), static_cast<int>(record.salt->size()));
    else
        statement.bind(8);
    bindDigest(statement, 9, record.inviteDigest);
    statement.bind(10, record.note);
    statement.bind(11, record.isPaused ? 1 : 0);
    statement.bind(12, record.maxClients);
    statement.bind(13, record.maxTorrents);
    std::int64_t id = 0;
    while (statement.executeStep())
        id = statement.getColumn(0).getInt64();
    return id;
}

void FriendStore::removeFriend(std::int64_t id) {
    for (const char* const sql :
         {"DELETE FROM credit_client WHERE friend = ?", "DELETE FROM credit WHERE friend = ?",
          "DELETE FROM friend WHERE id = ?"}) {
        SQLite::Statement statement(m_database, sql);
        statement.bind(1, id);
        statement.exec();
    }
}

std::optional<KeySalt> FriendStore::loadOwnSalt() {
    SQLite::Statement row(m_database, "SELECT salt FROM own_key WHERE place = 1");
    return row.executeStep() ? saltOf(bytesOf(row.getColumn(0))) : std::nullopt;
}

void FriendStore::putOwnSalt(const KeySalt& salt) {
    SQLite::Statement statement(m_database, "INSERT OR REPLACE INTO own_key (place, salt) VALUES (1, ?)");
    statement.bind(1, salt.data(), static_cast<int>(salt.size()));
    statement.exec();
}

std::vector<CreditRecord> FriendStore::loadCredits() {
    auto clients = loadClients(m_database);
    SQLite::Statement rows(
        m_database, "SELECT friend, torrent, uploaded, downloaded, seconds, seed_seconds, last_seen, lacking, program"
                    " FROM credit");
    std::vector<CreditRecord> records;
    while (rows.executeStep()) {
        CreditRecord record;
        record.friendId = rows.getColumn(0).getInt64();
        record.torrent = digestOf<20>(rows.getColumn(1)).value_or(TorrentId{});
        record.uploaded = loaded(rows.getColumn(2));
        record.downloaded = loaded(rows.getColumn(3));
        record.seconds = loaded(rows.getColumn(4));
        record.seedSeconds = loaded(rows.getColumn(5));
        record.lastSeen = rows.getColumn(6).getInt64();
        record.lacking = rows.getColumn(7).getInt64();
        record.program = bytesOf(rows.getColumn(8));
        record.clients = std::move(clients[{record.friendId, record.torrent}]);
        records.push_back(std::move(record));
    }
    return records;
}

void FriendStore::putCredit(const CreditRecord& record) {
    SQLite::Statement statement(
        m_database, "INSERT OR REPLACE INTO credit (friend, torrent, uploaded, downloaded, seconds, seed_seconds, "
                    "last_seen, lacking,"
                    "  program) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bind(1, record.friendId);
    bindDigest(statement, 2, record.torrent);
    statement.bind(3, stored(record.uploaded));
    statement.bind(4, stored(record.downloaded));
    statement.bind(5, stored(record.seconds));
    statement.bind(6, stored(record.seedSeconds));
    statement.bind(7, record.lastSeen);
    statement.bind(8, record.lacking);
    statement.bind(9, record.program);
    statement.exec();
    putClients(m_database, record);
}

std::vector<BlockedRecord> FriendStore::loadBlocked() {
    SQLite::Statement rows(m_database, "SELECT info_hash, reason, blocked_at, name FROM blocked ORDER BY blocked_at");
    std::vector<BlockedRecord> records;
    while (rows.executeStep()) {
        BlockedRecord record;
        record.infoHash = digestOf<20>(rows.getColumn(0)).value_or(Sha1Hash{});
        record.reason = bytesOf(rows.getColumn(1));
        record.blockedAt = rows.getColumn(2).getInt64();
        record.name = bytesOf(rows.getColumn(3));
        records.push_back(std::move(record));
    }
    return records;
}

void FriendStore::putBlocked(const BlockedRecord& record) {
    SQLite::Statement statement(
        m_database, "INSERT OR REPLACE INTO blocked (info_hash, reason, blocked_at, name) VALUES (?, ?, ?, ?)");
    bindDigest(statement, 1, record.infoHash);
    statement.bind(2, record.reason);
    statement.bind(3, record.blockedAt);
    statement.bind(4, record.name);
    statement.exec();
}

void FriendStore::removeBlocked(const Sha1Hash& infoHash) {
    SQLite::Statement statement(m_database, "DELETE FROM blocked WHERE info_hash = ?");
    bindDigest(statement, 1, infoHash);
    statement.exec();
}

} // namespace essaim::storage
