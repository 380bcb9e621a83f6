#include "storage/restore.h"

#include "storage/columns.h"
#include "storage/removed_store.h"
#include "storage/torrent_facts.h"
#include "storage/torrent_rows.h"
#include "storage/torrent_store.h"

#include <algorithm>
#include <map>
#include <utility>

namespace essaim::storage {

namespace {

/// Facts of all torrents that are in a list, without those that were removed from it.
struct List {
    std::vector<TorrentRecord> torrents; ///< in the order in which they were added
    int unreadable = 0;
};

List readList(SQLite::Database& database) {
    List list;
    SQLite::Statement rows(
        database,
        selectTorrents(false) + " WHERE torrent.place NOT IN (SELECT place FROM removed) ORDER BY torrent.place");
    while (rows.executeStep()) {
        TorrentRow row = TorrentRow::read(rows);
        if (row.damage().empty())
            list.torrents.push_back(std::move(row.record));
        else
            ++list.unreadable;
    }
    return list;
}

/// `now` with what the user had chosen `then`.
TorrentRecord withChoices(TorrentRecord now, const TorrentRecord& then) {
    now.chosenName = then.chosenName;
    now.extraTrackers = then.extraTrackers;
    now.trackers = then.trackers;
    now.webSeeds = then.webSeeds;
    now.finalPath = then.finalPath;
    now.filePriorities = then.filePriorities;
    now.category = then.category;
    now.tags = then.tags;
    if (!then.areFlagsInResumeData) {
        now.flags = then.flags;
        now.areFlagsInResumeData = false;
    }
    now.downloadLimit = then.downloadLimit;
    now.uploadLimit = then.uploadLimit;
    now.paused = then.paused;
    return now;
}

/// Empty if there is none, or only a damaged one.
std::string metadataOf(SQLite::Database& backup, const TorrentId& id) {
    SQLite::Statement row(backup, selectTorrents(true) + " WHERE id = ?");
    bindDigest(row, 1, id);
    if (!row.executeStep())
        return {};
    TorrentRow found = TorrentRow::read(row);
    return found.isMetadataDamaged() ? std::string() : std::move(found.record.metadata);
}

struct Comparison {
    RestorePlan plan;
    std::vector<TorrentRecord> returning;
    std::vector<TorrentRecord> changed; ///< as they are to be
};

const std::string& shownName(const TorrentRecord& record) {
    return record.chosenName.empty() ? record.name : record.chosenName;
}

Comparison compare(SQLite::Database& list, SQLite::Database& backup) {
    Comparison result;
    std::map<TorrentId, TorrentRecord> now;
    std::vector<TorrentId> order;
    for (TorrentRecord& record : readList(list).torrents) {
        order.push_back(record.id);
        now.emplace(record.id, std::move(record));
    }
    List then = readList(backup);
    result.plan.unreadable = then.unreadable;
    for (TorrentRecord& record : then.torrents) {
        const auto found = now.find(record.id);
        const RestoreEntry entry{record.id, shownName(record)};
        if (found == now.end()) {
            result.plan.returning.push_back(entry);
            result.returning.push_back(std::move(record));
            continue;
        }
        TorrentRecord wanted = withChoices(found->second, record);
        if (factsOf(wanted) == factsOf(found->second)) {
            ++result.plan.unchanged;
        } else {
            result.plan.changed.push_back(entry);
            result.changed.push_back(std::move(wanted));
        }
        now.erase(found);
    }
    for (const TorrentId& id : order) {
        if (const auto left = now.find(id); left != now.end())
            result.plan.newer.push_back({id, shownName(left->second)});
    }
    return result;
}

} // namespace

RestorePlan planRestore(SQLite::Database& list, SQLite::Database& backup) {
    return compare(list, backup).plan;
}

RestorePlan applyRestore(SQLite::Database& list, SQLite::Database& backup, bool exactly, std::int64_t now) {
    Comparison comparison = compare(list, backup);
    TorrentStore store(list);
    for (TorrentRecord& record : comparison.returning) {
        record.metadata = metadataOf(backup, record.id);
        if (record.metadata.empty())
            fallBackToMagnet(record);
        store.put(record);
    }
    for (const TorrentRecord& record : comparison.changed)
        putFacts(list, record);
    if (exactly) {
        for (const RestoreEntry& entry : comparison.plan.newer)
            RemovedStore(list).put(entry.id, now, RemovedFiles::Kept);
    }
    return std::move(comparison.plan);
}

void takeMetadata(SQLite::Database& list, SQLite::Database& backup, std::vector<TorrentRecord>& torrents) {
    SQLite::Statement rows(backup, selectTorrents(true) + " WHERE id = ?");
    for (TorrentRecord& record : torrents) {
        if (!record.metadata.empty())
            continue;
        rows.reset();
        bindDigest(rows, 1, record.id);
        if (!rows.executeStep())
            continue;
        TorrentRow then = TorrentRow::read(rows);
        if (then.record.metadata.empty() || then.isMetadataDamaged())
            continue;
        record.metadata = std::move(then.record.metadata);
        record.source = std::move(then.record.source);
        putFacts(list, record);
        TorrentStore(list).setMetadata(record.id, record.infoHash, record.name, record.metadata);
    }
}

void takeStatistics(SQLite::Database& list, SQLite::Database& backup, std::vector<TorrentRecord>& torrents) {
    std::map<TorrentId, TorrentRecord> then;
    for (TorrentRecord& record : readList(backup).torrents)
        then.emplace(record.id, std::move(record));
    for (TorrentRecord& record : torrents) {
        const auto found = then.find(record.id);
        if (found == then.end())
            continue;
        bool isBetter = false;
        for (const auto member :
             {&TorrentRecord::uploaded, &TorrentRecord::downloaded, &TorrentRecord::completedAt,
              &TorrentRecord::lastActivity, &TorrentRecord::activeSeconds, &TorrentRecord::seedingSeconds}) {
            isBetter = isBetter || record.*member < found->second.*member;
            record.*member = std::max(record.*member, found->second.*member);
        }
        if (isBetter)
            putFacts(list, record);
    }
}

} // namespace essaim::storage
