#include "gui/tracker/presence_panel.h"

#include "tracker/ui_presence_panel.h"

#include "gui/tracker/advice_text.h"
#include "gui/tracker/presence_model.h"
#include "gui/widgets/cell_delegate.h"
#include "gui/widgets/empty_hint.h"
#include "gui/widgets/theme.h"
#include "hosting/tracker_host.h"

#include <QDateTime>
#include <QHeaderView>
#include <QSortFilterProxyModel>

namespace essaim::gui {

namespace {

constexpr int kIconSize = 40;
constexpr int kColumnWidths[PresenceModel::ColumnCount] = {150, 0, 70, 90, 90, 150, 90, 130};

} // namespace

struct PresencePanel::Private {
    explicit Private(const Services& services)
        : host(services.trackerHost) {}

    void setUpView();
    void refresh();

    hosting::TrackerHost& host;
    hosting::PeerProbe probe;
    PresenceModel model{probe};
    QSortFilterProxyModel proxy;
    Ui::PresencePanel ui;
};

void PresencePanel::Private::setUpView() {
    proxy.setSourceModel(&model);
    proxy.setSortRole(PresenceModel::kSortRole);
    proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
    proxy.setSortLocaleAware(true);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy.setFilterKeyColumn(-1);
    ui.presenceView->setModel(&proxy);
    ui.presenceView->setItemDelegate(new CellDelegate(ui.presenceView));
    ui.presenceView->sortByColumn(PresenceModel::Friend, Qt::AscendingOrder);
    new EmptyHint(PresencePanel::tr("Nothing here matches the search."), *ui.presenceView);
    QHeaderView& header = *ui.presenceView->header();
    header.setStretchLastSection(false);
    header.setMinimumSectionSize(60);
    for (int column = 0; column < PresenceModel::ColumnCount; ++column) {
        if (kColumnWidths[column] == 0)
            header.setSectionResizeMode(column, QHeaderView::Stretch);
        else
            header.resizeSection(column, kColumnWidths[column]);
    }
}

void PresencePanel::Private::refresh() {
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const tracker::TrackerSnapshot& snapshot = host.snapshot();
    model.update(snapshot, now);
    std::vector<Endpoint> peers;
    for (const tracker::FriendOnTorrent& one : snapshot.friendsOnTorrents)
        peers.insert(peers.end(), one.peers.begin(), one.peers.end());
    probe.watch(std::move(peers));
    ui.pages->setCurrentWidget(model.rowCount() == 0 ? ui.emptyPage : ui.tablePage);
    const QString advice = adviceText(hosting::adviceFor(snapshot, now));
    ui.adviceLabel->setText(advice);
    ui.adviceLabel->setHidden(advice.isEmpty());
}

PresencePanel::PresencePanel(const Services& services, QWidget* parent)
    : QFrame(parent)
    , m_private(std::make_unique<Private>(services)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    d.ui.emptyIcon->setPixmap(themedIcon(QStringLiteral("users"), Tint::Accent).pixmap(kIconSize, kIconSize));
    d.setUpView();
    connect(&d.probe, &hosting::PeerProbe::changed, this, [&d] { d.model.updateReachable(); });
    connect(&d.host, &hosting::TrackerHost::snapshotChanged, this, [this, &d] {
        if (isVisible()) // many friends on many torrents are much to compare
            d.refresh();
    });
    d.refresh();
}

void PresencePanel::showEvent(QShowEvent* event) {
    m_private->refresh();
    QFrame::showEvent(event);
}

PresencePanel::~PresencePanel() = default;

void PresencePanel::setSearch(const QString& text) {
    m_private->proxy.setFilterFixedString(text);
}

} // namespace essaim::gui
