#include "gui/create_torrent/source_list.h"

#include "create_torrent/ui_source_list.h"

#include "gui/create_torrent/source_tree_model.h"
#include "gui/widgets/row_delegate.h"
#include "gui/widgets/theme.h"

#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace essaim::gui {

namespace {

constexpr int kSizeWidth = 104;
constexpr int kIconSize = 28;
constexpr qreal kCornerRadius = 8;

} // namespace

struct SourceList::Private {
    explicit Private(SourceList& owner)
        : q(owner)
        , model(new SourceTreeModel(&owner)) {}

    void arrange();
    void connectParts();
    void showPage();
    void updateButtons();
    void removeSelected();
    void toggleSelected();
    void ask(QFileDialog::FileMode mode);
    [[nodiscard]] QModelIndexList selected() const { return ui.sourceTree->selectionModel()->selectedRows(); }
    [[nodiscard]] QStringList openFolders(const QModelIndex& below = {}) const;

    SourceList& q;
    Ui::SourceList ui;
    SourceTreeModel* model;
    bool dragOver = false;
};

void SourceList::Private::arrange() {
    ui.setupUi(&q);
    ui.dropIcon->setPixmap(themedIcon(QStringLiteral("box"), Tint::Accent).pixmap(kIconSize, kIconSize));
    ui.dropPage->installEventFilter(&q);
    ui.sourceTree->installEventFilter(&q);
    ui.sourceTree->setModel(model);
    ui.sourceTree->setItemDelegate(new RowDelegate(&q));
    QHeaderView& header = *ui.sourceTree->header();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(SourceTreeModel::NameColumn, QHeaderView::Stretch);
    header.resizeSection(SourceTreeModel::SizeColumn, kSizeWidth);
}

void SourceList::Private::connectParts() {
    QObject::connect(ui.addFilesButton, &QPushButton::clicked, &q, [this] { ask(QFileDialog::ExistingFiles); });
    QObject::connect(ui.addFolderButton, &QPushButton::clicked, &q, [this] { ask(QFileDialog::Directory); });
    QObject::connect(ui.removeButton, &QPushButton::clicked, &q, [this] { removeSelected(); });
    QObject::connect(model, &SourceTreeModel::ticked, &q, &SourceList::ticked);
    QObject::connect(model, &SourceTreeModel::modelReset, &q, [this] { updateButtons(); });
    QObject::connect(
        ui.sourceTree->selectionModel(), &QItemSelectionModel::selectionChanged, &q, [this] { updateButtons(); });
}

void SourceList::Private::showPage() {
    ui.pages->setCurrentWidget(model->rowCount() == 0 ? ui.dropPage : ui.listPage);
    updateButtons();
}

void SourceList::Private::updateButtons() {
    ui.removeButton->setEnabled(!selected().isEmpty());
}

/// Chosen items go; what lies in them is unticked.
void SourceList::Private::removeSelected() {
    QStringList tops;
    QStringList below;
    for (const QModelIndex& index : selected())
        (index.parent().isValid() ? below : tops).append(model->diskPath(index));
    if (!below.isEmpty())
        model->untick(below);
    if (tops.isEmpty())
        return;
    QStringList kept = model->sources();
    kept.removeIf([&tops](const QString& path) { return tops.contains(path); });
    model->setSources(kept);
    showPage();
    Q_EMIT q.changed();
}

