// Statements on the tables torrent, metadata and resume_data.
#include "storage/torrent_store.h"

#include "storage/columns.h"
#include "storage/torrent_facts.h"

#include <fmt/format.h>

namespace essaim::storage {

namespace {

std::string_view bytesOf(const TorrentId& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

/// A torrent that was removed and is added again starts anew.
void forgetFormerLife(SQLite::Database& database, const TorrentId& id) {
    for (const char* sql :
         {"DELETE FROM removed WHERE place = (SELECT place FROM torrent WHERE id = ?)",
          "DELETE FROM removed_file WHERE place = (SELECT place FROM torrent WHERE id = ?)",
          "DELETE FROM durable WHERE place = (SELECT place FROM torrent WHERE id = ?)",
          "DELETE FROM file_rename WHERE place = (SELECT place FROM torrent WHERE id = ?)",
          "DELETE FROM resume_data WHERE place = (SELECT place FROM torrent WHERE id = ?)"}) {
        SQLite::Statement statement(database, sql);
        bindDigest(statement, 1, id);
        statement.exec();
    }
}

/// The newest generation that is whole. Damaged ones are reported.
void readResume(
    SQLite::Statement& generations, std::int64_t place, TorrentRecord& record,
    const std::function<void(int slot, std::string_view data)>& onDamaged) {
    generations.reset();
    generations.bind(1, place);
    while (generations.executeStep()) {
        ResumeOrigin origin;
        origin.sequence = generations.getColumn(1).getInt64();
        origin.run = generations.getColumn(2).getInt64();
        origin.bootId = storage::bytesOf(generations.getColumn(3));
        const auto data = storage::bytesOf(generations.getColumn(4));
        if (generations.getColumn(5).getInt64() == resumeChecksum(record.id, data, origin)) {
            record.resumeData = data;
            record.resumeOrigin = std::move(origin);
            return;
        }
        onDamaged(generations.getColumn(0).getInt(), data);
    }
}

constexpr auto kSelectResume = "SELECT slot, sequence, run, boot_id, data, checksum FROM resume_data WHERE place = ?"
                               " ORDER BY sequence DESC";

} // namespace

std::vector<TorrentRecord> TorrentStore::loadAll(const RowRepair& repair) {
    std::vector<TorrentRow> rows;
    SQLite::Statement select(
        m_database,
        selectTorrents(true) + " WHERE torrent.place NOT IN (SELECT place FROM removed) ORDER BY torrent.place");
    while (select.executeStep())
        rows.push_back(TorrentRow::read(select));
    select.reset();

    SQLite::Statement generations(m_database, kSelectResume);
    std::vector<TorrentRecord> records;
    std::vector<std::pair<std::int64_t, int>> badResume;
    for (TorrentRow& row : rows) {
        if (!mend(row, repair))
            continue;
        readResume(generations, row.place, row.record, [&](int slot, std::string_view data) {
            quarantine(m_database, "resume_data", "the checksum is wrong", bytesOf(row.record.id), data);
            badResume.emplace_back(row.place, slot);
        });
        records.push_back(std::move(row.record));
    }
    generations.reset();
    for (const auto& [place, slot] : badResume) {
        SQLite::Statement forget(m_database, "DELETE FROM resume_data WHERE place = ? AND slot = ?");
        forget.bind(1, place);
        forget.bind(2, slot);
        forget.exec();
    }
    return records;
}

bool TorrentStore::mend(TorrentRow& row, const RowRepair& repair) {
    TorrentRecord& record = row.record;
    const std::string damage = row.damage();
    const bool isMetadataDamaged = row.isMetadataDamaged();
    // A magnet may have none; that of any other torrent was lost with a page of its table.
    if (damage.empty() && record.metadata.empty()) {
        const auto elsewhere = repair.find(record.id);
        if (elsewhere && !elsewhere->metadata.empty()) {
            record.metadata = elsewhere->metadata;
            putMetadata(record.id, record.metadata);
            repair.repaired(record.id, false);
            return true;
        }
        if (record.source.empty())
            fallBackToMagnet(record);
    }
    if (damage.empty() && !isMetadataDamaged) {
        if (row.checksum == -1) { // from version 1
            putFacts(m_database, record, m_putFacts);
            putMetadata(record.id, record.metadata);
        }
        return true;
    }
    const TorrentId id = record.id;
    if (isMetadataDamaged)
        quarantine(m_database, "metadata", "the checksum is wrong", bytesOf(id), record.metadata);
    if (!damage.empty()) {
        std::string facts;
        for (const auto& list : {factsOf(record), statisticsOf(record)})
            for (const auto& [key, value] : list)
                facts += fmt::format("{}: {}\n", key, value);
        quarantine(m_database, "torrent", damage, bytesOf(id), facts);
    }
    const auto known = repair.find(id);
    if (known && !damage.empty()) {
        auto metadata = std::exchange(record.metadata, {});
        record = *known;
        if (!isMetadataDamaged && !metadata.empty())
            record.metadata = std::move(metadata);
    } else if (!damage.empty() && !impossibleFact(record).empty()) {
        SQLite::Statement forget(m_database, "DELETE FROM torrent WHERE place = ?");
        forget.bind(1, row.place);
        forget.exec();
        repair.repaired(id, true);
        return false;
    }
    if (isMetadataDamaged && known && !known->metadata.empty())
        record.metadata = known->metadata;
    else if (isMetadataDamaged)
        fallBackToMagnet(record);
    putFacts(m_database, record, m_putFacts);
    putMetadata(record.id, record.metadata);
    repair.repaired(id, false);
    return true;
}

std::optional<TorrentRecord> TorrentStore::load(const TorrentId& id) {
    SQLite::Statement row(m_database, selectTorrents(true) + " WHERE id = ?");
    bindDigest(row, 1, id);
    if (!row.executeStep())
        return std::nullopt;
    TorrentRow found = TorrentRow::read(row);
    SQLite::Statement generations(m_database, kSelectResume);
    readResume(generations, found.place, found.record, [](int, std::string_view) {});
    return std::move(found.record);
}

std::string TorrentStore::metadata(const TorrentId& id) {
    SQLite::Statement row(m_database, "SELECT metadata.torrent FROM metadata JOIN torrent USING (place) WHERE id = ?");
    bindDigest(row, 1, id);
    return row.executeStep() ? std::string(storage::bytesOf(row.getColumn(0))) : std::string();
}

void TorrentStore::put(const TorrentRecord& record) {
    putFacts(m_database, record, m_putFacts);
    forgetFormerLife(m_database, record.id);
    putMetadata(record.id, record.metadata);
    if (!record.resumeData.empty())
        putResumeData(record.id, record.resumeData);
}

void TorrentStore::putMetadata(const TorrentId& id, std::string_view metadata) {
    SQLite::Statement statement(
        m_database, metadata.empty() ? "DELETE FROM metadata WHERE place = (SELECT place FROM torrent WHERE id = ?1)"
                                     : "INSERT OR REPLACE INTO metadata (place, torrent, checksum)"
                                       " SELECT place, ?2, ?3 FROM torrent WHERE id = ?1");
    bindDigest(statement, 1, id);
    if (!metadata.empty()) {
        bindBlob(statement, 2, metadata);
        statement.bind(3, metadataChecksum(id, metadata));
    }
    statement.exec();
}

void TorrentStore::putResumeData(const TorrentId& id, std::string_view data) {
    SQLite::Statement& last = m_lastResume.get(
        m_database, "SELECT slot, sequence FROM resume_data JOIN torrent USING (place) WHERE id = ?"
                    " ORDER BY sequence DESC LIMIT 1");
    bindDigest(last, 1, id);
    ResumeOrigin origin{m_run.runId, m_run.bootId, 1};
    int slot = 0;
    if (last.executeStep()) {
        slot = 1 - last.getColumn(0).getInt();
        origin.sequence = last.getColumn(1).getInt64() + 1;
    }
    last.reset();
    SQLite::Statement& statement = m_putResume.get(
        m_database, "INSERT OR REPLACE INTO resume_data (place, slot, sequence, run, boot_id, data, checksum)"
                    " SELECT place, ?2, ?3, ?4, ?5, ?6, ?7 FROM torrent WHERE id = ?1");
    bindDigest(statement, 1, id);
    statement.bind(2, slot);
    statement.bind(3, origin.sequence);
    statement.bind(4, origin.run);
    statement.bind(5, origin.bootId);
    bindBlob(statement, 6, data);
    statement.bind(7, resumeChecksum(id, data, origin));
    statement.exec();
    statement.reset();
}

void TorrentStore::putResume(const std::vector<ResumeRecord>& records) {
    for (const auto& record : records) {
        change(record.id, [&record](TorrentRecord& torrent) {
            torrent.uploaded = record.uploaded;
            torrent.downloaded = record.downloaded;
            torrent.completedAt = record.completedAt;
            torrent.lastActivity = record.lastActivity;
            torrent.activeSeconds = record.activeSeconds;
            torrent.seedingSeconds = record.seedingSeconds;
        });
        putResumeData(record.id, record.resumeData);
    }
}

void TorrentStore::putTimes(const std::vector<RunTimes>& times) {
    for (const auto& one : times) {
        change(one.id, [&one](TorrentRecord& torrent) {
            torrent.activeSeconds = one.activeSeconds;
            torrent.seedingSeconds = one.seedingSeconds;
        });
    }
}

void TorrentStore::change(const TorrentId& id, const std::function<void(TorrentRecord&)>& edit) {
    static const std::string sql = selectTorrents(false) + " WHERE id = ?";
    SQLite::Statement& row = m_selectFacts.get(m_database, sql);
    bindDigest(row, 1, id);
    if (!row.executeStep()) {
        row.reset();
        return;
    }
    TorrentRecord record = TorrentRow::read(row).record;
    row.reset();
    edit(record);
    putFacts(m_database, record, m_putFacts);
}

void TorrentStore::setMetadata(
    const TorrentId& id, const InfoHash& infoHash, const std::string& name, const std::string& metadata) {
    change(id, [&](TorrentRecord& record) {
        record.infoHash = infoHash;
        record.name = name;
    });
    putMetadata(id, metadata);
}

void TorrentStore::setPaused(const TorrentId& id, bool paused) {
    change(id, [paused](TorrentRecord& record) { record.paused = paused; });
}

void TorrentStore::setFilePriorities(const TorrentId& id, const std::string& priorities) {
    change(id, [&](TorrentRecord& record) { record.filePriorities = priorities; });
}

void TorrentStore::setExtraTrackers(const TorrentId& id, const std::string& urls) {
    change(id, [&](TorrentRecord& record) { record.extraTrackers = urls; });
}

void TorrentStore::setTrackers(const TorrentId& id, const std::string& trackers) {
    change(id, [&](TorrentRecord& record) {
        record.trackers = trackers;
        record.extraTrackers.clear();
    });
}

void TorrentStore::setWebSeeds(const TorrentId& id, const std::string& urls) {
    change(id, [&](TorrentRecord& record) { record.webSeeds = urls; });
}

void TorrentStore::setSavePath(const TorrentId& id, const std::string& path) {
    change(id, [&](TorrentRecord& record) { record.savePath = path; });
}

void TorrentStore::setFinalPath(const TorrentId& id, const std::string& path) {
    change(id, [&](TorrentRecord& record) { record.finalPath = path; });
}

void TorrentStore::setName(const TorrentId& id, const std::string& chosenName) {
    change(id, [&](TorrentRecord& record) { record.chosenName = chosenName; });
}

void TorrentStore::setRenamedFiles(const TorrentId& id, const std::map<int, std::string>& files) {
    change(id, [&](TorrentRecord& record) { record.renamedFiles = files; });
}

void TorrentStore::setCategory(const TorrentId& id, const std::string& category) {
    change(id, [&](TorrentRecord& record) { record.category = category; });
}

void TorrentStore::setTags(const TorrentId& id, const std::vector<std::string>& tags) {
    change(id, [&](TorrentRecord& record) { record.tags = normalizedTags(tags); });
}

void TorrentStore::setFlags(const TorrentId& id, const TorrentFlags& flags) {
    change(id, [&](TorrentRecord& record) {
        record.flags = flags;
        record.areFlagsInResumeData = false;
    });
}

void TorrentStore::setQueuePosition(const TorrentId& id, int position) {
    change(id, [position](TorrentRecord& record) { record.queuePosition = position; });
}

void TorrentStore::setLimits(const TorrentId& id, std::int64_t download, std::int64_t upload) {
    change(id, [&](TorrentRecord& record) {
        record.downloadLimit = download;
        record.uploadLimit = upload;
    });
}

void TorrentStore::forgetResume(const TorrentId& id) {
    SQLite::Statement statement(
        m_database, "DELETE FROM resume_data WHERE place = (SELECT place FROM torrent WHERE id = ?)");
    bindDigest(statement, 1, id);
    statement.exec();
}

void TorrentStore::replaceResume(const TorrentId& id, std::string_view data) {
    forgetResume(id);
    if (!data.empty())
        putResumeData(id, data);
}

void TorrentStore::remove(const TorrentId& id) {
    SQLite::Statement statement(m_database, "DELETE FROM torrent WHERE id = ?");
    bindDigest(statement, 1, id);
    statement.exec();
}

} // namespace essaim::storage
