#include "gui/main_window/main_window.h"

#include "engine/session.h"
#include "gui/automation/automation.h"
#include "gui/create_torrent/create_torrent_dialog.h"
#include "gui/create_torrent/creation_strip.h"
#include "gui/desktop/desktop.h"
#include "gui/drop/drop_overlay.h"
#include "gui/follow/follow_window.h"
#include "gui/labels/edit_labels.h"
#include "gui/labels/rules_dialog.h"
#include "gui/lock/window_lock.h"
#include "gui/main_window/about_dialog.h"
#include "gui/main_window/connect_problems.h"
#include "gui/main_window/connect_sharing.h"
#include "gui/main_window/info_windows.h"
#include "gui/main_window/item_opener.h"
#include "gui/main_window/quit_question.h"
#include "gui/main_window/status_strip.h"
#include "gui/main_window/top_bar.h"
#include "gui/main_window/torrent_choosers.h"
#include "gui/main_window/window_actions.h"
#include "gui/main_window/window_title.h"
#include "gui/preferences/preferences_dialog.h"
#include "gui/restore/restore_dialog.h"
#include "gui/tracker/tracker_page.h"
#include "gui/transfers/all_torrents.h"
#include "gui/transfers/transfer_actions.h"
#include "gui/transfers/transfer_view.h"
#include "gui/transfers/transfers_page.h"
#include "gui/undo/undo_controller.h"
#include "gui/watch/folder_watcher.h"
#include "gui/watch/watch_dialog.h"
#include "gui/widgets/message_banner.h"
#include "hosting/creation_queue.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace essaim::gui {

struct MainWindow::Private {
    Private(MainWindow& window, const Services& used);

    void arrange();
    void connectActions();
    void connectPages();
    void connectDesktop(const QList<QMenu*>& menus);
    void restoreGeometry();
    void saveState();
    void createTorrent(bool host);
    void paste();
    void showPreferences();
    [[nodiscard]] std::vector<DropCard> cardsFor(const DroppedItems& items) const;
    /// What happens to items that come without a choice: pasted, or from a command line.
    [[nodiscard]] DropTarget usualTarget(const DroppedItems& items) const { return cardsFor(items).front().target; }
    void showBackups();
    void showSearch();
    /// Behind the lock, no question could be seen.
    [[nodiscard]] bool mayQuit() const { return lock->isLocked() || question->mayQuit(); }
    [[nodiscard]] bool showsTracker() const { return pages->currentIndex() == int(Page::Tracker); }

    MainWindow& q;
    Services services;
    WindowActions* actions;
    // From the outside in: a widget that gets another parent is styled once more, with all that is in it.
    QWidget* all;
    QWidget* center; ///< below the top bar
    QStackedWidget* pages;
    TransfersPage* transfers;
    TrackerPage* tracker;
    MessageBanner* banner;
    TopBar* topBar;
    DropOverlay* overlay;
    ItemOpener* opener;
    UndoController* undo;
    Desktop* desktop;
    WindowLock* lock;
    QuitQuestion* question;
    DroppedItems dragged; ///< what hovers over the window
    bool isQuitting = false;
};

MainWindow::Private::Private(MainWindow& window, const Services& used)
    : q(window)
    , services(used)
    , actions(new WindowActions(window))
    , all(new QWidget(&window))
    , center(new QWidget(all))
    , pages(new QStackedWidget(center))
    , transfers(new TransfersPage(used, window, pages))
    , tracker(new TrackerPage(used, pages))
    , banner(new MessageBanner(center))
    , opener(new ItemOpener(used, window))
    , desktop(new Desktop(used, *actions, window)) {
    tracker->setObjectName(QStringLiteral("trackerPage"));
    transfers->setObjectName(QStringLiteral("transfersPage"));
    const QList<QMenu*> menus = fillMenuBar(
        *q.menuBar(), *actions, transfers->actions(), transfers->view(), services.settings,
        [this](const QString& sentence) { banner->showMessage(sentence); });
    topBar = new TopBar(*actions, transfers->actions(), menus, all);
    arrange();
    undo = new UndoController(services, transfers->actions(), *actions->recentlyRemoved, q, *q.centralWidget());
    overlay = new DropOverlay(&q);
    connectActions();
    connectPages();
    connectDesktop(menus);
    lock = new WindowLock(q, services.settings, *actions, *desktop);
    question = new QuitQuestion(desktop->activity(), services.settings, q);
    QObject::connect(question, &QuitQuestion::agreed, &q, &MainWindow::quit);
}

