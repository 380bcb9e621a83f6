#include "gui/tracker/tracker_page.h"

#include "tracker/ui_tracker_page.h"

#include "gui/tracker/activity_panel.h"
#include "gui/tracker/friends_panel.h"
#include "gui/tracker/hosted_panel.h"
#include "gui/tracker/networks_panel.h"
#include "gui/tracker/own_key.h"
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
#include <array>
#include <functional>

namespace essaim::gui {

struct TrackerPage::Private {
    explicit Private(const Services& services)
        : host(services.trackerHost) {}

    void showState();
    void showFigures();

    struct Search {
        QString words; ///< in the empty field
        std::function<void(const QString&)> apply;
        QString text;
    };
    [[nodiscard]] Search& current() { return searches[int(ui.trackerSections->current())]; }

    hosting::TrackerHost& host;
    HostedPanel* hosted = nullptr;
    std::array<Search, TrackerSections::kCount> searches;
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
    ui.hostNameButton->setVisible(verdict.offersHostName);
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
    const auto here = std::ranges::count_if(
        snapshot.friends, [](const auto& status) { return status.activeClients > 0 && !status.revokedAt; });
    ui.friendsFigure->setText(locale.toString(qlonglong(here)));
    ui.peersFigure->setToolTip(
        tr("%n request(s) since your tracker was switched on", nullptr,
           int(std::min<quint64>(snapshot.totals.httpAnnounces + snapshot.totals.udpAnnounces, 2'000'000'000))));
}

TrackerPage::TrackerPage(const Services& services, QWidget* parent)
    : QWidget(parent)
    , m_private(std::make_unique<Private>(services)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    d.ui.optionsButton->setIcon(themedIcon(QStringLiteral("settings"), Tint::Muted));
    auto* options = new TrackerOptionsMenu(services.settings, this);
    d.ui.optionsButton->setMenu(options);
    connect(d.ui.hostNameButton, &QPushButton::clicked, options, &TrackerOptionsMenu::askHostName);
    connect(options, &TrackerOptionsMenu::newOwnKeyWanted, this, [this, services] { renewOwnKey(services, this); });
    auto* sections = new QStackedWidget(this); // in the order of TrackerSections::Section
    auto* hosted = new HostedPanel(services, sections);
    d.hosted = hosted;
    sections->addWidget(hosted);
    auto* friends = new FriendsPanel(services, sections);
    sections->addWidget(friends);
    auto* presence = new PresencePanel(services, sections);
    sections->addWidget(presence);
    sections->addWidget(new NetworksPanel(services, sections));
    auto* shield = new ShieldPanel(services, sections);
    sections->addWidget(shield);
    auto* activity = new ActivityPanel(services, sections);
    sections->addWidget(activity);
    const auto searched = [&d](TrackerSections::Section section, const QString& words, auto* panel) {
        d.searches[int(section)] = {words, [panel](const QString& text) { panel->setSearch(text); }, {}};
    };
    searched(TrackerSections::Section::Torrents, tr("Search shared torrents"), hosted);
    searched(TrackerSections::Section::Friends, tr("Search friends"), friends);
    searched(TrackerSections::Section::Presence, tr("Search who has what"), presence);
    searched(TrackerSections::Section::Shield, tr("Search blocked torrents"), shield);
    searched(TrackerSections::Section::Activity, tr("Search the activity"), activity);
    d.ui.pageLayout->addWidget(sections, 1);
    connect(d.ui.trackerSections, &TrackerSections::chosen, this, [this, sections](TrackerSections::Section section) {
        sections->setCurrentIndex(int(section));
        Q_EMIT searchChanged();
    });

    connect(hosted, &HostedPanel::shareRequested, this, &TrackerPage::shareRequested);
    connect(hosted, &HostedPanel::friendsWanted, d.ui.trackerSections, [&d] {
        d.ui.trackerSections->choose(TrackerSections::Section::Friends);
    });
    connect(hosted, &HostedPanel::newVersionWanted, this, &TrackerPage::newVersionWanted);
    connect(hosted, &HostedPanel::searchInTheWay, this, [this, &d, hosted] {
        d.searches[int(TrackerSections::Section::Torrents)].text.clear();
        hosted->setSearch({});
        Q_EMIT searchChanged();
    });
    connect(hosted, &HostedPanel::privateCopyWanted, this, &TrackerPage::privateCopyWanted);
    connect(d.ui.trackerSwitch, &QAbstractButton::toggled, this, [&d](bool on) { d.host.setEnabled(on); });
    connect(d.ui.freePortButton, &QPushButton::clicked, this, [&d] { d.host.useFreePort(); });
    connect(&d.host, &hosting::TrackerHost::stateChanged, this, [&d] { d.showState(); });
    connect(&d.host, &hosting::TrackerHost::snapshotChanged, this, [&d] { d.showFigures(); });
    d.showState();
    d.showFigures();
}

TrackerPage::~TrackerPage() = default;

QString TrackerPage::searchWords() const {
    return m_private->current().words;
}

QString TrackerPage::search() const {
    return m_private->current().text;
}

void TrackerPage::showShared(const AlreadyShared& shared) {
    m_private->ui.trackerSections->choose(TrackerSections::Section::Torrents);
    m_private->hosted->showShared(shared);
}

void TrackerPage::setSearch(const QString& text) {
    Private::Search& search = m_private->current();
    if (!search.apply)
        return;
    search.text = text;
    search.apply(text.trimmed());
}

} // namespace essaim::gui
