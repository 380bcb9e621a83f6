// What the user asks of torrents, carried out. Private to the engine.
#pragma once

#include "engine/engine_context.h"
#include "engine/files/targets.h"
#include "engine/peer_resolver.h"
#include "engine/torrent_params.h"
#include "engine/unsaved.h"

#include <libtorrent/add_torrent_params.hpp>

#include <deque>

namespace essaim::engine {
struct PreparedTorrent;

class MoveQueue;
class SaveRoots;

/// Engine thread. Whatever must survive is committed to the store first; libtorrent and the window follow.
class TorrentCommands {
public:
    TorrentCommands(EngineContext& context, Targets& targets)
        : m_context(context)
        , m_targets(targets) {
        m_context.parking.setAdder(
            [this](const TorrentId& id, lt::add_torrent_params params) { startAdding(id, std::move(params)); });
        m_context.checks.setAdder(
            [this](const TorrentId& id, lt::add_torrent_params params) { startAdding(id, std::move(params)); });
    }
    /// Both outlive the commands' use.
    void setPlaces(MoveQueue& moves, SaveRoots& roots) {
        m_moves = &moves;
        m_roots = &roots;
    }

    void add(const AddTorrentRequest& request);
    /// Brings one torrent of the store back. A row that cannot be used stays in the list, with its error.
    /// `durable`: the pieces that are known to have reached the disk; null = not known.
    void restore(storage::TorrentRecord record, const storage::DurableRecord* durable = nullptr);
    /// Gives libtorrent some of the torrents that were restored. False: it has been given all of them.
    [[nodiscard]] bool addRestored();
    /// With what prepareStored() made of `record`.
    void restore(
        const storage::TorrentRecord& record, Expected<PreparedTorrent>&& prepared,
        const storage::DurableRecord* durable);
    void pause(const QList<TorrentId>& ids);
    void resume(const QList<TorrentId>& ids);
    void remove(const QList<TorrentId>& ids, FilesFate files, bool takesUnknown = false);
    void recheck(const QList<TorrentId>& ids);
    void reannounce(const QList<TorrentId>& ids);
    void setFilePriorities(const TorrentId& id, const QList<int>& priorities);
    /// By file; the others keep theirs.
    void changeFilePriorities(const TorrentId& id, const QMap<int, int>& changes);
    void setCategory(const QList<TorrentId>& ids, const QString& category);
    void setTags(const QList<TorrentId>& ids, const QStringList& tags);
    void setName(const TorrentId& id, const QString& name);
    void addTrackers(const TorrentId& id, const QStringList& urls);
    void connectPeer(const TorrentId& id, const QString& hostAndPort);

    // Answers of libtorrent.
    void onAdded(TorrentEntry& entry, const lt::torrent_handle& handle);
    void onAddFailed(TorrentEntry& entry, const Error& error);
    /// After a batch of answers: those that were added are listed, and then whoever asked hears of it.
    void tellOutcomes();
    /// It is paused, and everything that was received is written.
    void onResting(TorrentEntry& entry);
    /// Its resume data has come, or there is nothing new.
    void onResumeAnswered(TorrentEntry& entry);

private:
    void saveFilePriorities(TorrentEntry& entry, const std::string& bytes);
    void save(const AddTorrentRequest& request, PreparedTorrent prepared, std::vector<storage::FileOwnerRecord> owners);
    void giveUp(const AddTorrentRequest& request, const TorrentId& id, const Error& error);
    void startAdding(const TorrentId& id, lt::add_torrent_params params);
    void bringUpToDate(const TorrentEntry& entry, lt::add_torrent_params& params) const;
    void noteRestored(TorrentEntry& entry);
    void fail(const AddTorrentRequest& request, const TorrentId& id, const QString& name, const Error& error);
    void setPaused(TorrentEntry& entry, bool isPaused);
    /// The known ones among `ids`.
    [[nodiscard]] std::vector<TorrentId> listed(const QList<TorrentId>& ids);
    /// Changes records that the store has changed already, and shows it; a failure to save changes nothing.
    TorrentRepository::Done whenSaved(const std::vector<TorrentId>& ids, std::function<void(TorrentEntry&)> edit);
    void letGo(TorrentEntry& entry);
    void leave(const TorrentId& id);
    void carryOutRemoval(TorrentId id); // a copy: the id may lie in what goes away

    EngineContext& m_context;
    MoveQueue* m_moves = nullptr;
    SaveRoots* m_roots = nullptr;
    Targets& m_targets;
    PeerResolver m_resolver;
    std::deque<std::pair<TorrentId, lt::add_torrent_params>> m_restored; ///< for addRestored()
    Unsaved<std::string> m_unsavedPriorities;                            ///< as in TorrentRecord
    std::vector<AddTorrentOutcome> m_outcomes; ///< of torrents that were added, until tellOutcomes()
};

/// Calls `function(TorrentEntry&)` for each torrent that libtorrent has; a handle that went stale meanwhile is skipped.
template <typename Function>
void withEach(EngineContext& context, const QList<TorrentId>& ids, Function&& function) {
    for (const TorrentId& id : ids) {
        TorrentEntry* entry = context.torrents.find(id);
        if (entry == nullptr || entry->removal)
            continue;
        entry->isAsStored = false;
        try {
            function(*entry);
        } catch (const lt::system_error&) {
            // libtorrent has dropped it; the removal's alert is on its way.
        }
        context.publisher.touch(*entry);
    }
}

} // namespace essaim::engine
