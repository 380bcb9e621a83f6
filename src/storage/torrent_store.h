// The list of torrents and what is needed to bring each back after a restart.
#pragma once

#include "storage/run_record.h"
#include "storage/torrent_record.h"
#include "storage/torrent_rows.h"

#include <SQLiteCpp/Database.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace essaim::storage {

/// Where the rows that are damaged are known from besides. Called inside the unit of work.
struct RowRepair {
    /// The torrent of this id with facts and metadata as they should be; nothing if it is not known elsewhere.
    std::function<std::optional<TorrentRecord>(const TorrentId&)> find = [](const TorrentId&) { return std::nullopt; };
    /// Each damaged row, after it was dealt with. `isLost`: it is in the quarantine only.
    std::function<void(const TorrentId&, bool isLost)> repaired = [](const TorrentId&, bool) {};
};

/// Statements on essaim.db. Construct it inside a unit of work of the DatabaseThread, and no earlier: what it has
/// compiled goes with it. Throws SQLite::Exception, which DatabaseThread turns into an Error.
class TorrentStore {
public:
    /// `run` is written down with the resume data that is saved.
    explicit TorrentStore(SQLite::Database& database, RunStart run = {})
        : m_database(database)
        , m_run(std::move(run)) {}

    /// In the order in which they were added, without those that the user removed. What is damaged goes to the
    /// quarantine and is replaced by what `repair` knows, or by what is left of it: resume data by the generation
    /// before.
    [[nodiscard]] std::vector<TorrentRecord> loadAll(const RowRepair& repair = {});
    /// One torrent, whether it is in the list or was removed a while ago.
    [[nodiscard]] std::optional<TorrentRecord> load(const TorrentId& id);
    /// The whole .torrent of one torrent; empty if it is unknown or a magnet without metadata.
    [[nodiscard]] std::string metadata(const TorrentId& id);
    /// Adds the torrent or replaces its row.
    void put(const TorrentRecord& record);

    // Unknown torrents are ignored (removed meanwhile).
    void putResume(const std::vector<ResumeRecord>& records);
    void putTimes(const std::vector<RunTimes>& times);
    void setPaused(const TorrentId& id, bool paused);
    void
    setMetadata(const TorrentId& id, const InfoHash& infoHash, const std::string& name, const std::string& metadata);
    void setFilePriorities(const TorrentId& id, const std::string& priorities);
    void setExtraTrackers(const TorrentId& id, const std::string& urls);
    /// As TorrentRecord::trackers; what was added to the torrent's own is part of them, or gone.
    void setTrackers(const TorrentId& id, const std::string& trackers);
    void setWebSeeds(const TorrentId& id, const std::string& urls);
    void setSavePath(const TorrentId& id, const std::string& path);
    /// As TorrentRecord::finalPath.
    void setFinalPath(const TorrentId& id, const std::string& path);
    /// Shown instead of the torrent's own name; empty = its own again.
    void setName(const TorrentId& id, const std::string& chosenName);
    void setRenamedFiles(const TorrentId& id, const std::map<int, std::string>& files);
    void setCategory(const TorrentId& id, const std::string& category);
    /// As normalizedTags() makes them.
    void setTags(const TorrentId& id, const std::vector<std::string>& tags);
    void setFlags(const TorrentId& id, const TorrentFlags& flags);
    void setQueuePosition(const TorrentId& id, int position);
    void setLimits(const TorrentId& id, std::int64_t download, std::int64_t upload);
    /// The files are to be checked at the next start.
    void forgetResume(const TorrentId& id);
    /// Nothing is left of what was saved before; empty `data` is the same as forgetResume().
    void replaceResume(const TorrentId& id, std::string_view data);
    void remove(const TorrentId& id);
    /// The run that was given to the constructor ends in order.
    void endRun() { storage::endRun(m_database, m_run.runId); }

private:
    /// False: nothing is left of the row that could be in the list.
    [[nodiscard]] bool mend(TorrentRow& row, const RowRepair& repair);
    /// Reads the facts, changes them, writes them with their new checksum.
    void change(const TorrentId& id, const std::function<void(TorrentRecord&)>& edit);
    void putMetadata(const TorrentId& id, std::string_view metadata);
    void putResumeData(const TorrentId& id, std::string_view data);

    SQLite::Database& m_database;
    RunStart m_run;
    Prepared m_selectFacts;
    Prepared m_putFacts;
    Prepared m_lastResume;
    Prepared m_putResume;
};

} // namespace essaim::storage
