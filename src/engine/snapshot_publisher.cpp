#include "engine/snapshot_publisher.h"

#include "engine/snapshot_maker.h"

namespace essaim::engine {

void SnapshotPublisher::publish() {
    QList<TorrentSnapshot> batch;
    for (const TorrentId& id : std::exchange(m_touched, {})) {
        TorrentEntry* entry = m_torrents.find(id);
        // A torrent whose outcome is still open is not in the list yet.
        if (entry == nullptr || entry->requestId || entry->removal)
            continue;
        TorrentSnapshot snapshot = makeSnapshot(*entry);
        if (entry->published == snapshot)
            continue;
        entry->published = snapshot;
        batch.append(std::move(snapshot));
    }
    if (!batch.isEmpty())
        Q_EMIT m_events.torrentsChanged(batch);
}

} // namespace essaim::engine
