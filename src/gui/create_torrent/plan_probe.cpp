#include "gui/create_torrent/plan_probe.h"

#include "hosting/background.h"

#include <QFileInfo>

#include <chrono>
#include <utility>

namespace essaim::gui {

namespace {

using namespace std::chrono_literals;
constexpr auto kDelay = 80ms;

/// On a thread of its own.
PlanAnswer look(const engine::CreateTorrentRequest& request) {
    PlanAnswer answer{engine::planTorrent(request), {}, false};
    for (const QString& path : request.paths) {
        if (request.paths.size() == 1 && answer.plan) {
            answer.sizes.insert(path, answer.plan->totalSize);
            continue;
        }
        engine::CreateTorrentRequest single;
        single.paths = {path};
        if (const auto plan = engine::planTorrent(single))
            answer.sizes.insert(path, plan->totalSize);
    }
    if (!request.paths.isEmpty())
        answer.sourceFolderWritable = QFileInfo(QFileInfo(request.paths.first()).absolutePath()).isWritable();
    return answer;
}

} // namespace

PlanProbe::PlanProbe(QObject* parent)
    : QObject(parent) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &PlanProbe::start);
}

void PlanProbe::ask(const engine::CreateTorrentRequest& request) {
    m_next = request;
    m_delay.start();
}

void PlanProbe::start() {
    if (m_running || !m_next)
        return; // the end of the running walk starts the next
    m_running = true;
    hosting::runInBackground(
        this, [request = *std::exchange(m_next, std::nullopt)] { return look(request); },
        [this](const PlanAnswer& answer) {
            m_running = false;
            if (m_next)
                start();
            else
                Q_EMIT answered(answer);
        });
}

} // namespace essaim::gui
