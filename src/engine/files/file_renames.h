// Giving files of a torrent other names on the disk. Private to the engine.
#pragma once

#include "engine/engine_context.h"
#include "storage/rename_store.h"

#include <libtorrent/fwd.hpp>

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace essaim::engine {

/// From now on the entry says that the file lies under this path, relative to the save path. Engine thread.
void setPath(TorrentEntry& entry, int number, const std::string& path);

/// Engine thread. What is to be renamed is written down first, then libtorrent renames, then the row of the torrent
/// gets the names, and once the folders are synced the note goes. What a killed run left is settled at the start,
/// before libtorrent gets the torrent: the names on the disk tell how far it came.
class FileRenames : public QObject {
    Q_OBJECT
public:
    explicit FileRenames(EngineContext& context);

    /// New paths below the save path, by file index. Refused, with a problem(): names that are no names, names that
    /// another file of this or another torrent has, and whatever is on the disk already.
    void rename(TorrentEntry& entry, const std::map<int, QString>& paths);

    /// What became of files, by file index. Those that are in none of these could not be renamed now: the drive is
    /// away, the store cannot be written, or the torrent is on its way.
    struct Outcome {
        std::set<int> renamed;
        std::set<int> refused; ///< something has the name already, or libtorrent cannot give it
        std::set<int> absent;  ///< there is no file to be renamed
    };
    /// What the program wants by itself, without a word: names of files that are there, by file index. `done` follows
    /// unless the torrent is removed. Only for a torrent that canRename() and is not busy.
    void renameWhereFree(
        TorrentEntry& entry, const std::map<int, std::string>& names, std::function<void(const Outcome&)> done);
    /// libtorrent has the torrent, and nothing is going on that relies on the names.
    [[nodiscard]] bool canRename(const TorrentEntry& entry) const;
    /// Some file of it is being renamed.
    [[nodiscard]] bool isBusy(const TorrentId& id) const;
    /// As soon as some rename is over.
    void afterwards(std::function<void()> then) { m_later.push_back(std::move(then)); }

    // What libtorrent answered.
    void onRenamed(TorrentEntry& entry, int number, const std::string& to);
    void onFailed(const TorrentEntry& entry, int number, const lt::error_code& error);

    /// At the start, before the torrents come back: what the last run noted.
    void setKnown(const std::vector<storage::RenameRecord>& renames);
    /// Keeps a torrent that comes back out of libtorrent until it is known under which names its files lie.
    void adopt(TorrentEntry& entry);
    /// Finds out under which names files lie that were being renamed, of a torrent that is not in libtorrent, and
    /// writes that into its rows. `done` follows in any case.
    void settle(const TorrentId& id, std::function<void()> done);

private:
    using Records = std::vector<storage::RenameRecord>;
    using Paths = std::map<int, QString>;
    /// Files that are renamed together, without a word.
    struct Batch {
        std::size_t left = 0;
        Outcome outcome;
        std::function<void(const Outcome&)> done;
    };
    struct UnderWay {
        storage::RenameRecord record;
        std::shared_ptr<Batch> batch; ///< null: the user asked for it, and hears of failures
    };

    [[nodiscard]] Records underWay(const TorrentId& id, const Paths& paths) const;
    void renameLater(const TorrentId& id, const Paths& paths);
    void askLibrary(const TorrentId& id, const Records& renames);
    void askWhereFree(const std::string& savePath, const Records& renames);
    [[nodiscard]] Records refuseTaken(const Records& renames, const std::set<int>& taken);
    /// Adds them to one of the sets of what their batch has come to, if they are of one.
    void note(const Records& renames, std::set<int> Outcome::* what);
    /// Nothing has happened on the disk, or nothing more will.
    void giveUp(const Records& renames);
    void end(const Records& renames);
    void commit();
    void tidy(const Records& renames);
    void settleParked(const TorrentId& id);
    void saveSettled(const TorrentId& id, std::map<int, std::string> paths, std::function<void()> done);

    EngineContext& m_context;
    std::set<TorrentId> m_known;                              ///< the last run left something
    std::set<TorrentId> m_settling;                           ///< parked, and being looked at
    std::map<std::pair<TorrentId, int>, UnderWay> m_underWay; ///< until nothing is left to do
    std::vector<std::function<void()>> m_later;               ///< wait for one that is under way
    Records m_renamed;                                        ///< on the disk, for commit()
};

} // namespace essaim::engine
