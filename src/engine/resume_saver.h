// Saves what each torrent has, so that a restart continues where the last session ended. Private to the engine.
#pragma once

#include "engine/torrent_list.h"
#include "engine/torrent_repository.h"

#include <libtorrent/add_torrent_params.hpp>

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace essaim::engine {

/// Resume data in the form of the store. Hash trees are left out: the library of Debian 12 reads them back wrong, and
/// peers send them again.
[[nodiscard]] std::string encodeResume(lt::add_torrent_params params);

/// Engine thread. libtorrent is asked, answers by alert, and one transaction takes what one batch of alerts brought.
class ResumeSaver {
public:
    ResumeSaver(TorrentList& torrents, TorrentRepository& repository)
        : m_torrents(torrents)
        , m_repository(repository) {}

    /// Claims of torrents whose drive has gone are not saved; `isThere` says so of a folder. Set once.
    void setDriveTest(std::function<bool(const std::string& folder)> isThere) { m_isThere = std::move(isThere); }

    /// What the store is given of one torrent.
    [[nodiscard]] static storage::ResumeRecord
    recordOf(const TorrentEntry& entry, const lt::add_torrent_params& params);

    /// Whether the store has all there is to know of a torrent, until something happens to it. `params`: what
    /// libtorrent is given of it.
    [[nodiscard]] static bool
    isWhole(const storage::TorrentRecord& record, const lt::add_torrent_params& params, bool isDurable);
    /// Takes note of what libtorrent says about a torrent that is as stored.
    static void look(TorrentEntry& entry, const lt::torrent_status& status);

    /// Asks for the data of one torrent if it changed since the last time.
    void save(TorrentEntry& entry);
    /// The same, but for a torrent that is as stored: libtorrent says of each complete one that it has changed when it
    /// is started.
    void saveIfNew(TorrentEntry& entry);
    /// All of it, for CheckQueue, which gets the answer.
    void saveForCheck(TorrentEntry& entry);
    /// The same for every torrent whose status says so. Once a minute is enough: a crash costs what came since.
    void saveChanged();
    /// How long torrents that are as stored have run; `statuses` of any. A crash costs what came since the last time.
    void saveTimes(const std::vector<lt::torrent_status>& statuses, const std::function<void(const Error&)>& onError);
    /// The same for every torrent but `others`, and closes the files.
    void saveAll(const std::set<TorrentId>& others);

    // From the alerts.
    void onData(TorrentEntry* entry, const lt::add_torrent_params& params);
    void onFailure();
    /// True if files were closed for our sake.
    [[nodiscard]] bool onFlushed(TorrentEntry& entry);
    /// Of saveForCheck().
    void onAnswerForCheck() { --m_pending; }
    /// Commits what came since the last call. A failure goes to `onError`.
    void commit(const std::function<void(const Error&)>& onError);

    /// True once every answer has come and was handed to the store.
    [[nodiscard]] bool isIdle() const { return m_pending == 0 && m_batch.empty() && m_held.empty(); }

private:
    void request(TorrentEntry& entry, lt::resume_data_flags_t flags);
    void ask(TorrentEntry& entry, lt::resume_data_flags_t flags);
    void hold(TorrentEntry& entry, storage::ResumeRecord record);

    /// What may claim more than the disk has: pieces in a part file, of which libtorrent keeps in memory where they lie
    /// in there until files are closed; and all pieces of a download that has just ended, which libtorrent claims as
    /// soon as the last hash is right, whether its blocks are written or not.
    struct Held {
        lt::torrent_handle handle;
        std::optional<storage::ResumeRecord> record; ///< nothing: a later answer was saved meanwhile
        int flushes = 0;                             ///< asked for and not answered
        bool isOfEnd = false;                        ///< once they are answered, the last pieces are written
    };

    TorrentList& m_torrents;
    TorrentRepository& m_repository;
    std::function<bool(const std::string&)> m_isThere = [](const std::string&) { return true; };
    std::vector<storage::ResumeRecord> m_batch;
    std::map<TorrentId, Held> m_held;
    int m_pending = 0; ///< requests without an answer
};

} // namespace essaim::engine
