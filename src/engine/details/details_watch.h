// Follows the one torrent whose details are on the screen. Private to the engine.
#pragma once

#include "engine/details/details_snapshot.h"
#include "engine/engine_context.h"

#include <QTimer>

#include <map>
#include <optional>

namespace essaim::engine {

/// Engine thread. Asks libtorrent once a second, about one torrent, for the part that is shown; tells what changed.
class DetailsWatch : public QObject {
    Q_OBJECT
public:
    explicit DetailsWatch(EngineContext& context);

    /// Nothing = look away.
    void watch(const std::optional<TorrentId>& id, DetailsPart part);
    /// The user changed this torrent: if it is watched, he shall see it at once.
    void hurry(const TorrentId& id);

private:
    void look();
    [[nodiscard]] DetailsPointer read(const TorrentEntry& entry);
    void readPart(const TorrentEntry& entry, DetailsSnapshot& snapshot);
    [[nodiscard]] ContentDetails content(const struct DetailsSource& source);
    void askStore(const TorrentEntry& entry);

    EngineContext& m_context;
    QTimer m_timer;
    std::optional<TorrentId> m_id;
    DetailsPart m_part = DetailsPart::Facts;
    DetailsPointer m_told;
    std::shared_ptr<const QList<ContentFile>> m_files;
    std::map<int, std::string> m_renamed; ///< when m_files was read
    QList<int> m_marked;                  ///< as ContentDetails::marked, at that time
    /// Of a torrent that libtorrent has not got: as the store knows it. `id` alone: it was asked.
    struct Stored {
        TorrentId id;
        ContentDetails content;
    };
    std::optional<Stored> m_stored;
};

} // namespace essaim::engine
