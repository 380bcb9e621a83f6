#include "storage/salvage.h"

#include "storage/columns.h"
#include "storage/migrator.h"
#include "storage/readable_rows.h"
#include "storage/removed_store.h"
#include "storage/torrent_files.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <set>
#include <vector>

namespace essaim::storage {

namespace {

/// The name of the column was damaged: without checksums the rows would pass for those of a version that had none.
void doubtRows(SQLite::Database& list, SQLite::Database& source, const char* table) {
    if (Migrator::version(source) == Migrator::version(list))
        list.exec(fmt::format("UPDATE {} SET checksum = -2", table));
}

void removeThoseWithoutCard(SQLite::Database& list, const std::filesystem::path& cards, std::int64_t now) {
    const auto listed = TorrentFiles(cards).list();
    if (listed.empty()) // they are lost, too
        return;
    const std::set<TorrentId> withCard(listed.begin(), listed.end());
    std::vector<TorrentId> removed;
    SQLite::Statement rows(list, "SELECT id FROM torrent WHERE place NOT IN (SELECT place FROM removed)");
    while (rows.executeStep()) {
        if (const auto id = digestOf<20>(rows.getColumn(0)); id && !withCard.contains(*id))
            removed.push_back(*id);
    }
    for (const TorrentId& id : removed)
        RemovedStore(list).put(id, now, RemovedFiles::Kept);
}

} // namespace

Salvage salvage(
    SQLite::Database& list, const std::filesystem::path& damaged, const std::filesystem::path& cards,
    std::int64_t now) {
    Salvage result;
    const auto source = openDamaged(damaged);
    if (!source) {
        result.isWhole = false;
        return result;
    }
    auto copies = copyReadable(list, *source);
    for (const char* table : {"torrent", "metadata"}) {
        if (copies[table].missing.contains("checksum"))
            doubtRows(list, *source, table);
    }
    result.torrents = copies["torrent"].rows;
    result.isWhole = copies["torrent"].isWhole;
    if (!copies["removed"].isWhole)
        removeThoseWithoutCard(list, cards, now);
    return result;
}

} // namespace essaim::storage
