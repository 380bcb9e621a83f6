#include "gui/tracker/hosted_panel.h"

#include "tracker/ui_hosted_panel.h"

#include "engine/session.h"
#include "engine/torrent_file.h"
#include "gui/tracker/hosted_model.h"
#include "gui/tracker/save_torrent_file.h"
#include "gui/tracker/sharing_menu.h"
#include "gui/tracker/take_down.h"
#include "gui/widgets/cell_delegate.h"
#include "gui/widgets/theme.h"
#include "hosting/tracker_host.h"
#include "text/text.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>

#include <unordered_map>

namespace essaim::gui {

namespace {

constexpr int kNumberWidth = 110;
constexpr int kIconSize = 40;

} // namespace

struct HostedPanel::Private {
    Private(HostedPanel& owner, const Services& wanted)
        : q(owner)
        , services(wanted) {}

    void setUpView();
    void setUpActions();
    QAction* addAction(const QString& icon, const QString& text, const QKeySequence& shortcut);
    void refresh();
    void updateActions();
    [[nodiscard]] std::optional<tracker::HostedTorrent> selected() const;
    void copyInvite();
    void notePaths(const QList<engine::TorrentSnapshot>& torrents);

    HostedPanel& q;
    Services services;
    Ui::HostedPanel ui;
    HostedModel model;
    QSortFilterProxyModel proxy;
    std::unordered_map<TorrentId, QString> savePaths;
    SharingMenu* sharing = nullptr;
    QAction* copyAction = nullptr;
    QAction* saveAction = nullptr;
    QAction* stopAction = nullptr;
    QAction* takeDownAction = nullptr;
};

void HostedPanel::Private::setUpView() {
    proxy.setSourceModel(&model);
    proxy.setSortRole(HostedModel::kSortRole);
    proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
    proxy.setSortLocaleAware(true);
    ui.hostedView->setModel(&proxy);
    ui.hostedView->setItemDelegate(new CellDelegate(&q));
    ui.hostedView->sortByColumn(-1, Qt::AscendingOrder); // as hosted, until a header is clicked
    QHeaderView& header = *ui.hostedView->header();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(HostedModel::Name, QHeaderView::Stretch);
    header.setMinimumSectionSize(80);
    for (int column = HostedModel::SharedWith; column < HostedModel::ColumnCount; ++column)
        header.resizeSection(column, kNumberWidth);
    QObject::connect(
        ui.hostedView->selectionModel(), &QItemSelectionModel::selectionChanged, &q, [this] { updateActions(); });
}

QAction* HostedPanel::Private::addAction(const QString& icon, const QString& text, const QKeySequence& shortcut) {
    auto* action = new QAction(themedIcon(icon), text, ui.hostedView);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    ui.hostedView->addAction(action); // the context menu of the view is made of its actions
    return action;
}

void HostedPanel::Private::setUpActions() {
    copyAction = addAction(QStringLiteral("link"), tr("&Copy invite link"), QKeySequence::Copy);
    saveAction = addAction(QStringLiteral("file"), tr("&Save .torrent…"), {});
    stopAction = addAction(QStringLiteral("close"), tr("S&top hosting…"), QKeySequence::Delete);
    QObject::connect(copyAction, &QAction::triggered, &q, [this] { copyInvite(); });
    QObject::connect(saveAction, &QAction::triggered, &q, [this] {
        if (const auto torrent = selected())
            saveTorrentFile(services.session, torrent->infoHash.id(), QString::fromStdString(torrent->name), &q);
    });
    QObject::connect(stopAction, &QAction::triggered, &q, [this] {
        if (const auto torrent = selected())
            sharing->stopHosting(*torrent);
    });
    takeDownAction = addAction(QStringLiteral("shield"), tr("Take &down…"), {});
    takeDownAction->setObjectName(QStringLiteral("takeDownAction"));
    QObject::connect(takeDownAction, &QAction::triggered, &q, [this] {
        if (const auto torrent = selected())
            takeDown(services, *torrent, &q);
    });
    sharing = new SharingMenu(services, &q);
    sharing->stopAction()->setVisible(false); // it stands in the menu above
    ui.hostedView->addAction(sharing->menuAction());
    QObject::connect(
        sharing, &SharingMenu::privateCopyWanted, &q,
        [this](const TorrentId& id, tracker::Visibility visibility, const std::vector<std::int64_t>& chosen) {
            Q_EMIT q.privateCopyWanted(id, savePaths[id], visibility, chosen);
        });
    updateActions();
}

void HostedPanel::Private::refresh() {
    const hosting::TrackerHost& host = services.trackerHost;
    model.update(host.snapshot().hosted, host.snapshot().friends);
    const bool empty = model.rowCount() == 0;
    updateActions();
    const bool on = host.state() == hosting::TrackerHost::State::On;
    ui.pages->setCurrentWidget(empty ? ui.emptyPage : ui.tablePage);
    ui.headerShareButton->setVisible(!empty);
    ui.emptyTitle->setText(on ? tr("Nothing hosted yet") : tr("Share files from this computer"));
    ui.switchOnHint->setVisible(!on);
}

std::optional<tracker::HostedTorrent> HostedPanel::Private::selected() const {
    const auto rows = ui.hostedView->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return std::nullopt;
    return model.at(proxy.mapToSource(rows.first()).row()).torrent;
}

void HostedPanel::Private::updateActions() {
    const bool any = ui.hostedView->selectionModel()->hasSelection();
    for (QAction* action : {copyAction, saveAction, stopAction, takeDownAction}) {
        if (action)
            action->setEnabled(any);
    }
    const auto torrent = selected();
    if (copyAction && torrent && torrent->isPrivate) // clients do not hand out the metadata: links lead nowhere
        copyAction->setEnabled(false);
    if (sharing)
        sharing->setTorrent(torrent);
}

void HostedPanel::Private::notePaths(const QList<engine::TorrentSnapshot>& torrents) {
    for (const engine::TorrentSnapshot& torrent : torrents)
        savePaths[torrent.id] = torrent.savePath;
}

void HostedPanel::Private::copyInvite() {
    const auto torrent = selected();
    if (!torrent)
        return;
    QGuiApplication::clipboard()->setText(engine::makeMagnet(
        torrent->infoHash, QString::fromStdString(torrent->name), services.trackerHost.publicAnnounceUrls()));
}

HostedPanel::HostedPanel(const Services& services, QWidget* parent)
    : QFrame(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    d.ui.emptyIcon->setPixmap(themedIcon(QStringLiteral("users"), Tint::Accent).pixmap(kIconSize, kIconSize));
    d.setUpView();
    d.setUpActions();
    connect(d.ui.shareButton, &QPushButton::clicked, this, &HostedPanel::shareRequested);
    connect(d.ui.headerShareButton, &QPushButton::clicked, this, &HostedPanel::shareRequested);
    connect(&services.session, &engine::Session::torrentsChanged, this, [&d](const auto& torrents) {
        d.notePaths(torrents);
    });
    connect(&services.trackerHost, &hosting::TrackerHost::snapshotChanged, this, [&d] { d.refresh(); });
    connect(&services.trackerHost, &hosting::TrackerHost::stateChanged, this, [&d] { d.refresh(); });
    connect(
        &services.trackerHost, &hosting::TrackerHost::unhostFailed, this, [this](const TorrentId&, const Error& error) {
            auto* box = new QMessageBox(QMessageBox::Warning, {}, text::errorSentence(error), QMessageBox::Ok, this);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        });
    d.refresh();
}

HostedPanel::~HostedPanel() = default;

} // namespace essaim::gui
