#include "gui/unlisted/unlisted_dialog.h"

#include "unlisted/ui_unlisted_dialog.h"

#include "engine/session.h"
#include "gui/undo/undo_history.h"
#include "gui/undo/undo_toast.h"
#include "gui/widgets/natural_order.h"
#include "gui/widgets/row_delegate.h"
#include "gui/widgets/theme.h"
#include "text/text.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPointer>
#include <QRandomGenerator>
#include <QUrl>

namespace essaim::gui {

using engine::UnlistedEntry;

namespace {

quint64 newNumber() {
    return QRandomGenerator::global()->generate64() | 1;
}

qint64 sizeOf(const QList<UnlistedEntry>& entries) {
    qint64 size = 0;
    for (const UnlistedEntry& entry : entries)
        size += entry.size;
    return size;
}

} // namespace

UnlistedDialog::UnlistedDialog(
    const Services& services, const QStringList& folders, UndoHistory& history, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_history(history)
    , m_ui(std::make_unique<Ui::UnlistedDialog>()) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->messageLabel->hide();
    new UndoToast(history, this);
    m_proxy.setSourceModel(&m_model);
    m_proxy.setSortRole(UnlistedModel::kSortRole);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy.setFilterKeyColumn(-1);
    QTreeView& view = *m_ui->unlistedView;
    view.setModel(&m_proxy);
    view.setItemDelegate(new RowDelegate(&view));
    view.sortByColumn(UnlistedModel::Path, Qt::AscendingOrder);
    view.header()->setStretchLastSection(false);
    view.header()->setSectionResizeMode(UnlistedModel::Path, QHeaderView::Stretch);
    const QList<std::pair<int, int>> widths{
        {UnlistedModel::Size, 90},
        {UnlistedModel::Files, 70},
        {UnlistedModel::Changed, 130},
        {UnlistedModel::Formerly, 150}};
    for (const auto& [column, width] : widths)
        view.header()->resizeSection(column, qMax(width, view.header()->sectionSizeHint(column)));
    for (const QString& folder : folders)
        addFolder(folder);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, &m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &UnlistedDialog::update);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &UnlistedDialog::update);
    connect(&view, &QTreeView::customContextMenuRequested, this, &UnlistedDialog::showMenu);
    connect(&view, &QTreeView::activated, this, &UnlistedDialog::openFolder);
    connect(m_ui->folderList, &QListWidget::itemChanged, this, &UnlistedDialog::update);
    connect(m_ui->addFolderButton, &QPushButton::clicked, this, &UnlistedDialog::chooseFolder);
    connect(m_ui->searchButton, &QPushButton::clicked, this, &UnlistedDialog::search);
    connect(m_ui->discardButton, &QPushButton::clicked, this, &UnlistedDialog::discard);
    const engine::Session* session = &services.session;
    connect(session, &engine::Session::unlistedProgress, this, [this](quint64 number, qint64 seen) {
        if (number == m_search && m_isSearching)
            m_ui->summaryLabel->setText(tr("Looking: %n files so far…", nullptr, int(seen)));
    });
    connect(session, &engine::Session::unlistedFound, this, &UnlistedDialog::showReport);
    connect(session, &engine::Session::unlistedMoved, this, &UnlistedDialog::onMoved);
    update();
}

UnlistedDialog::~UnlistedDialog() {
    if (m_isSearching)
        m_services.session.cancelFindUnlisted();
    m_ui->unlistedView->setModel(nullptr); // the models are members and go first
}

void UnlistedDialog::addFolder(const QString& folder) {
    auto* item = new QListWidgetItem(themedIcon(QStringLiteral("folder")), QDir::toNativeSeparators(folder));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Checked);
    m_ui->folderList->addItem(item);
}

void UnlistedDialog::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Look in another folder"), QDir::homePath());
    if (folder.isEmpty())
        return;
    const auto known = m_ui->folderList->findItems(QDir::toNativeSeparators(folder), Qt::MatchExactly);
    if (known.isEmpty())
        addFolder(folder);
    else
        known.first()->setCheckState(Qt::Checked);
    update();
}

QStringList UnlistedDialog::folders() const {
    QStringList checked;
    for (int row = 0; row < m_ui->folderList->count(); ++row) {
        const QListWidgetItem* item = m_ui->folderList->item(row);
        if (item->checkState() == Qt::Checked)
            checked.append(QDir::fromNativeSeparators(item->text()));
    }
    return checked;
}

QList<UnlistedEntry> UnlistedDialog::chosen() const {
    QList<UnlistedEntry> entries;
    for (const QModelIndex& index : m_ui->unlistedView->selectionModel()->selectedRows())
        entries.append(m_model.entry(m_proxy.mapToSource(index).row()));
    return entries;
}