MainWindow::MainWindow(const Services& services, QWidget* parent)
    : QMainWindow(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    setObjectName(QStringLiteral("mainWindow"));
    new WindowTitle(services, *this);
    setAcceptDrops(true);
    setMinimumSize(720, 300);
    m_private->restoreGeometry();
    showPage(Page::Transfers);
    if (!m_private->lock->isLocked())
        m_private->transfers->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::openItems(const QStringList& items) {
    if (m_private->lock->isLocked())
        return m_private->lock->whenUnlocked([this, items] { openItems(items); });
    const DroppedItems sorted = sortItems(items);
    if (sorted.isEmpty()) {
        if (!items.isEmpty())
            m_private->banner->showMessage(tr("There is nothing at “%1”.").arg(items.first()));
        return;
    }
    m_private->opener->open(sorted, m_private->usualTarget(sorted));
}

void MainWindow::createFrom(const QStringList& paths) {
    if (m_private->lock->isLocked())
        return m_private->lock->whenUnlocked([this, paths] { createFrom(paths); });
    DroppedItems items;
    for (const QString& path : paths) {
        if (QFileInfo::exists(path))
            items.sources.append(path);
        else
            m_private->banner->showMessage(tr("There is nothing at “%1”.").arg(path));
    }
    if (!items.sources.isEmpty())
        m_private->opener->open(items, m_private->usualTarget(items));
    else if (paths.isEmpty())
        m_private->createTorrent(m_private->showsTracker());
}

void MainWindow::showPage(Page page) {
    m_private->pages->setCurrentIndex(int(page));
    m_private->topBar->setPage(int(page));
    m_private->actions->selectAll->setEnabled(page == Page::Transfers);
    m_private->transfers->actions().setListShown(page == Page::Transfers);
    m_private->showSearch();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_private->saveState();
    if (!m_private->isQuitting && m_private->desktop->staysInTray()) {
        event->ignore();
        m_private->desktop->hideWindow();
        return;
    }
    if (!m_private->isQuitting && !m_private->mayQuit())
        return event->ignore();
    QMainWindow::closeEvent(event);
    Q_EMIT quitRequested();
}

void MainWindow::quit() {
    m_private->isQuitting = true;
    close();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const auto* source = qobject_cast<const QWidget*>(event->source());
    if (source != nullptr && isAncestorOf(source))
        return; // files on their way to another program
    m_private->dragged = sortMimeData(*event->mimeData());
    if (m_private->dragged.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction); // a move would let the source delete the files
    event->accept();
    const int top = m_private->center->mapTo(this, QPoint()).y();
    m_private->overlay->showCards(m_private->cardsFor(m_private->dragged), rect().adjusted(0, top, 0, 0));
}

void MainWindow::dragMoveEvent(QDragMoveEvent* event) {
    if (m_private->dragged.isEmpty())
        return;
    m_private->overlay->follow(m_private->overlay->mapFrom(this, event->position().toPoint()));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    m_private->dragged = {};
    m_private->overlay->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const DroppedItems items = sortMimeData(*event->mimeData());
    const bool choice = m_private->overlay->isVisible();
    const DropTarget target = choice ? m_private->overlay->current() : m_private->usualTarget(items);
    m_private->dragged = {};
    m_private->overlay->hide();
    if (items.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // The program that the items come from waits until we return.
    QMetaObject::invokeMethod(
        this, [this, items, target] { m_private->opener->open(items, target); }, Qt::QueuedConnection);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && m_private)
        m_private->saveState();
}

void MainWindow::Private::arrange() {
    pages->addWidget(transfers);
    pages->addWidget(tracker);
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(banner);
    column->addWidget(pages, 1);
    column->addWidget(new CreationStrip(services, center));
    auto* rows = new QVBoxLayout(all);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(topBar);
    rows->addWidget(center, 1);
    q.setCentralWidget(all);
    q.setStatusBar(new StatusStrip(services, &q));
}

void MainWindow::Private::connectActions() {
    const auto on = [this](QAction* action, auto&& function) {
        QObject::connect(action, &QAction::triggered, &q, std::forward<decltype(function)>(function));
    };
    on(actions->addTorrent, [this] { chooseTorrents(q, *opener); });
    on(actions->addLink, [this] { enterLinks(q); });
    on(actions->create, [this] { createTorrent(showsTracker()); });
    on(actions->editTorrent, [this] { chooseTorrentToEdit(q, *opener); });
    on(actions->quit, [this] {
        if (mayQuit())
            q.quit();
    });
    on(actions->paste, [this] { paste(); });
    on(actions->selectAll, [this] { transfers->view().selectAll(); });
    on(actions->deselect, [this] { transfers->view().clearSelection(); });
    on(actions->pauseAll, [this] { pauseAll(transfers->model(), services.session, *transfers->actions().history); });
    on(actions->resumeAll, [this] { resumeAll(transfers->model(), services.session, *transfers->actions().history); });
    on(actions->find, [this] { topBar->focusSearch(); });
    on(actions->showTransfers, [this] { q.showPage(Page::Transfers); });
    on(actions->showTracker, [this] { q.showPage(Page::Tracker); });
    on(actions->preferences, [this] { showPreferences(); });
    on(actions->watchFolders, [this] { (new WatchDialog(services.settings, &q))->open(); });
    on(actions->rules, [this] { (new RulesDialog(services.settings, &q))->open(); });
    on(actions->restoreList, [this] { showBackups(); });
    on(actions->about, [this] { (new AboutDialog(&q))->open(); });
    bindToSetting(*actions->toolbar, services.settings, settings::kToolbarVisible);
    bindToSetting(*actions->statusBar, services.settings, settings::kStatusBarVisible);
    topBar->setKept(actions->toolbar->isChecked());
    q.statusBar()->setVisible(actions->statusBar->isChecked());
    QObject::connect(actions->toolbar, &QAction::toggled, topBar, &TopBar::setKept);
    QObject::connect(actions->statusBar, &QAction::toggled, q.statusBar(), &QWidget::setVisible);
    actions->sidebar->setChecked(services.settings.value(settings::kSidebarVisible));
    actions->details->setChecked(services.settings.value(settings::kDetailsVisible));
    QObject::connect(actions->sidebar, &QAction::toggled, transfers, &TransfersPage::setSidebarVisible);
    QObject::connect(actions->details, &QAction::toggled, transfers, &TransfersPage::setDetailsVisible);
    QObject::connect(transfers, &TransfersPage::detailsVisibleChanged, actions->details, &QAction::setChecked);
}

void MainWindow::Private::connectPages() {
    QObject::connect(topBar, &TopBar::pageChosen, &q, [this](int page) { q.showPage(Page(page)); });
    QObject::connect(topBar, &TopBar::searchChanged, &q, [this](const QString& text) {
        if (showsTracker())
            tracker->setSearch(text);
        else
            transfers->setSearch(text);
    });
    QObject::connect(tracker, &TrackerPage::searchChanged, &q, [this] { showSearch(); });
    QObject::connect(transfers, &TransfersPage::addRequested, actions->addTorrent, &QAction::trigger);
    QObject::connect(transfers, &TransfersPage::createRequested, actions->create, &QAction::trigger);
    QObject::connect(&transfers->actions(), &TransferActions::labelsRequested, &q, [this](const auto& torrents) {
        editLabels(torrents, transfers->model(), undo->changes(), q);
    });
    QObject::connect(tracker, &TrackerPage::shareRequested, &q, [this] { createTorrent(true); });
    connectSharing(services, q, *transfers, *tracker, *opener, *banner);
    opener->setLabels([this] { return transfers->labelsInUse(); });
    QObject::connect(opener, &ItemOpener::failed, banner, &MessageBanner::showMessage);
    auto* follow = new FollowWindow(services, q);
    QObject::connect(opener, &ItemOpener::inviteOpened, follow, &FollowWindow::open);
    QObject::connect(actions->sharedWithMe, &QAction::triggered, follow, &FollowWindow::show);
    QObject::connect(follow, &FollowWindow::failed, banner, &MessageBanner::showMessage);
    connectProblems(services, *banner);
    // What watch folders and hosts add does not take the selection away.
    QObject::connect(opener, &ItemOpener::added, transfers, &TransfersPage::reveal);
}

void MainWindow::Private::connectDesktop(const QList<QMenu*>& menus) {
    const auto tell = [this](const QString& sentence) { banner->showMessage(sentence); };
    QMenu& tools = *menus[3];
    tools.insertMenu(
        actions->preferences, desktop->whenDone().makeMenu(MainWindow::tr("When all &downloads are done"), &tools));
    tools.insertSeparator(actions->preferences);
    bindToSetting(*actions->dropWindow, services.settings, settings::kDropWindow);
    QObject::connect(desktop, &Desktop::failed, &q, tell);
    QObject::connect(desktop, &Desktop::quitRequested, &q, &MainWindow::quit);
    QObject::connect(
        desktop, &Desktop::dropped, &q, [this](const DroppedItems& items) { opener->open(items, usualTarget(items)); });
    auto* watcher = new FolderWatcher(services, std::chrono::seconds(5), &q);
    QObject::connect(watcher, &FolderWatcher::failed, &q, tell);
    auto* automation = new Automation(services, transfers->model(), &q);
    QObject::connect(automation, &Automation::failed, &q, tell);
    QObject::connect(automation, &Automation::found, &q, [this](const DroppedItems& items) {
        if (!lock->isLocked())
            opener->open(items, DropTarget::Add);
    });
    auto* info = new InfoWindows(services, transfers->model(), *actions, menus, *transfers->actions().history, q);
    QObject::connect(info, &InfoWindows::failed, &q, tell);
}

void MainWindow::Private::restoreGeometry() {
    if (!q.restoreGeometry(services.settings.value(settings::kWindowGeometry)))
        q.resize(1280, 720);
}

void MainWindow::Private::saveState() {
    services.settings.set(settings::kWindowGeometry, q.saveGeometry());
    transfers->saveLayout();
}

void MainWindow::Private::createTorrent(bool host) {
    CreationDraft draft;
    draft.host = host;
    (new CreateTorrentDialog(services, draft, &q))->show();
}

void MainWindow::Private::paste() {
    const QMimeData* clipboard = QGuiApplication::clipboard()->mimeData();
    const DroppedItems items = clipboard ? sortMimeData(*clipboard) : DroppedItems();
    if (items.isEmpty())
        banner->showMessage(MainWindow::tr("The clipboard holds no link, info-hash or file."));
    else
        opener->open(items, usualTarget(items));
}

std::vector<DropCard> MainWindow::Private::cardsFor(const DroppedItems& items) const {
    const CreateTorrentDialog* draft = opener->openDraft();
    return DropTargets::of(
        {items, showsTracker(), draft ? std::optional(draft->draftTitle()) : std::optional<QString>()});
}

void MainWindow::Private::showPreferences() {
    (new PreferencesDialog(services.settings, &q))->open(); // one at a time: two would overwrite each other
}

void MainWindow::Private::showBackups() {
    auto* dialog = new RestoreDialog(services.session, &q);
    QObject::connect(dialog, &RestoreDialog::restoreRequested, &q, &MainWindow::restoreRequested);
    dialog->open();
}

/// Each page, and each part of the Tracker page, keeps what is searched there.
void MainWindow::Private::showSearch() {
    const QString words = showsTracker() ? tracker->searchWords() : MainWindow::tr("Search transfers");
    topBar->setSearch(words, showsTracker() ? tracker->search() : transfers->search());
    actions->find->setEnabled(!words.isEmpty());
}

} // namespace essaim::gui
