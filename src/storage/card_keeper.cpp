#include "storage/card_keeper.h"

#include "storage/checksum.h"
#include "storage/columns.h"
#include "storage/torrent_facts.h"
#include "storage/torrent_store.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <string_view>

namespace essaim::storage {

namespace {

std::uint32_t checksumOfFacts(const TorrentRecord& record) {
    std::uint32_t checksum = 0;
    for (const auto& [key, value] : factsOf(record))
        checksum = crc32c(value, crc32c(fmt::format("{}={}:", key, value.size()), checksum));
    return checksum;
}

std::optional<std::uint32_t> checksumOf(const std::string& metadata) {
    return metadata.empty() ? std::nullopt : std::optional(crc32c(metadata));
}

} // namespace

void CardKeeper::onRow(void* keeper, int, const char*, const char* table, long long place) {
    auto& self = *static_cast<CardKeeper*>(keeper);
    const std::string_view name(table);
    if (name == "metadata")
        self.m_newMetadata.insert(place);
    if (name == "metadata" || name == "torrent" || name == "removed")
        self.m_touched.insert(place);
}

void CardKeeper::watch(SQLite::Database& database) {
    sqlite3_update_hook(database.getHandle(), &CardKeeper::onRow, this);
}

void CardKeeper::stage(SQLite::Database& database, std::int64_t place, Readers& readers) {
    constexpr auto kOfTheList = " WHERE torrent.place = ? AND torrent.place NOT IN (SELECT place FROM removed)";
    static const std::string withMetadata = selectTorrents(true) + kOfTheList;
    static const std::string withoutMetadata = selectTorrents(false) + kOfTheList;
    SQLite::Statement& row = m_newMetadata.contains(place) ? readers.withMetadata.get(database, withMetadata)
                                                           : readers.withoutMetadata.get(database, withoutMetadata);
    row.bind(1, place);
    const auto before = m_known.find(place);
    if (!row.executeStep()) {
        if (before != m_known.end())
            m_staged.push_back({place, before->second, std::nullopt, std::nullopt});
        return;
    }
    TorrentRow found = TorrentRow::read(row);
    Change change;
    change.place = place;
    change.known.id = found.record.id;
    change.known.facts = checksumOfFacts(found.record);
    const bool isNew = before == m_known.end();
    if (!isNew)
        change.known.metadataChecksum = before->second.metadataChecksum;
    else if (!m_newMetadata.contains(place)) // back from the removed ones: its .torrent is gone too
        found.record.metadata = TorrentStore(database).metadata(found.record.id);
    if (m_newMetadata.contains(place) || isNew) {
        change.known.metadataChecksum = checksumOf(found.record.metadata);
        if (change.known.metadataChecksum)
            change.metadata = std::move(found.record.metadata);
    }
    if (!isNew && change.known.facts == before->second.facts &&
        change.known.metadataChecksum == before->second.metadataChecksum)
        return; // statistics only
    found.record.metadata.clear();
    change.card = TorrentCard{std::move(found.record), change.known.metadataChecksum};
    m_staged.push_back(std::move(change));
}

void CardKeeper::beforeCommit(SQLite::Database& database) {
    m_staged.resize(m_committed);
    Readers readers;
    for (const auto place : std::exchange(m_touched, {}))
        stage(database, place, readers);
    m_newMetadata.clear();
}

void CardKeeper::rolledBack() {
    m_touched.clear();
    m_newMetadata.clear();
    m_staged.resize(m_committed);
}

Expected<void> CardKeeper::carryOut(const Change& change) {
    if (!change.card)
        return m_files.remove(change.known.id);
    if (change.metadata) {
        if (auto written = m_files.putMetadata(change.known.id, *change.metadata); !written)
            return written;
    }
    return m_files.putCard(*change.card);
}

Expected<void> CardKeeper::committed() {
    // What has failed stays, in order; a later change of the same torrent must not come before it.
    constexpr std::size_t kOpenFiles = 128;
    std::size_t done = 0;
    std::size_t written = 0;
    Expected<void> outcome;
    const auto flush = [&] {
        outcome = m_files.flush();
        if (outcome)
            done = written;
        return outcome.has_value();
    };
    for (const auto& change : m_staged) {
        const bool isFull = m_files.waiting() >= kOpenFiles || !change.card;
        if (isFull && !flush())
            break;
        outcome = carryOut(change);
        if (!outcome)
            break;
        ++written;
    }
    if (outcome)
        flush();
    else
        (void)m_files.flush(); // what came before the failure; written once more with what is left
    for (const auto& change : m_staged) {
        if (change.card)
            m_known[change.place] = change.known;
        else
            m_known.erase(change.place);
    }
    m_staged.erase(m_staged.begin(), m_staged.begin() + static_cast<std::ptrdiff_t>(done));
    m_committed = m_staged.size();
    if (auto synced = m_files.sync(); !synced && outcome)
        outcome = synced;
    return outcome;
}

std::vector<TorrentRecord> CardKeeper::loadAll(SQLite::Database& database, const RunStart& run, StoreReport& report) {
    RowRepair repair;
    repair.find = [this](const TorrentId& id) { return m_files.read(id); };
    repair.repaired = [&report](const TorrentId&, bool isLost) { ++(isLost ? report.lost : report.mended); };
    auto records = TorrentStore(database, run).loadAll(repair);
    addOrphans(database, records, report);
    std::ranges::stable_sort(records, {}, &TorrentRecord::addedAt);

    // From here on only what changes is written; now what is missing, and after a crash what is not as in the list.
    const auto listed = m_files.list();
    const std::set<TorrentId> withCard(listed.begin(), listed.end());
    const bool isTrusted = run.previousEnd == PreviousEnd::Clean;
    SQLite::Statement placeOf(database, "SELECT place FROM torrent WHERE id = ?");
    for (const TorrentRecord& record : records) {
        bindDigest(placeOf, 1, record.id);
        if (!placeOf.executeStep())
            continue;
        const auto place = placeOf.getColumn(0).getInt64();
        placeOf.reset();
        const Known known{record.id, checksumOfFacts(record), checksumOf(record.metadata)};
        m_known[place] = known;
        bool isAsListed = withCard.contains(record.id) && (!known.metadataChecksum || m_files.hasMetadata(record.id));
        if (isAsListed && (!isTrusted || m_touched.contains(place))) {
            const auto card = m_files.card(record.id);
            isAsListed = card && checksumOfFacts(card->record) == known.facts &&
                         card->metadataChecksum == known.metadataChecksum;
        }
        if (isAsListed) {
            m_touched.erase(place);
            continue;
        }
        m_known.erase(place); // as if it were new: both files are written
        m_touched.insert(place);
    }
    return records;
}

std::vector<TorrentRecord> CardKeeper::loadOnly(SQLite::Database& database) {
    auto records = TorrentStore(database).loadAll();
    SQLite::Statement placeOf(database, "SELECT place FROM torrent WHERE id = ?");
    for (const TorrentRecord& record : records) {
        bindDigest(placeOf, 1, record.id);
        if (placeOf.executeStep())
            m_known[placeOf.getColumn(0).getInt64()] = {
                record.id, checksumOfFacts(record), checksumOf(record.metadata)};
        placeOf.reset();
    }
    m_touched.clear();
    m_newMetadata.clear();
    std::ranges::stable_sort(records, {}, &TorrentRecord::addedAt);
    return records;
}

void CardKeeper::addOrphans(SQLite::Database& database, std::vector<TorrentRecord>& records, StoreReport& report) {
    std::set<TorrentId> inList;
    for (const auto& record : records)
        inList.insert(record.id);
    SQLite::Statement removed(database, "SELECT count(*) FROM removed JOIN torrent USING (place) WHERE id = ?");
    std::vector<TorrentRecord> orphans;
    for (const TorrentId& id : m_files.list()) {
        if (inList.contains(id))
            continue;
        bindDigest(removed, 1, id);
        const bool isRemoved = removed.executeStep() && removed.getColumn(0).getInt() > 0;
        removed.reset();
        if (isRemoved) {
            (void)m_files.remove(id); // a crash came between the two; if it fails, the next start tries again
            continue;
        }
        if (auto record = m_files.read(id))
            orphans.push_back(std::move(*record));
    }
    std::ranges::sort(orphans, {}, [](const TorrentRecord& record) { return std::pair(record.addedAt, record.id); });
    for (TorrentRecord& record : orphans) {
        TorrentStore(database).put(record);
        records.push_back(std::move(record));
        ++report.rebuilt;
    }
}

} // namespace essaim::storage