void UnlistedDialog::search() {
    if (m_isSearching)
        return m_services.session.cancelFindUnlisted();
    tell({});
    m_isSearching = true;
    m_hasSearched = false;
    m_search = newNumber();
    m_model.setEntries({});
    m_services.session.findUnlisted(m_search, folders());
    update();
    m_ui->summaryLabel->setText(tr("Looking…"));
}

void UnlistedDialog::showReport(const engine::UnlistedReport& report) {
    if (report.requestId != m_search)
        return;
    m_isSearching = false;
    m_hasSearched = !report.error;
    m_model.setEntries(report.entries);
    if (report.error && report.error->kind == ErrorKind::Busy)
        tell(tr("Files of torrents are on the way to other folders. Search again when they have arrived."));
    else if (report.error && report.error->kind != ErrorKind::Cancelled)
        tell(essaim::text::errorSentence(*report.error));
    else if (!report.unread.isEmpty())
        tell(tr("%n folders could not be read, such as “%1”: what is in there is not in the list.", nullptr,
                int(report.unread.size()))
                 .arg(QDir::toNativeSeparators(report.unread.first())));
    update();
    if (report.error)
        m_ui->summaryLabel->setText(tr("The search was stopped: this list is not complete."));
}

void UnlistedDialog::discard() {
    QStringList paths;
    for (const UnlistedEntry& entry : chosen())
        paths.append(entry.path);
    if (paths.isEmpty() || m_discard != 0)
        return;
    tell({});
    m_discard = newNumber();
    m_services.session.discardUnlisted(m_discard, paths);
    update();
}

void UnlistedDialog::onMoved(const engine::UnlistedMoved& result) {
    if (!result.failures.isEmpty())
        tell(
            essaim::text::errorSentence(result.failures.first()) +
            (result.failures.size() > 1
                 ? QLatin1Char(' ') + tr("So it is with %n more.", nullptr, int(result.failures.size() - 1))
                 : QString()));
    if (result.requestId != m_discard) // brought back: the list is an old one
        return m_isSearching || !m_hasSearched ? void() : search();
    m_discard = 0;
    QSet<QString> gone;
    for (const auto& [path, bin] : result.moved)
        gone.insert(path);
    m_model.remove(gone);
    if (!result.moved.isEmpty()) {
        engine::Session& session = m_services.session;
        m_history.addWithNote(
            tr("%n things moved to the bin", nullptr, int(gone.size())),
            [&session, moved = result.moved] { session.putBackUnlisted(newNumber(), moved); });
    }
    update();
}

void UnlistedDialog::showMenu(const QPoint& position) {
    if (chosen().isEmpty())
        return;
    QMenu menu(this);
    menu.addAction(themedIcon(QStringLiteral("folder")), tr("Open the f&older"), this, &UnlistedDialog::openFolder);
    menu.addAction(themedIcon(QStringLiteral("copy")), tr("&Copy the path"), this, &UnlistedDialog::copyPaths);
    menu.addSeparator();
    menu.addAction(themedIcon(QStringLiteral("trash")), m_ui->discardButton->text(), this, &UnlistedDialog::discard)
        ->setEnabled(m_ui->discardButton->isEnabled());
    menu.exec(m_ui->unlistedView->viewport()->mapToGlobal(position));
}

void UnlistedDialog::openFolder() {
    const auto entries = chosen();
    if (!entries.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(entries.first().path).path()));
}

void UnlistedDialog::copyPaths() {
    QStringList paths;
    for (const UnlistedEntry& entry : chosen())
        paths.append(QDir::toNativeSeparators(entry.path));
    QGuiApplication::clipboard()->setText(paths.join(QLatin1Char('\n')));
}

void UnlistedDialog::tell(const QString& sentence) {
    m_ui->messageLabel->setText(sentence);
    m_ui->messageLabel->setVisible(!sentence.isEmpty());
}

void UnlistedDialog::update() {
    const auto entries = chosen();
    m_ui->searchButton->setText(m_isSearching ? tr("&Stop") : tr("&Search"));
    m_ui->searchButton->setEnabled(m_isSearching || !folders().isEmpty());
    m_ui->discardButton->setEnabled(!entries.isEmpty() && m_discard == 0);
    if (m_isSearching)
        return;
    QList<UnlistedEntry> shown;
    for (int row = 0; row < m_proxy.rowCount(); ++row)
        shown.append(m_model.entry(m_proxy.mapToSource(m_proxy.index(row, 0)).row()));
    if (!m_hasSearched)
        m_ui->summaryLabel->clear();
    else if (m_model.rowCount() == 0)
        m_ui->summaryLabel->setText(tr("Everything in these folders belongs to a torrent."));
    else if (entries.isEmpty())
        m_ui->summaryLabel->setText(tr("%n things, %1. Choose what is to go.", nullptr, int(shown.size()))
                                        .arg(essaim::text::size(sizeOf(shown))));
    else
        m_ui->summaryLabel->setText(
            tr("%n chosen, %1.", nullptr, int(entries.size())).arg(essaim::text::size(sizeOf(entries))));
}

} // namespace essaim::gui
