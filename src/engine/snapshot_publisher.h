// Gathers changed torrents and sends them to the window as one batch. Private to the engine.
#pragma once

#include "engine/session_events.h"
#include "engine/torrent_list.h"

#include <cstdint>
#include <set>

namespace essaim::engine {

/// Engine thread.
class SnapshotPublisher {
public:
    SnapshotPublisher(SessionEvents& events, TorrentList& torrents)
        : m_events(events)
        , m_torrents(torrents) {}

    /// Something about this torrent may have changed: it is part of the next batch.
    void touch(const TorrentEntry& entry) {
        m_touched.insert(entry.record.id);
        ++m_touches;
    }
    /// Grows with every touch: as long as it stays the same, nothing has happened to any torrent.
    [[nodiscard]] std::uint64_t touches() const { return m_touches; }
    void forget(const TorrentId& id) { m_touched.erase(id); }
    /// Sends what differs from what was sent last.
    void publish();

private:
    SessionEvents& m_events;
    TorrentList& m_torrents;
    std::set<TorrentId> m_touched;
    std::uint64_t m_touches = 0;
};

} // namespace essaim::engine
