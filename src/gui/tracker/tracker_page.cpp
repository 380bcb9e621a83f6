#include "gui/tracker/tracker_page.h"

#include "tracker/ui_tracker_page.h"

#include "gui/tracker/activity_panel.h"
#include "gui/tracker/friends_panel.h"
#include "gui/tracker/hosted_panel.h"
#include "gui/tracker/networks_panel.h"
#include "gui/tracker/presence_panel.h"
#include "gui/tracker/shield_panel.h"
#include "gui/tracker/tracker_options_menu.h"
#include "gui/tracker/tracker_verdict.h"
#include "gui/widgets/theme.h"
#include "hosting/tracker_host.h"

#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace essaim::gui {

struct TrackerPage::Private {
    explicit Private(const Services& services)
        : host(services.trackerHost) {}

    void showState();
    void showFigures();

    hosting::TrackerHost& host;
    Ui::TrackerPage ui;
};

void TrackerPage::Private::showState() {
    using State = hosting::TrackerHost::State;
    const TrackerVerdict verdict = TrackerVerdict::of(host);
    ui.verdictLabel->setState(verdict.tint, verdict.title);
    ui.detailLabel->setText(verdict.detail);
    ui.detailLabel->setVisible(!verdict.detail.isEmpty());
    ui.figuresCard->setVisible(host.state() == State::On);
    ui.freePortButton->setVisible(verdict.offersFreePort);
    ui.addressList->setAddresses(host.addresses());
    ui.addressList->setVisible(!host.addresses().isEmpty());
    const QSignalBlocker blocker(ui.trackerSwitch); // it follows the state, the state does not follow it here
    ui.trackerSwitch->setChecked(host.state() == State::On || host.state() == State::Starting);
}

void TrackerPage::Private::showFigures() {
    const tracker::TrackerSnapshot& snapshot = host.snapshot();
    using Section = TrackerSections::Section;
    ui.trackerSections->setCount(Section::Torrents, qsizetype(snapshot.hosted.size()));
    ui.trackerSections->setCount(Section::Friends, std::ranges::count_if(snapshot.friends, [](const auto& status) {
                                     return !status.revokedAt;
                                 }));
    const QLocale locale;
    ui.torrentsFigure->setText(locale.toString(qulonglong(snapshot.hosted.size())));
    ui.peersFigure->setText(locale.toString(qulonglong(snapshot.totals.peers)));
    ui.announcesFigure->setText(
        locale.toString(qulonglong(snapshot.totals.httpAnnounces + snapshot.totals.udpAnnounces)));
}

TrackerPage::TrackerPage(const Services& services, QWidget* parent)
    : QWidget(parent)
    , m_private(std::make_unique<Private>(services)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    d.ui.optionsButton->setIcon(themedIcon(QStringLiteral("settings"), Tint::Muted));
    d.ui.optionsButton->setMenu(new TrackerOptionsMenu(services.settings, this));
    auto* hosted = new HostedPanel(services, this);
    auto* sections = new QStackedWidget(this); // in the order of TrackerSections::Section
    sections->addWidget(hosted);
    sections->addWidget(new FriendsPanel(services, this));
    sections->addWidget(new PresencePanel(services, this));
    sections->addWidget(new NetworksPanel(services, this));
    sections->addWidget(new ShieldPanel(services, this));
    sections->addWidget(new ActivityPanel(services, this));
    d.ui.pageLayout->addWidget(sections, 1);
    connect(d.ui.trackerSections, &TrackerSections::chosen, sections, [sections](TrackerSections::Section section) {
        sections->setCurrentIndex(int(section));
    });

    connect(hosted, &HostedPanel::shareRequested, this, &TrackerPage::shareRequested);
    connect(hosted, &HostedPanel::privateCopyWanted, this, &TrackerPage::privateCopyWanted);
    connect(d.ui.trackerSwitch, &QAbstractButton::toggled, this, [&d](bool on) { d.host.setEnabled(on); });
    connect(d.ui.freePortButton, &QPushButton::clicked, this, [&d] { d.host.useFreePort(); });
    connect(&d.host, &hosting::TrackerHost::stateChanged, this, [&d] { d.showState(); });
    connect(&d.host, &hosting::TrackerHost::snapshotChanged, this, [&d] { d.showFigures(); });
    d.showState();
    d.showFigures();
}

TrackerPage::~TrackerPage() = default;

} // namespace essaim::gui
