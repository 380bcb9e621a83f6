#include "gui/tracker/hosted_panel.h"

#include "tracker/ui_hosted_panel.h"

#include "engine/session.h"
#include "engine/torrent_file.h"
#include "gui/tracker/actions_button.h"
#include "gui/tracker/hosted_model.h"
#include "gui/tracker/save_torrent_file.h"
#include "gui/tracker/shared_box.h"
#include "gui/tracker/sharing_menu.h"
#include "gui/tracker/take_down.h"
#include "gui/widgets/cell_delegate.h"
#include "gui/widgets/empty_hint.h"
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
#include <QTimer>

#include <chrono>
#include <unordered_map>

namespace essaim::gui {

namespace {

constexpr int kNumberWidth = 110;
constexpr int kIconSize = 40;
constexpr std::chrono::seconds kConfirmationTime{2};

} // namespace

struct HostedPanel::Private {
    Private(HostedPanel& owner, const Services& wanted)
        : q(owner)
        , services(wanted) {}

    void setUpView();
    void setUpActions();
    void setUpHeader();
    QAction* addAction(const QString& icon, const QString& text, const QKeySequence& shortcut);
    void refresh();
    void updateActions();
    [[nodiscard]] std::optional<tracker::HostedTorrent> selected() const;
    void copyInvite();
    void reveal(int row);
    void notePaths(const QList<engine::TorrentSnapshot>& torrents);