/// Space: all that are selected become what the current one is not.
void SourceList::Private::toggleSelected() {
    const QModelIndex current = ui.sourceTree->currentIndex().siblingAtColumn(SourceTreeModel::NameColumn);
    const bool tick = current.data(Qt::CheckStateRole).toInt() != Qt::Checked;
    for (const QModelIndex& index : selected()) {
        if (index.flags().testFlag(Qt::ItemIsUserCheckable))
            model->setData(index, tick ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    }
}

void SourceList::Private::ask(QFileDialog::FileMode mode) {
    auto* dialog = new QFileDialog(&q, mode == QFileDialog::Directory ? tr("Add a folder") : tr("Add files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    if (!q.paths().isEmpty())
        dialog->setDirectory(QFileInfo(q.paths().first()).absolutePath());
    QObject::connect(dialog, &QFileDialog::filesSelected, &q, [this](const QStringList& files) { q.add(files); });
    dialog->open();
}

QStringList SourceList::Private::openFolders(const QModelIndex& below) const {
    QStringList result;
    for (int row = 0; row < model->rowCount(below); ++row) {
        const QModelIndex index = model->index(row, 0, below);
        if (!ui.sourceTree->isExpanded(index))
            continue;
        result.append(model->diskPath(index));
        result += openFolders(index);
    }
    return result;
}

SourceList::SourceList(QWidget* parent)
    : QWidget(parent)
    , m_private(std::make_unique<Private>(*this)) {
    m_private->arrange();
    m_private->connectParts();
    m_private->showPage();
    setAcceptDrops(true);
    setFocusProxy(m_private->ui.addFilesButton);
}

SourceList::~SourceList() = default;

QStringList SourceList::paths() const {
    return m_private->model->sources();
}

void SourceList::add(const QStringList& paths) {
    QStringList known = this->paths();
    const qsizetype before = known.size();
    for (const QString& given : paths) {
        const QString path = QDir::cleanPath(given);
        if (!given.isEmpty() && !known.contains(path))
            known.append(path);
    }
    if (known.size() == before)
        return;
    m_private->model->setSources(known);
    m_private->showPage();
    Q_EMIT changed();
}

void SourceList::setTree(std::unique_ptr<SourceNode> root) {
    Private& d = *m_private;
    const QStringList open = d.openFolders();
    QStringList chosen;
    for (const QModelIndex& index : d.selected())
        chosen.append(d.model->diskPath(index));
    const bool isFirst = open.isEmpty();
    d.model->setTree(std::move(root));
    for (const QString& path : open)
        d.ui.sourceTree->expand(d.model->indexOf(path));
    if (isFirst && d.model->rowCount() == 1) // a folder alone says nothing
        d.ui.sourceTree->expand(d.model->index(0, 0));
    for (const QString& path : chosen)
        d.ui.sourceTree->selectionModel()->select(
            d.model->indexOf(path), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

QStringList SourceList::unticked() const {
    return m_private->model->unticked();
}

void SourceList::untick(const QStringList& paths) {
    m_private->model->untick(paths);
}

qint64 SourceList::tickedSize() const {
    return m_private->model->tickedSize();
}

int SourceList::tickedFiles() const {
    return m_private->model->tickedFiles();
}

void SourceList::reveal(const QString& path) {
    QTreeView& tree = *m_private->ui.sourceTree;
    const QModelIndex index = m_private->model->indexOf(path);
    if (!index.isValid())
        return;
    tree.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    tree.scrollTo(index);
}

QStringList SourceList::localPaths(const QMimeData* data) {
    QStringList result;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            result.append(url.toLocalFile());
    }
    return result;
}

void SourceList::dragEnterEvent(QDragEnterEvent* event) {
    if (localPaths(event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_private->dragOver = true;
    m_private->ui.dropPage->update();
}

void SourceList::dragLeaveEvent(QDragLeaveEvent*) {
    m_private->dragOver = false;
    m_private->ui.dropPage->update();
}

void SourceList::dropEvent(QDropEvent* event) {
    m_private->dragOver = false;
    m_private->ui.dropPage->update();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    add(localPaths(event->mimeData()));
}

/// The dashed border of the drop area; Delete and Space on the tree.
bool SourceList::eventFilter(QObject* watched, QEvent* event) {
    Private& d = *m_private;
    if (watched == d.ui.dropPage && event->type() == QEvent::Paint) {
        QPainter painter(d.ui.dropPage);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tintColor(d.dragOver ? Tint::Accent : Tint::Muted, palette()), 1.2, Qt::DashLine));
        painter.setBrush(tintColor(Tint::Raised, palette()));
        painter.drawRoundedRect(QRectF(d.ui.dropPage->rect()).adjusted(1, 1, -1, -1), kCornerRadius, kCornerRadius);
    } else if (watched == d.ui.sourceTree && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Delete)) {
            d.removeSelected();
            return true;
        }
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            d.toggleSelected();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace essaim::gui
