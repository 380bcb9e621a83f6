#include "gui/details/content_tab.h"

#include "engine/session.h"
#include "gui/details/details_table.h"
#include "gui/details/rename_files_dialog.h"
#include "gui/undo/undo_history.h"
#include "gui/undo/undoable_changes.h"
#include "text/text.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelection>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace essaim::gui {

namespace {
constexpr std::chrono::milliseconds kFilterDelay{120};
constexpr qsizetype kSelectAtMost = 2000; ///< of rows that are found again after the list was made anew
constexpr qsizetype kOpenAtMost = 2000;   ///< of files; opening every folder of more takes longer than a key may
} // namespace

ContentTab::ContentTab(const DetailsContext& context, QWidget* parent)
    : DetailsTab(parent)
    , m_context(context)
    , m_tree(new DetailsTable(QStringLiteral("contentTree"), tr("Files"), context.services.settings, this))
    , m_pattern(new QLineEdit(this))
    , m_want(new QPushButton(tr("&Want these"), this))
    , m_leave(new QPushButton(tr("&Leave these out"), this))
    , m_matches(new QLabel(this))
    , m_none(new QLabel(tr("The list of files is not known yet: it comes from the first peers."), this)) {
    m_tree->setRootIsDecorated(true);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setDragEnabled(true);
    m_tree->setDragDropMode(QAbstractItemView::DragOnly);
    m_tree->present(
        m_model,
        {{"name", 360}, {"size", 86}, {"progress", 142}, {"priority", 100}, {"remaining", 90}, {"availability", 110}});
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setProperty("muted", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tree, 1);
    column->addWidget(m_none, 1);
    column->addWidget(makeBar());
    connectTree();
    updateMatches();
}

QWidget* ContentTab::makeBar() {
    auto* bar = new QWidget(this);
    m_pattern->setObjectName(QStringLiteral("patternEdit"));
    m_pattern->setPlaceholderText(tr("Files by name or pattern, such as *.flac"));
    m_pattern->setAccessibleName(tr("Files by name or pattern"));
    m_pattern->setClearButtonEnabled(true);
    m_want->setObjectName(QStringLiteral("wantMatchesButton"));
    m_leave->setObjectName(QStringLiteral("leaveMatchesButton"));
    m_matches->setObjectName(QStringLiteral("matchLabel"));
    m_matches->setProperty("muted", true);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(10, 6, 10, 8);
    row->addWidget(m_pattern, 1);
    row->addWidget(m_want);
    row->addWidget(m_leave);
    row->addWidget(m_matches, 1);
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(kFilterDelay);
    connect(&m_filterDelay, &QTimer::timeout, this, &ContentTab::filter);
    connect(m_pattern, &QLineEdit::textChanged, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(m_pattern, &QLineEdit::returnPressed, this, &ContentTab::filter);
    connect(m_want, &QPushButton::clicked, this, [this] { setMatches(kNormalFile); });
    connect(m_leave, &QPushButton::clicked, this, [this] { setMatches(kSkipFile); });
    return bar;
}

void ContentTab::connectTree() {
    connect(&m_model, &ContentModel::prioritiesWanted, this, &ContentTab::setPriorities);
    connect(&m_model, &ContentModel::namesWanted, this, &ContentTab::rename);
    connect(&m_model, &ContentModel::nameRefused, this, &ContentTab::tellRefusal);
    connect(&m_context.services.session, &engine::Session::problem, this, [this](const Error& error) {
        if (error.operation == Operation::RenameFile)
            m_renaming.reset();
    });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_wasEmpty = m_model.isEmpty();
        rememberPlaces();
        if (!m_model.isFiltered())
            m_expanded.remember(*m_tree);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        openFolders();
        m_tree->setVisible(!m_model.isEmpty());
        m_none->setVisible(m_model.isEmpty());
        restorePlaces();
        updateMatches();
    });
    connect(m_tree, &QTreeView::activated, this, &ContentTab::open);
    connect(m_tree, &DetailsTable::copyRequested, this, &ContentTab::copyPaths);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ContentTab::showMenu);
    m_tree->hide();
}

