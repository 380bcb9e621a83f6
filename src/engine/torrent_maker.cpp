// TorrentMaker: createTorrent() on a thread of its own.
#include "engine/torrent_hasher.h"

#include <QElapsedTimer>

#include <thread>

namespace essaim::engine {

struct TorrentMaker::Private {
    std::thread thread;
    hashing::HashControl control;
};

TorrentMaker::TorrentMaker(QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>()) {}

TorrentMaker::~TorrentMaker() {
    cancel();
    if (m_private->thread.joinable())
        m_private->thread.join();
}

void TorrentMaker::start(const CreateTorrentRequest& request) {
    Q_ASSERT(!m_private->thread.joinable());
    m_private->thread = std::thread([this, request] {
        QElapsedTimer sinceReport;
        bool wasPaused = false;
        const auto report = [&](const HashProgress& state) {
            constexpr qint64 kReportEveryMs = 100;
            const bool isNews = state.isPaused != wasPaused || state.done == state.total;
            if (!sinceReport.isValid() || sinceReport.elapsed() >= kReportEveryMs || isNews) {
                sinceReport.start();
                wasPaused = state.isPaused;
                QMetaObject::invokeMethod(this, [this, state] {
                    Q_EMIT progress(state.done, state.total);
                    Q_EMIT progressed(state);
                });
            }
            return true;
        };
        const auto result = createTorrent(request, m_private->control, report);
        // Posted to the owner's thread; the object waits for this thread before it goes, and takes its events along.
        QMetaObject::invokeMethod(this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
    });
}

void TorrentMaker::pause() {
    m_private->control.isPaused = true;
}

void TorrentMaker::resume() {
    m_private->control.isPaused = false;
}

void TorrentMaker::cancel() {
    m_private->control.isCancelled = true;
}

} // namespace essaim::engine
