#include "gui/details/details_panel.h"

#include "gui/details/general_tab.h"
#include "gui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {
constexpr int kStripHeight = 37; // 36 and the line below
}

DetailsPanel::DetailsPanel(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_fold(new QToolButton(this))
    , m_note(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_general(new GeneralTab(this)) {
    setObjectName(QStringLiteral("detailsPanel"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("muted", true);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(m_general);
    m_pages->setMinimumHeight(60);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeStrip());
    column->addWidget(m_pages, 1);
    connect(m_general, &GeneralTab::copyMagnetRequested, this, &DetailsPanel::copyMagnetRequested);
    showTorrent(std::nullopt, 0);
}

void DetailsPanel::showTorrent(const std::optional<engine::TorrentSnapshot>& torrent, int selected) {
    if (torrent)
        m_general->showTorrent(*torrent);
    m_hint->setText(
        selected > 1 ? tr("%n torrents are selected.", nullptr, selected)
                     : tr("Select a torrent to see what there is to know about it."));
    m_pages->setCurrentWidget(torrent ? static_cast<QWidget*>(m_general) : m_hint);
}

void DetailsPanel::setNote(const QString& words) {
    m_note->setText(words);
}

void DetailsPanel::setFolded(bool folded) {
    if (folded == m_folded)
        return;
    m_folded = folded;
    m_pages->setVisible(!folded);
    m_fold->setIcon(themedIcon(folded ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), Tint::Muted));
    m_fold->setToolTip(folded ? tr("Show the details") : tr("Hide the details"));
    m_fold->setAccessibleName(m_fold->toolTip());
    Q_EMIT foldedChanged(folded);
}

int DetailsPanel::foldedHeight() const {
    return kStripHeight;
}

QWidget* DetailsPanel::makeStrip() {
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("detailsStrip"));
    strip->setFixedHeight(kStripHeight);
    m_tabs->setObjectName(QStringLiteral("detailsTabs"));
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("General"));
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
