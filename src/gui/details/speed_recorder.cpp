#include "gui/details/speed_recorder.h"

#include "engine/session.h"

#include <chrono>

namespace essaim::gui {

using namespace std::chrono_literals;

SpeedRecorder::SpeedRecorder(engine::Session& session, QObject* parent)
    : QObject(parent) {
    m_clock.start();
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &SpeedRecorder::tick);
    connect(&session, &engine::Session::torrentsChanged, this, &SpeedRecorder::note);
    connect(&session, &engine::Session::torrentsRemoved, this, [this](const QList<TorrentId>& ids) {
        for (const TorrentId& id : ids) {
            m_moving.erase(id);
            m_history.forget(id);
        }
    });
    m_timer.start();
}

QList<SpeedSample> SpeedRecorder::samples(const TorrentId& id, int span) const {
    return m_history.samples(id, now(), span);
}

SpeedSample SpeedRecorder::rateOfAll() const {
    SpeedSample sum;
    for (const auto& [id, sample] : m_moving) {
        sum.down += sample.down;
        sum.up += sample.up;
    }
    return sum;
}

void SpeedRecorder::note(const QList<engine::TorrentSnapshot>& torrents) {
    for (const engine::TorrentSnapshot& torrent : torrents) {
        if (torrent.downloadRate > 0 || torrent.uploadRate > 0)
            m_moving.insert_or_assign(torrent.id, SpeedSample{float(torrent.downloadRate), float(torrent.uploadRate)});
        else
            m_moving.erase(torrent.id);
    }
}

void SpeedRecorder::tick() {
    const qint64 second = now();
    for (const auto& [id, sample] : m_moving)
        m_history.add(id, second, sample);
    if (!m_moving.empty())
        m_history.add({}, second, rateOfAll()); // no torrent has that id
    Q_EMIT ticked();
}

} // namespace essaim::gui
