#include "gui/details/details_panel.h"

#include "engine/session.h"
#include "gui/details/details_tabs.h"
#include "gui/details/speed_recorder.h"
#include "gui/details/verdict_bar.h"
#include "gui/widgets/theme.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

constexpr int kStripHeight = 37; // 36 and the line below

int tabIndex(const QString& id) {
    int index = 0;
    for (const DetailsTabRow& row : detailsTabs()) {
        if (id == QLatin1String(row.id))
            return index;
        ++index;
    }
    return 0;
}

} // namespace

DetailsPanel::DetailsPanel(const Services& services, UndoHistory& history, QWidget* parent)
    : QWidget(parent)
    , m_context{services, history, *new SpeedRecorder(services.session, this)}
    , m_tabs(new QTabBar(this))
    , m_fold(new QToolButton(this))
    , m_note(new QLabel(this))
    , m_verdict(new VerdictBar(this))
    , m_hint(new QLabel(this))
    , m_body(new QWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_made(detailsTabs().size(), nullptr) {
    setObjectName(QStringLiteral("detailsPanel"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeStrip());
    column->addWidget(m_body, 1);
    makePages();
    connect(&services.session, &engine::Session::detailsSeen, this, &DetailsPanel::showDetails);
    connect(m_verdict, &VerdictBar::remedyWanted, this, &DetailsPanel::help);
    showTorrent(std::nullopt, 0);
}

void DetailsPanel::makePages() {
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("muted", true);
    m_pages->addWidget(m_hint);
    m_pages->setMinimumHeight(60);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_verdict);
    column->addWidget(m_pages, 1);
}

DetailsTab* DetailsPanel::tab() const {
    return m_made[std::size_t(m_tabs->currentIndex())];
}

void DetailsPanel::showTorrent(const std::optional<engine::TorrentSnapshot>& torrent, int selected) {
    const bool isOther = torrent.has_value() != m_torrent.has_value() || (torrent && torrent->id != m_torrent->id);
    m_torrent = torrent;
    if (isOther) {
        m_facts.reset();
        m_verdict->startAnew();
    }
    if (!torrent)
        m_hint->setText(
            selected > 1 ? tr("%n torrents are selected.", nullptr, selected)
                         : tr("Select a torrent to see what there is to know about it."));
    switchPage();
}

/// The page of the tab, made when it is first wanted, told what is known.
void DetailsPanel::switchPage() {
    m_verdict->showVerdict(m_torrent ? verdictOf(*m_torrent, m_facts) : std::nullopt, m_facts.has_value());
    watch();
    if (m_folded)
        return m_pages->setCurrentWidget(m_hint);
    DetailsTab*& page = m_made[std::size_t(m_tabs->currentIndex())];
    const DetailsTabRow& row = detailsTabs()[std::size_t(m_tabs->currentIndex())];
    if (!m_torrent && !row.isForAll)
        return m_pages->setCurrentWidget(m_hint);
    if (page == nullptr) {
        page = row.make(m_context, this);
        page->setObjectName(QString::fromLatin1(row.id) + QStringLiteral("Tab"));
        connect(page, &DetailsTab::copyMagnetRequested, this, &DetailsPanel::copyMagnetRequested);
        m_pages->addWidget(page);
    }
    if (m_torrent)
        page->showTorrent(*m_torrent);
    else
        page->showNoTorrent();
    m_pages->setCurrentWidget(page);
    watch();
}

void DetailsPanel::watch() {
    std::optional<std::pair<TorrentId, engine::DetailsPart>> wanted;
    if (m_torrent && !m_folded && isVisible())
        wanted.emplace(m_torrent->id, tab() != nullptr ? tab()->part() : engine::DetailsPart::Facts);
    if (wanted == m_watched)
        return;
    m_watched = wanted;
    if (wanted)
        m_context.services.session.watchDetails(wanted->first, wanted->second);
    else
        m_context.services.session.watchDetails(std::nullopt);
}

void DetailsPanel::showDetails(const engine::DetailsPointer& details) {
    if (!m_torrent || details->id != m_torrent->id || m_folded)
        return;
    m_facts = details->facts;
    m_verdict->showVerdict(verdictOf(*m_torrent, m_facts), true);
    if (DetailsTab* page = tab())
        page->showDetails(*details);
}

void DetailsPanel::help(Remedy remedy) {
    if (!m_torrent)
        return;
    engine::Session& session = m_context.services.session;
    switch (remedy) {
    case Remedy::AskTrackers:
        return session.edit({m_torrent->id}, engine::AskTracker{});
    case Remedy::EditTrackers:
        return showTab(tabIndex(QStringLiteral("trackers")));
    case Remedy::AddPeers:
        return showTab(tabIndex(QStringLiteral("peers")));
    case Remedy::RunNow: {
        engine::SetOptions atOnce;
        atOnce.ignoreQueue = true;
        return session.edit({m_torrent->id}, atOnce);
    }
    default:
        Q_EMIT remedyWanted(remedy);
    }
}

void DetailsPanel::setNote(const QString& words) {
    m_note->setText(words);
}

void DetailsPanel::showTab(int index) {
    setFolded(false);
    m_tabs->setCurrentIndex(index);
}

void DetailsPanel::setFolded(bool folded) {
    if (folded == m_folded)
        return;
    m_folded = folded;
    m_body->setVisible(!folded);
    m_fold->setIcon(themedIcon(folded ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), Tint::Muted));
    m_fold->setToolTip(folded ? tr("Show the details") : tr("Hide the details"));
    m_fold->setAccessibleName(m_fold->toolTip());
    switchPage();
    Q_EMIT foldedChanged(folded);
}

int DetailsPanel::foldedHeight() const {
    return kStripHeight;
}

void DetailsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    watch();
}

void DetailsPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    watch();
}

QWidget* DetailsPanel::makeStrip() {
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("detailsStrip"));
    strip->setFixedHeight(kStripHeight);
    m_tabs->setObjectName(QStringLiteral("detailsTabs"));
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false); // a narrow window shortens titles, and hides none
    m_tabs->setElideMode(Qt::ElideRight);
    for (const DetailsTabRow& row : detailsTabs())
        m_tabs->addTab(row.translatedTitle());
    m_tabs->setCurrentIndex(tabIndex(m_context.services.settings.value(settings::kDetailsTab)));
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_context.services.settings.set(
            settings::kDetailsTab, QString::fromLatin1(detailsTabs()[std::size_t(index)].id));
        m_tabs->updateGeometry(); // the chosen one is bold, and wider
        switchPage();
    });
    m_note->setObjectName(QStringLiteral("detailsNote"));
    m_note->setProperty("good", true);
    m_fold->setObjectName(QStringLiteral("foldDetailsButton"));
    m_fold->setIcon(themedIcon(QStringLiteral("chevron-down"), Tint::Muted));
    m_fold->setToolTip(tr("Hide the details"));
    m_fold->setAccessibleName(m_fold->toolTip());
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this] { setFolded(false); });
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(10, 0, 8, 0);
    row->addWidget(m_tabs, 0, Qt::AlignBottom);
    row->addStretch(1);
    row->addWidget(m_note);
    row->addWidget(m_fold);
    return strip;
}

} // namespace essaim::gui