void ContentTab::rememberPlaces() {
    m_current = m_model.placeOf(m_tree->currentIndex());
    m_selected.clear();
    const QModelIndexList rows = selection();
    if (rows.size() <= kSelectAtMost)
        std::ranges::transform(
            rows, std::back_inserter(m_selected), [this](const QModelIndex& row) { return m_model.placeOf(row); });
}

/// Who renames one file after the other goes on from where he is.
void ContentTab::restorePlaces() {
    QItemSelection rows;
    for (const ContentModel::Place place : m_selected) {
        if (const QModelIndex row = m_model.indexAt(place); row.isValid())
            rows.append(QItemSelectionRange(row));
    }
    QItemSelectionModel* chosen = m_tree->selectionModel();
    chosen->select(rows, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QModelIndex current = m_model.indexAt(m_current);
    if (!current.isValid())
        return;
    chosen->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    bool isSeen = true; // scrolling would open the folders that the user has closed
    for (QModelIndex folder = current.parent(); folder.isValid(); folder = folder.parent())
        isSeen = isSeen && m_tree->isExpanded(folder);
    if (isSeen)
        m_tree->scrollTo(current);
}

void ContentTab::openFolders() {
    const bool isAlone = m_model.rowCount() == 1;
    if (m_model.isFiltered() && m_model.shownCount() <= kOpenAtMost)
        m_tree->expandAll();
    else if (isAlone && (m_wasEmpty || m_model.isFiltered()))
        m_tree->expand(m_model.index(0, 0));
    else if (!m_model.isFiltered())
        m_expanded.restore(*m_tree);
}

void ContentTab::showTorrent(const engine::TorrentSnapshot& torrent) {
    if (!m_torrent || m_torrent->id != torrent.id) {
        noteRenaming();
        m_pattern->clear();
        filter();
        m_model.clear();
        m_none->setText(
            torrent.hasMetadata ? tr("Reading the list of files…")
                                : tr("The list of files is not known yet: it comes from the first peers."));
    }
    m_torrent = torrent;
    m_model.setFolder(torrent.savePath);
}

void ContentTab::showDetails(const engine::DetailsSnapshot& details) {
    const auto* content = std::get_if<engine::ContentDetails>(&details.part);
    if (content != nullptr && (content->files || !m_model.isEmpty()))
        m_model.setContent(*content);
    if (m_renaming && isRenamed())
        noteRenaming();
    if (content == nullptr && m_torrent && m_torrent->hasMetadata) // not with libtorrent at present
        m_none->setText(tr("The files are shown when the torrent’s drive is back or its move is over."));
}

QModelIndexList ContentTab::selection() const {
    return m_tree->selectionModel()->selectedRows();
}

void ContentTab::showMenu(const QPoint& position) {
    const QModelIndexList rows = selection();
    if (rows.isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* openIt = menu->addAction(tr("&Open"));
    openIt->setEnabled(rows.size() == 1 && (m_model.doneOf(rows.first()) > 0 || m_model.isFolder(rows.first())));
    connect(openIt, &QAction::triggered, this, [this] { open(m_tree->currentIndex()); });
    connect(menu->addAction(tr("Open the f&older")), &QAction::triggered, this, &ContentTab::openFolder);
    QAction* renameIt = menu->addAction(tr("Re&name…"));
    renameIt->setShortcut(Qt::Key_F2);
    renameIt->setEnabled(rows.size() == 1);
    connect(renameIt, &QAction::triggered, this, [this, row = rows.first()] { m_tree->edit(row); });
    QAction* many = menu->addAction(tr("Rename &many…"));
    many->setEnabled(m_model.filesBelow(rows).size() > 1);
    connect(many, &QAction::triggered, this, &ContentTab::renameMany);
    menu->addSeparator();
    addPriorities(*menu);
    menu->addSeparator();
    connect(menu->addAction(tr("&Copy the path")), &QAction::triggered, this, &ContentTab::copyPaths);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void ContentTab::addPriorities(QMenu& menu) {
    const QList<int> all = m_model.priorities();
    QList<int> now;
    for (const int file : m_model.filesBelow(selection()))
        now.append(all[file]);
    addPriorityActions(
        menu, now, [this](int priority) { setPriorities(m_model.prioritiesWith(selection(), priority)); });
    QAction* inOrder = menu.addAction(tr("By the order sho&wn"));
    inOrder->setObjectName(QStringLiteral("priorityInOrderAction"));
    inOrder->setEnabled(now.size() > 1);
    connect(inOrder, &QAction::triggered, this, [this] { setPriorities(m_model.prioritiesInOrder(selection())); });
}

void ContentTab::setPriorities(const QList<int>& priorities) {
    if (m_torrent)
        UndoableChanges(m_context.services.session, m_context.history)
            .setFilePriorities(*m_torrent, m_model.priorities(), priorities);
}

void ContentTab::setMatches(int priority) {
    filter();
    QList<int> priorities = m_model.priorities();
    for (const int file : m_model.filesMatching(m_pattern->text()))
        priorities[file] = priority;
    setPriorities(priorities);
}

void ContentTab::filter() {
    m_filterDelay.stop();
    m_model.setFilter(m_pattern->text());
    updateMatches();
}

void ContentTab::updateMatches() {
    const QList<int> files = m_model.filesMatching(m_pattern->text());
    for (QPushButton* button : {m_want, m_leave})
        button->setEnabled(!files.isEmpty());
    m_matches->setText(
        m_pattern->text().trimmed().isEmpty()
            ? QString()
            : tr("%Ln file(s), %1", nullptr, int(files.size())).arg(text::size(m_model.sizeOf(files))));
}

void ContentTab::rename(const std::map<int, QString>& paths) {
    if (!m_torrent || paths.empty())
        return;
    std::map<int, QString> before;
    for (const auto& [file, path] : paths)
        before.emplace(file, m_model.pathOfFile(file));
    noteRenaming();
    m_renaming = {*m_torrent, paths, before};
    m_context.services.session.edit({m_torrent->id}, engine::RenameFiles{paths});
}

bool ContentTab::isRenamed() const {
    return std::ranges::all_of(
        m_renaming->wanted, [this](const auto& file) { return m_model.pathOfFile(file.first) == file.second; });
}

void ContentTab::noteRenaming() {
    if (!m_renaming)
        return;
    const Renaming done = *std::exchange(m_renaming, std::nullopt);
    m_context.history.addWithNote(
        tr("%n file(s) of “%1” renamed", nullptr, int(done.wanted.size())).arg(shortened(done.torrent.name)),
        [&session = m_context.services.session, id = done.torrent.id, before = done.before] {
            session.edit({id}, engine::RenameFiles{before});
        });
}

void ContentTab::tellRefusal(const QString& name) {
    auto* box = new QMessageBox(
        QMessageBox::Warning, {}, tr("“%1” cannot be the name of a file or folder.").arg(shortened(name)),
        QMessageBox::Ok, this);
    box->setObjectName(QStringLiteral("nameRefusedBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("A name holds no slash and is not “..”: a file keeps its folder when it is renamed."));
    box->open();
}

void ContentTab::renameMany() {
    if (!m_torrent)
        return;
    std::map<int, QString> chosen;
    for (const int file : m_model.filesBelow(selection()))
        chosen.emplace(file, m_model.pathOfFile(file));
    auto* dialog = new RenameFilesDialog(std::move(chosen), m_model.paths(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = m_torrent->id] {
        if (m_torrent && m_torrent->id == id)
            rename(dialog->paths());
    });
    dialog->open();
}

void ContentTab::open(const QModelIndex& index) {
    if (m_torrent && index.isValid())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QDir(m_torrent->savePath).filePath(m_model.diskPathOf(index))));
}

void ContentTab::openFolder() {
    const QModelIndexList rows = selection();
    if (!m_torrent || rows.isEmpty())
        return;
    const QString path = QDir(m_torrent->savePath).filePath(m_model.pathOf(rows.first()));
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).path()));
}

void ContentTab::copyPaths() {
    QStringList lines;
    for (const QModelIndex& row : m_tree->selectedLines())
        lines.append(QDir(m_torrent->savePath).filePath(m_model.diskPathOf(row)));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace essaim::gui
