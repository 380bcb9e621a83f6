#include "gui/details/speed_history.h"

#include <algorithm>

namespace essaim::gui {

namespace {
constexpr std::array<std::size_t, 3> kSlots{300, 240, 720};
} // namespace

void SpeedRings::Ring::add(qint64 second, SpeedSample sample) {
    const qint64 slot = second / step;
    if (slot < last)
        return;
    const auto size = qint64(kept.size());
    if (slot != last) {
        down = up = 0;
        for (qint64 still = std::max(last + 1, slot - size + 1); still <= slot; ++still)
            kept[std::size_t(still % size)] = {};
        last = slot;
    }
    down += double(sample.down) / step;
    up += double(sample.up) / step;
    kept[std::size_t(slot % size)] = {float(down), float(up)};
}

SpeedSample SpeedRings::Ring::at(qint64 slot) const {
    const auto size = qint64(kept.size());
    return slot < 0 || slot > last || slot <= last - size ? SpeedSample() : kept[std::size_t(slot % size)];
}

void SpeedRings::add(qint64 second, SpeedSample sample) {
    for (std::size_t i = 0; i < m_rings.size(); ++i) {
        if (m_rings[i].kept.empty())
            m_rings[i].kept.resize(kSlots[i]);
        m_rings[i].add(second, sample);
    }
}

const SpeedRings::Ring& SpeedRings::ringFor(int span) const {
    for (std::size_t i = 0; i + 1 < m_rings.size(); ++i) {
        if (qint64(kSlots[i]) * m_rings[i].step >= span)
            return m_rings[i];
    }
    return m_rings.back();
}

QList<SpeedSample> SpeedRings::samples(qint64 now, int span) const {
    const Ring& ring = ringFor(span);
    QList<SpeedSample> result;
    if (ring.kept.empty())
        return result;
    const qint64 last = now / ring.step;
    for (qint64 slot = last - span / ring.step + 1; slot <= last; ++slot)
        result.append(ring.at(slot));
    return result;
}

void SpeedHistory::add(const TorrentId& id, qint64 second, SpeedSample sample) {
    const auto known = m_rings.find(id);
    if (known != m_rings.end())
        known->second.add(second, sample);
    else if (sample != SpeedSample())
        m_rings[id].add(second, sample);
}

QList<SpeedSample> SpeedHistory::samples(const TorrentId& id, qint64 now, int span) const {
    const auto known = m_rings.find(id);
    return known == m_rings.end() ? QList<SpeedSample>() : known->second.samples(now, span);
}

} // namespace essaim::gui
