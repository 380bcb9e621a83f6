// How fast torrents were, for a day.
#pragma once

#include "core/info_hash.h"

#include <QList>
#include <QtGlobal>

#include <array>
#include <unordered_map>
#include <vector>

namespace essaim::gui {

/// One moment of a graph, bytes a second.
struct SpeedSample {
    float down = 0;
    float up = 0;
    bool operator==(const SpeedSample&) const = default;
};

/// Three rings: seconds for five minutes, quarters of a minute for an hour, two minutes for a day. About 10 KB.
class SpeedRings {
public:
    /// `second` counts from anywhere and never goes back; seconds that were left out were still.
    void add(qint64 second, SpeedSample sample);
    /// From the oldest to `now`, evenly spaced over `span` seconds (at most a day).
    [[nodiscard]] QList<SpeedSample> samples(qint64 now, int span) const;

private:
    struct Ring {
        int step = 1; ///< seconds
        std::vector<SpeedSample> kept;
        qint64 last = -1; ///< the slot, counted from the beginning of time, that was written last
        double down = 0;  ///< sums of the slot that is being filled
        double up = 0;
        void add(qint64 second, SpeedSample sample);
        [[nodiscard]] SpeedSample at(qint64 slot) const;
    };
    [[nodiscard]] const Ring& ringFor(int span) const;

    std::array<Ring, 3> m_rings{Ring{1, {}, -1, 0, 0}, Ring{15, {}, -1, 0, 0}, Ring{120, {}, -1, 0, 0}};
};

/// The rings of every torrent that moved since the program was started. GUI thread.
class SpeedHistory {
public:
    void add(const TorrentId& id, qint64 second, SpeedSample sample);
    void forget(const TorrentId& id) { m_rings.erase(id); }
    [[nodiscard]] QList<SpeedSample> samples(const TorrentId& id, qint64 now, int span) const;

private:
    std::unordered_map<TorrentId, SpeedRings> m_rings;
};

} // namespace essaim::gui
