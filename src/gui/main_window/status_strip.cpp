#include "gui/main_window/status_strip.h"

#include "engine/session.h"
#include "gui/add_torrent/save_path.h"
#include "gui/widgets/dot_label.h"
#include "gui/widgets/free_space_probe.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <chrono>

namespace essaim::gui {

namespace {

QLabel* makeLabel(const char* name, const QString& accessible, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setAccessibleName(accessible);
    label->setProperty("muted", true);
    return label;
}

QString arrowRate(const QString& arrow, qint64 rate) {
    return QStringLiteral("%1 %2").arg(arrow, rate > 0 ? text::rate(rate) : QStringLiteral("–"));
}

} // namespace

StatusStrip::StatusStrip(const Services& services, QWidget* parent)
    : QStatusBar(parent)
    , m_services(services)
    , m_dht(makeLabel("dhtLabel", tr("Nodes of the DHT"), this))
    , m_reach(new DotLabel(this))
    , m_tracker(new DotLabel(this))
    , m_space(makeLabel("freeSpaceStatus", tr("Free space in the download folder"), this))
    , m_down(makeLabel("downloadRateLabel", tr("Download rate"), this))
    , m_up(makeLabel("uploadRateLabel", tr("Upload rate"), this))
    , m_probe(new FreeSpaceProbe(this)) {
    setSizeGripEnabled(false);
    m_reach->setObjectName(QStringLiteral("reachLabel"));
    m_reach->setAccessibleName(tr("Connection"));
    m_tracker->setObjectName(QStringLiteral("trackerStateLabel"));
    m_tracker->setAccessibleName(tr("Embedded tracker"));

    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 3, 12, 3);
    layout->setSpacing(18);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_dht), static_cast<QWidget*>(m_reach), static_cast<QWidget*>(m_tracker)})
        layout->addWidget(widget);
    layout->addStretch(1);
    for (QLabel* label : {m_space, m_down, m_up})
        layout->addWidget(label);
    addWidget(row, 1);

    showSession({});
    showTracker();
    askFreeSpace();
    connect(&services.session, &engine::Session::sessionChanged, this, &StatusStrip::showSession);
    connect(&services.trackerHost, &hosting::TrackerHost::stateChanged, this, &StatusStrip::showTracker);
    connect(m_probe, &FreeSpaceProbe::answered, this, [this](const QString& path, qint64 bytes) {
        m_space->setText(bytes < 0 ? QString() : tr("%1 free").arg(text::size(bytes)));
        m_space->setToolTip(tr("Free space for %1").arg(path));
    });
    connect(&services.settings, &settings::SettingsStore::changed, this, [this](const QString& key) {
        if (key == QLatin1String(settings::kSavePath.key))
            askFreeSpace();
    });
    connect(&m_spaceTimer, &QTimer::timeout, this, &StatusStrip::askFreeSpace);
    m_spaceTimer.start(std::chrono::seconds(15));
}

void StatusStrip::showSession(const engine::SessionSnapshot& session) {
    m_dht->setText(session.dhtNodes > 0 ? tr("DHT: %1 nodes").arg(QLocale().toString(session.dhtNodes)) : QString());
    m_dht->setVisible(session.dhtNodes > 0);
    if (session.listenPort == 0)
        m_reach->setState(Tint::Muted, tr("Not listening"));
    else if (session.hasIncomingConnections)
        m_reach->setState(Tint::Whole, tr("Reachable"));
    else
        m_reach->setState(Tint::Muted, tr("Nobody has connected from outside yet"));
    m_reach->setToolTip(session.listenPort > 0 ? tr("Listening on port %1").arg(session.listenPort) : QString());
    m_down->setText(arrowRate(QStringLiteral("↓"), session.downloadRate));
    m_up->setText(arrowRate(QStringLiteral("↑"), session.uploadRate));
}

void StatusStrip::showTracker() {
    const hosting::TrackerHost& host = m_services.trackerHost;
    m_tracker->setToolTip(host.error() ? text::errorSentence(*host.error()) : QString());
    switch (host.state()) {
    case hosting::TrackerHost::State::Off:
        return m_tracker->setState(Tint::Muted, tr("Tracker off"));
    case hosting::TrackerHost::State::Starting:
        return m_tracker->setState(Tint::Moving, tr("Tracker is starting"));
    case hosting::TrackerHost::State::On:
        return m_tracker->setState(Tint::Whole, tr("Tracker on, port %1").arg(host.port()));
    case hosting::TrackerHost::State::Failed:
        return m_tracker->setState(Tint::Loss, tr("Tracker could not start"));
    }
}

void StatusStrip::askFreeSpace() {
    m_probe->ask(defaultSavePath(m_services.settings));
}

} // namespace essaim::gui
