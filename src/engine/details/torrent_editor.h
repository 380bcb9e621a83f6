// What the user changes in the details, carried out. Private to the engine.
#pragma once

#include "engine/details/torrent_edits.h"
#include "engine/torrent_commands.h"
#include "engine/unsaved.h"

#include <functional>
#include <map>
#include <set>
#include <utility>

namespace essaim::engine {

/// Engine thread. As with TorrentCommands: the store first, then libtorrent.
class TorrentEditor {
public:
    TorrentEditor(EngineContext& context, TorrentCommands& commands)
        : m_context(context)
        , m_commands(commands) {}

    /// Who ends connections of a torrent with such addresses; set once.
    void setDoorkeeper(std::function<void(const TorrentId&, std::set<IpAddress>)> turnAway) {
        m_turnAway = std::move(turnAway);
    }

    /// Unknown torrents are left out.
    void apply(const QList<TorrentId>& ids, const TorrentEdit& edit);

private:
    void apply(TorrentEntry& entry, const SetTrackers& edit);
    void apply(TorrentEntry& entry, const AddTrackers& edit);
    void apply(TorrentEntry& entry, const RemoveTrackers& edit);
    void apply(TorrentEntry& entry, const RefreshTrackers& edit);
    void apply(TorrentEntry& entry, const RestoreTrackers& edit);
    void apply(TorrentEntry& entry, const AskTracker& edit);
    void apply(TorrentEntry& entry, const SetWebSeeds& edit);
    void apply(TorrentEntry& entry, const AddPeers& edit);
    void apply(TorrentEntry& entry, const RenameFiles& edit);
    void apply(TorrentEntry& entry, const SetOptions& edit);
    void apply(TorrentEntry& entry, const SetFinalFolder& edit);
    void apply(TorrentEntry& entry, const TurnAway& edit);
    void moveInQueue(const QList<TorrentId>& ids, QueueStep step);
    void saveQueue();
    void saveTrackers(TorrentEntry& entry, const QList<QStringList>& tiers);
    /// Those that were asked for last, saved or not. libtorrent must have the torrent.
    [[nodiscard]] QList<QStringList> trackersOf(const TorrentEntry& entry) const;
    /// False, and the user is told: libtorrent has not got the torrent at present, so that nobody knows its list.
    [[nodiscard]] bool canBeRead(const TorrentEntry& entry);

    EngineContext& m_context;
    TorrentCommands& m_commands;
    std::function<void(const TorrentId&, std::set<IpAddress>)> m_turnAway;
    /// By deed: the trackers of each torrent before some were removed.
    std::map<quint64, std::map<TorrentId, QList<QStringList>>> m_removed;
    Unsaved<QList<QStringList>> m_unsavedTrackers;
    struct Options {
        storage::TorrentFlags flags;
        qint64 downloadLimit = 0;
        qint64 uploadLimit = 0;
    };
    Unsaved<Options> m_unsavedOptions;
};

} // namespace essaim::engine
