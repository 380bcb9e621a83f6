// Finding files that no torrent has, taking them to the bin and back. Private to the engine.
#pragma once

#include "engine/engine_context.h"
#include "engine/files/unlisted_scan.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace essaim::engine {
class MoveQueue;

/// Engine thread; disks are waited for elsewhere. Nothing is taken away but what was named and is still nobody's.
class UnlistedSearch : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    UnlistedSearch(EngineContext& context, const MoveQueue& moves);
    ~UnlistedSearch() override;

    /// SessionEvents::unlistedFound() follows, and unlistedProgress() until then. A later search ends an earlier one.
    void find(quint64 requestId, const QStringList& folders);
    void cancel();
    /// SessionEvents::unlistedMoved() follows.
    void discard(quint64 requestId, const QStringList& paths);
    /// From the bin to where they were; SessionEvents::unlistedMoved() follows.
    void putBack(quint64 requestId, const QList<std::pair<QString, QString>>& discarded);

private:
    /// What is being read from the store, torrent after torrent.
    struct Collection {
        QList<TorrentId> listed;
        std::vector<storage::RemovedRecord> removed;
        std::vector<TorrentPlaces> places;
        std::function<void(std::optional<Error>)> done;
    };
    /// `work` gets what torrents have, or why that cannot be known, on another thread; `done` what it makes of it.
    template <typename Work, typename Done>
    void withOwned(Work work, Done done);
    void collectListed(const std::shared_ptr<Collection>& collection);
    void collectRemoved(const std::shared_ptr<Collection>& collection);
    [[nodiscard]] bool isAnyOnItsWay() const;

    EngineContext& m_context;
    const MoveQueue& m_moves;
    std::shared_ptr<ScanControl> m_control; ///< of the search under way
    quint64 m_search = 0;                   ///< its number
    QTimer m_progress{this};
};

} // namespace essaim::engine