    HostedPanel& q;
    Services services;
    Ui::HostedPanel ui;
    HostedModel model;
    QSortFilterProxyModel proxy;
    std::unordered_map<TorrentId, QString> savePaths;
    SharingMenu* sharing = nullptr;
    QWidget* more = nullptr;
    QAction* copyAction = nullptr;
    QAction* saveAction = nullptr;
    QAction* stopAction = nullptr;
    QAction* takeDownAction = nullptr;
    QTimer confirmation; ///< while it says what it did
};

void HostedPanel::Private::setUpView() {
    proxy.setSourceModel(&model);
    proxy.setSortRole(HostedModel::kSortRole);
    proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
    proxy.setSortLocaleAware(true);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy.setFilterKeyColumn(-1);
    ui.hostedView->setModel(&proxy);
    ui.hostedView->setItemDelegate(new CellDelegate(&q));
    ui.hostedView->sortByColumn(-1, Qt::AscendingOrder); // as hosted, until a header is clicked
    QHeaderView& header = *ui.hostedView->header();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(HostedModel::Name, QHeaderView::Stretch);
    header.setMinimumSectionSize(80);
    for (int column = HostedModel::SharedWith; column < HostedModel::ColumnCount; ++column)
        header.resizeSection(column, kNumberWidth);
    QObject::connect(ui.hostedView->selectionModel(), &QItemSelectionModel::selectionChanged, &q, [this] {
        confirmation.stop(); // it was about another row
        updateActions();
    });
    confirmation.setSingleShot(true);
    QObject::connect(&confirmation, &QTimer::timeout, &q, [this] { updateActions(); });
}

QAction* HostedPanel::Private::addAction(const QString& icon, const QString& text, const QKeySequence& shortcut) {
    auto* action = new QAction(themedIcon(icon), text, ui.hostedView);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    ui.hostedView->addAction(action); // the context menu of the view is made of its actions
    return action;
}

void HostedPanel::Private::setUpActions() {
    copyAction = addAction(QStringLiteral("link"), tr("&Copy link"), QKeySequence::Copy);
    saveAction = addAction(QStringLiteral("file"), tr("&Save .torrent…"), {});
    stopAction = addAction(QStringLiteral("close"), tr("S&top sharing…"), QKeySequence::Delete);
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

void HostedPanel::Private::setUpHeader() {
    more = addActionsButton("hosted", *ui.headerLayout, *ui.headerShareButton, *ui.hostedView);
    new EmptyHint(HostedPanel::tr("No torrent here matches the search."), *ui.hostedView);
    QObject::connect(ui.copyInviteButton, &QPushButton::clicked, &q, [this] { copyAction->trigger(); });
}

void HostedPanel::Private::refresh() {
    const hosting::TrackerHost& host = services.trackerHost;
    const int before = model.rowCount();
    model.update(host.snapshot().hosted, host.snapshot().friends);
    const bool empty = model.rowCount() == 0;
    if (model.rowCount() == before + 1 && !ui.hostedView->selectionModel()->hasSelection()) // just shared: what now?
        reveal(before);
    updateActions();
    const bool on = host.state() == hosting::TrackerHost::State::On;
    ui.pages->setCurrentWidget(empty ? ui.emptyPage : ui.tablePage);
    for (QWidget* widget :
         {static_cast<QWidget*>(ui.headerShareButton), static_cast<QWidget*>(ui.copyInviteButton), more})
        widget->setHidden(empty);
    ui.emptyTitle->setText(on ? tr("Nothing shared yet") : tr("Share files from this computer"));
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
    if (copyAction) { // clients do not hand out the metadata of private torrents: a link would lead nowhere
        const bool isForFriends = torrent && torrent->isPrivate;
        copyAction->setText(isForFriends ? HostedPanel::tr("&Invite a friend…") : HostedPanel::tr("&Copy link"));
        if (!confirmation.isActive())
            ui.copyInviteButton->setText(
                isForFriends ? HostedPanel::tr("&Invite a friend…") : HostedPanel::tr("Copy &link"));
        ui.copyInviteButton->setToolTip(
            isForFriends ? HostedPanel::tr("It is for friends only: each of them has an invite link of their own")
                         : HostedPanel::tr("A link to the selected torrent, for everybody to whom you send it"));
        ui.copyInviteButton->setEnabled(any);
    }
    if (sharing)
        sharing->setTorrent(torrent);
}

void HostedPanel::Private::notePaths(const QList<engine::TorrentSnapshot>& torrents) {
    for (const engine::TorrentSnapshot& torrent : torrents)
        savePaths[torrent.id] = torrent.savePath;
}

void HostedPanel::Private::reveal(int row) {
    if (!proxy.mapFromSource(model.index(row, 0)).isValid())
        Q_EMIT q.searchInTheWay();
    const QModelIndex index = proxy.mapFromSource(model.index(row, 0));
    ui.hostedView->setCurrentIndex(index);
    ui.hostedView->scrollTo(index);
}

void HostedPanel::Private::copyInvite() {
    const auto torrent = selected();
    if (!torrent)
        return;
    if (torrent->isPrivate)
        return Q_EMIT q.friendsWanted();
    QGuiApplication::clipboard()->setText(engine::makeMagnet(
        torrent->infoHash, QString::fromStdString(torrent->name), services.trackerHost.publicAnnounceUrls()));
    ui.copyInviteButton->setText(HostedPanel::tr("Copied"));
    confirmation.start(kConfirmationTime);
}

HostedPanel::HostedPanel(const Services& services, QWidget* parent)
    : QFrame(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    d.ui.emptyIcon->setPixmap(themedIcon(QStringLiteral("users"), Tint::Accent).pixmap(kIconSize, kIconSize));
    d.setUpView();
    d.setUpActions();
    d.setUpHeader();
    d.updateActions();
    connect(d.ui.shareButton, &QPushButton::clicked, this, &HostedPanel::shareRequested);
    connect(d.ui.headerShareButton, &QPushButton::clicked, this, &HostedPanel::shareRequested);
    connect(&services.session, &engine::Session::torrentsChanged, this, [&d](const auto& torrents) {
        d.notePaths(torrents);
    });
    const auto follow = [this, &d] {
        if (isVisible()) // thousands of rows, once a second
            d.refresh();
    };
    connect(&services.trackerHost, &hosting::TrackerHost::snapshotChanged, this, follow);
    connect(&services.trackerHost, &hosting::TrackerHost::stateChanged, this, follow);
    connect(
        &services.trackerHost, &hosting::TrackerHost::unhostFailed, this, [this](const TorrentId&, const Error& error) {
            auto* box = new QMessageBox(QMessageBox::Warning, {}, text::errorSentence(error), QMessageBox::Ok, this);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        });
    d.refresh();
}

HostedPanel::~HostedPanel() = default;

void HostedPanel::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    m_private->refresh();
}

void HostedPanel::showShared(const AlreadyShared& shared) {
    Private& d = *m_private;
    d.refresh();
    const TorrentId id = shared.torrent.infoHash.id();
    for (int row = 0; row < d.model.rowCount(); ++row) {
        if (d.model.at(row).torrent.infoHash.id() == id)
            d.reveal(row);
    }
    d.ui.hostedView->setFocus();
    auto* box = new SharedBox(shared, d.services.trackerHost.snapshot().friends, this);
    connect(box, &SharedBox::linkWanted, this, [&d] { d.copyInvite(); });
    connect(box, &SharedBox::moreFriendsWanted, this, [&d] {
        QTreeView& view = *d.ui.hostedView;
        d.sharing->popup(view.viewport()->mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft()));
    });
    connect(box, &SharedBox::newVersionWanted, this, [this, id, path = shared.savePath] {
        Q_EMIT newVersionWanted(id, path);
    });
    box->open();
}

void HostedPanel::setSearch(const QString& text) {
    Private& d = *m_private;
    d.proxy.setFilterFixedString(text);
    if (d.proxy.rowCount() == 1 && !d.ui.hostedView->selectionModel()->hasSelection())
        d.ui.hostedView->setCurrentIndex(d.proxy.index(0, 0)); // it was looked for
    d.updateActions(); // a filtered row takes its selection along without a word
}

} // namespace essaim::gui
