// Torrents that move to another folder when they are complete. Private to the engine.
#pragma once

#include "engine/engine_context.h"

#include <QObject>

#include <set>

namespace essaim::engine {
class MoveQueue;

/// Has the move made once a torrent with TorrentRecord::finalPath is complete, after a restart too. Whatever move of
/// the torrent is done, its wish is fulfilled or overruled. Engine thread.
class FinalFolder : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    FinalFolder(EngineContext& context, MoveQueue& moves);

private:
    void moveIfComplete(const QList<TorrentId>& ids);
    void forget(const TorrentId& id);

    EngineContext& m_context;
    MoveQueue& m_moves;
    std::set<qint64> m_cancelled; ///< moves that were taken note of
};

/// Saves the wish; empty = none.
void setFinalFolder(EngineContext& context, const TorrentId& id, const std::string& folder);

} // namespace essaim::engine
