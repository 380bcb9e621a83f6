// Torrents of which nobody knows what a power cut, or a drive that was pulled out, left of them: kept out of libtorrent
// until their files are read. Private to the engine.
#pragma once

#include "engine/engine_context.h"

#include <deque>
#include <set>

namespace essaim::engine {

/// Engine thread; files are read elsewhere, those of a few torrents at a time.
class Doubts : public QObject {
    Q_OBJECT
public:
    explicit Doubts(EngineContext& context);

    /// Keeps the torrent out if its resume data was written by a run that a power cut may have ended, and claims pieces
    /// that are not known to have reached the disk; or if pieces of it should lie in a part file. `durable`: null = not
    /// known.
    void adopt(TorrentEntry& entry, const storage::TorrentRecord& row, const storage::DurableRecord* durable);
    /// Nothing else keeps the torrent out any more: its turn comes.
    void settle(const TorrentId& id);

private:
    struct Answer;

    void next();
    void read(storage::TorrentRecord row);
    void onRead(const TorrentId& id, const Answer& answer);
    void end(const TorrentId& id);

    EngineContext& m_context;
    std::deque<TorrentId> m_queue;
    std::set<TorrentId> m_reading;
    std::set<TorrentId> m_partFilesOnly; ///< at the start: of these nothing else is in question
};

} // namespace essaim::engine
