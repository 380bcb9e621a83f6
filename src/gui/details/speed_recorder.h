// Writes down how fast torrents are, while the program runs.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/details/speed_history.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>

namespace essaim::engine {
class Session;
}

namespace essaim::gui {

/// GUI thread. Once a second the rates of what moves, and nothing else: thousands of idle torrents cost nothing.
class SpeedRecorder : public QObject {
    Q_OBJECT
public:
    /// The session outlives it.
    explicit SpeedRecorder(engine::Session& session, QObject* parent = nullptr);

    /// From the oldest to now; empty if the torrent never moved.
    [[nodiscard]] QList<SpeedSample> samples(const TorrentId& id, int span) const;
    /// Of all torrents together.
    [[nodiscard]] QList<SpeedSample> samplesOfAll(int span) const { return samples({}, span); }
    [[nodiscard]] SpeedSample rateOfAll() const;

Q_SIGNALS:
    /// Another second is over.
    void ticked();

private:
    void note(const QList<engine::TorrentSnapshot>& torrents);
    void tick();
    [[nodiscard]] qint64 now() const { return m_clock.elapsed() / 1000; }

    SpeedHistory m_history;
    std::map<TorrentId, SpeedSample> m_moving;
    QElapsedTimer m_clock;
    QTimer m_timer;
};

} // namespace essaim::gui
