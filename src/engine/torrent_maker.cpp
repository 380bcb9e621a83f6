// TorrentMaker: createTorrent() on a thread of its own.
#include "engine/create_torrent.h"

#include <QElapsedTimer>

#include <atomic>
#include <thread>

namespace essaim::engine {

struct TorrentMaker::Private {
    std::thread thread;
    std::atomic<bool> isCancelled = false;
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
        const auto report = [&](qint64 done, qint64 total) {
            constexpr qint64 kReportEveryMs = 100;
            if (!sinceReport.isValid() || sinceReport.elapsed() >= kReportEveryMs || done == total) {
                sinceReport.start();
                QMetaObject::invokeMethod(this, [this, done, total] { Q_EMIT progress(done, total); });
            }
            return !m_private->isCancelled;
        };
        const auto result = createTorrent(request, report);
        // Posted to the owner's thread; the object waits for this thread before it goes, and takes its events along.
        QMetaObject::invokeMethod(this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
    });
}

void TorrentMaker::cancel() {
    m_private->isCancelled = true;
}

} // namespace essaim::engine
