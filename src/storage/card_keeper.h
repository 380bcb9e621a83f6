// Keeps the files of meta/ as the database is, and mends the database from them.
#pragma once

#include "storage/run_record.h"
#include "storage/torrent_files.h"
#include "storage/torrent_rows.h"

#include <SQLiteCpp/Database.h>

#include <map>
#include <set>
#include <vector>

namespace essaim::storage {

/// What had to be mended when the list was opened.
struct StoreReport {
    int rebuilt = 0;                  ///< torrents that were in the files of meta/ only
    int mended = 0;                   ///< rows that were damaged
    int lost = 0;                     ///< rows that nothing could be made of; they are in the quarantine
    std::filesystem::path movedAside; ///< where the damaged database went; empty = it was not damaged
    bool isReplaced = false;          ///< it was not damaged, but of a newer version
    bool operator==(const StoreReport&) const = default;
};

/// Lives on the thread of the database. Sees by itself which rows of torrents a transaction changes, whoever changes
/// them: before the commit it reads them, after the commit it writes their files, and only then the commit is reported.
/// Files that cannot be written wait for the next commit; the database has everything.
class CardKeeper {
public:
    explicit CardKeeper(std::filesystem::path folder)
        : m_files(std::move(folder)) {}

    /// Once, before anything else. The connection must not outlive the keeper.
    void watch(SQLite::Database& database);
    /// Every torrent of the list, mended; what is only in the files is in the list again. Inside a unit of work.
    [[nodiscard]] std::vector<TorrentRecord>
    loadAll(SQLite::Database& database, const RunStart& run, StoreReport& report);

    /// Instead of loadAll(), where nothing can be written: the list as it is in the database, and the files as they
    /// are.
    [[nodiscard]] std::vector<TorrentRecord> loadOnly(SQLite::Database& database);

    void beforeCommit(SQLite::Database& database);
    void rolledBack();
    /// Errors: the first file that could not be written or removed.
    [[nodiscard]] Expected<void> committed();

private:
    /// What the files say about a torrent.
    struct Known {
        TorrentId id;
        std::uint32_t facts = 0;                       ///< checksum of the facts in the card
        std::optional<std::uint32_t> metadataChecksum; ///< of the .torrent
    };
    struct Change {
        std::int64_t place = 0;
        Known known;
        std::optional<TorrentCard> card;     ///< nothing: both files go
        std::optional<std::string> metadata; ///< to be written
    };
    /// Statements that read a row.
    struct Readers {
        Prepared withMetadata;
        Prepared withoutMetadata;
    };
    void stage(SQLite::Database& database, std::int64_t place, Readers& readers);
    [[nodiscard]] Expected<void> carryOut(const Change& change);
    void addOrphans(SQLite::Database& database, std::vector<TorrentRecord>& records, StoreReport& report);
    static void onRow(void* keeper, int, const char*, const char* table, long long place);

    TorrentFiles m_files;
    std::map<std::int64_t, Known> m_known; ///< by place of the row
    std::set<std::int64_t> m_touched;      ///< places, in the transaction that is open
    std::set<std::int64_t> m_newMetadata;
    std::vector<Change> m_staged; ///< of the transaction that is open, and what could not be written before
    std::size_t m_committed = 0;  ///< the first of m_staged so many are committed
};

} // namespace essaim::storage
