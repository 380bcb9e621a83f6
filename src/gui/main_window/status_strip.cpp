#include "gui/main_window/status_strip.h"

#include "engine/session.h"
#include "gui/add_torrent/save_path.h"
#include "gui/main_window/rate_button.h"
#include "gui/widgets/dot_label.h"
#include "gui/widgets/free_space_probe.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QHBoxLayout>
#include <QLabel>

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

} // namespace

StatusStrip::StatusStrip(const Services& services, QWidget* parent)
    : QStatusBar(parent)
    , m_services(services)
    , m_dht(makeLabel("dhtLabel", tr("Nodes of the DHT"), this))
    , m_reach(new DotLabel(this))
    , m_tracker(new DotLabel(this))
    , m_space(makeLabel("freeSpaceStatus", tr("Free space in the download folder"), this))
    , m_down(
          new RateButton(QStringLiteral("↓"), tr("Download rate"), services.settings, settings::kDownloadLimit, this))
    , m_up(new RateButton(QStringLiteral("↑"), tr("Upload rate"), services.settings, settings::kUploadLimit, this))
    , m_probe(new FreeSpaceProbe(this)) {
    setSizeGripEnabled(false);
    m_down->setObjectName(QStringLiteral("downloadRateButton"));
    m_up->setObjectName(QStringLiteral("uploadRateButton"));
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
    layout->addWidget(m_space);
    layout->addWidget(m_down);
    layout->addWidget(m_up);
    addWidget(row, 1);

    showSession({});
    showTracker();
    askFreeSpace();
    connect(&services.session, &engine::Session::sessionChanged, this, &StatusStrip::showSession);
    connect(&services.session, &engine::Session::portMappingChanged, this, [this](const engine::PortMapping& mapping) {
        m_seenAddress = mapping.seenAddress ? QString::fromStdString(mapping.seenAddress->toString()) : QString();
        showReachTip();
    });
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

/// What says most stays in a narrow window; the others are shortened.
void StatusStrip::resizeEvent(QResizeEvent* event) {
    constexpr int kRoomForAll = 860;
    QStatusBar::resizeEvent(event);
    m_space->setVisible(width() >= kRoomForAll);
}

void StatusStrip::showSession(const engine::SessionSnapshot& session) {
    m_dht->setText(session.dhtNodes > 0 ? tr("DHT: %Ln node(s)", nullptr, session.dhtNodes) : QString());
    m_dht->setVisible(session.dhtNodes > 0);
    if (session.listenPort == 0)
        m_reach->setState(Tint::Muted, tr("Not listening"));
    else if (session.hasIncomingConnections)
        m_reach->setState(Tint::Whole, tr("Reachable"));
    else
        m_reach->setState(Tint::Muted, tr("Nobody has connected from outside yet"));
    m_port = session.listenPort;
    showReachTip();
    m_down->showRate(session.downloadRate, session.downloaded);
    m_up->showRate(session.uploadRate, session.uploaded);
}

void StatusStrip::showReachTip() {
    QStringList lines;
    if (m_port > 0)
        lines.append(tr("Listening on port %1").arg(m_port));
    if (!m_seenAddress.isEmpty())
        lines.append(tr("Others see this computer as %1").arg(m_seenAddress));
    m_reach->setToolTip(lines.join(QLatin1Char('\n')));
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
