#include "gui/info/running_totals.h"

#include "engine/session.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <algorithm>
#include <chrono>

namespace essaim::gui {

RunningTotals::RunningTotals(const engine::Session& session, settings::SettingsStore& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings) {
    m_age.start();
    m_timer.start(std::chrono::minutes(1));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isWorthSaving())
            save();
    });
    connect(&session, &engine::Session::sessionChanged, this, &RunningTotals::take);
}

RunningTotals::~RunningTotals() {
    save();
}

RunningTotals::Figures RunningTotals::all() const {
    return {
        m_settings.value(settings::kTotalDownloaded) + m_downloaded - m_saved.downloaded,
        m_settings.value(settings::kTotalUploaded) + m_uploaded - m_saved.uploaded,
        m_settings.value(settings::kTotalSeconds) + m_age.elapsed() / 1000 - m_saved.seconds,
        m_settings.value(settings::kTotalRuns) + 1 - m_saved.runs};
}

void RunningTotals::take(const engine::SessionSnapshot& session) {
    m_downloaded = std::max(m_downloaded, session.downloaded);
    m_uploaded = std::max(m_uploaded, session.uploaded);
    Q_EMIT changed();
}

/// What a crash would lose; time alone is not worth that the disk wakes up each minute.
bool RunningTotals::isWorthSaving() const {
    constexpr qint64 kSecondsAtMost = 600;
    const Figures now = run();
    return m_saved.runs == 0 || now.downloaded != m_saved.downloaded || now.uploaded != m_saved.uploaded ||
           now.seconds - m_saved.seconds >= kSecondsAtMost;
}

void RunningTotals::save() {
    const Figures sum = all();
    m_settings.set(settings::kTotalDownloaded, sum.downloaded);
    m_settings.set(settings::kTotalUploaded, sum.uploaded);
    m_settings.set(settings::kTotalSeconds, sum.seconds);
    m_settings.set(settings::kTotalRuns, sum.runs);
    m_saved = run();
}

} // namespace essaim::gui
