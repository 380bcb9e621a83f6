#include "gui/create_torrent/source_list.h"

#include "create_torrent/ui_source_list.h"

#include "gui/widgets/cell_delegate.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

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

constexpr int kPathRole = Qt::UserRole;
constexpr int kSizeWidth = 96;
constexpr int kIconSize = 28;
constexpr qreal kCornerRadius = 8;

} // namespace

struct SourceList::Private {
    explicit Private(SourceList& owner)
        : q(owner) {}

    void showPage();
    void removeSelected();
    void ask(QFileDialog::FileMode mode);

    SourceList& q;
    Ui::SourceList ui;
    bool dragOver = false;
};

void SourceList::Private::showPage() {
    const bool empty = ui.sourceTree->topLevelItemCount() == 0;
    ui.pages->setCurrentWidget(empty ? ui.dropPage : ui.listPage);
    ui.removeButton->setEnabled(!ui.sourceTree->selectedItems().isEmpty());
}

void SourceList::Private::removeSelected() {
    const auto items = ui.sourceTree->selectedItems();
    if (items.isEmpty())
        return;
    qDeleteAll(items);
    showPage();
    Q_EMIT q.changed();
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

SourceList::SourceList(QWidget* parent)
    : QWidget(parent)
    , m_private(std::make_unique<Private>(*this)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    setAcceptDrops(true);
    setFocusProxy(d.ui.addFilesButton);
    d.ui.dropIcon->setPixmap(themedIcon(QStringLiteral("box"), Tint::Accent).pixmap(kIconSize, kIconSize));
    d.ui.dropPage->installEventFilter(this);
    d.ui.sourceTree->installEventFilter(this);
    d.ui.sourceTree->setItemDelegate(new CellDelegate(this));
    QHeaderView& header = *d.ui.sourceTree->header();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(0, QHeaderView::Stretch);
    header.resizeSection(1, kSizeWidth);
    d.ui.sourceTree->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    connect(d.ui.addFilesButton, &QPushButton::clicked, this, [&d] { d.ask(QFileDialog::ExistingFiles); });
    connect(d.ui.addFolderButton, &QPushButton::clicked, this, [&d] { d.ask(QFileDialog::Directory); });
    connect(d.ui.removeButton, &QPushButton::clicked, this, [&d] { d.removeSelected(); });
    connect(d.ui.sourceTree, &QTreeWidget::itemSelectionChanged, this, [&d] { d.showPage(); });
    d.showPage();
}

SourceList::~SourceList() = default;

QStringList SourceList::paths() const {
    QStringList result;
    const QTreeWidget& tree = *m_private->ui.sourceTree;
    for (int row = 0; row < tree.topLevelItemCount(); ++row)
        result.append(tree.topLevelItem(row)->data(0, kPathRole).toString());
    return result;
}

void SourceList::add(const QStringList& paths) {
    QStringList known = this->paths();
    const qsizetype before = known.size();
    for (const QString& given : paths) {
        const QString path = QDir::cleanPath(given);
        if (given.isEmpty() || known.contains(path))
            continue;
        known.append(path);
        auto* item = new QTreeWidgetItem(m_private->ui.sourceTree);
        const QFileInfo info(path);
        item->setText(0, info.fileName().isEmpty() ? path : info.fileName());
        item->setToolTip(0, plainToolTip(QDir::toNativeSeparators(path)));
        item->setData(0, kPathRole, path);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setIcon(0, themedIcon(info.isDir() ? QStringLiteral("folder") : QStringLiteral("file"), Tint::Muted));
    }
    m_private->showPage();
    if (known.size() != before)
        Q_EMIT changed();
}

void SourceList::setSizes(const QHash<QString, qint64>& sizes) {
    QTreeWidget& tree = *m_private->ui.sourceTree;
    for (int row = 0; row < tree.topLevelItemCount(); ++row) {
        QTreeWidgetItem& item = *tree.topLevelItem(row);
        const auto size = sizes.constFind(item.data(0, kPathRole).toString());
        item.setText(1, size == sizes.constEnd() ? QString() : text::size(*size));
    }
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

/// The dashed border of the drop area, and Delete on the list.
bool SourceList::eventFilter(QObject* watched, QEvent* event) {
    Private& d = *m_private;
    if (watched == d.ui.dropPage && event->type() == QEvent::Paint) {
        QPainter painter(d.ui.dropPage);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tintColor(d.dragOver ? Tint::Accent : Tint::Muted, palette()), 1.2, Qt::DashLine));
        painter.setBrush(tintColor(Tint::Raised, palette()));
        painter.drawRoundedRect(QRectF(d.ui.dropPage->rect()).adjusted(1, 1, -1, -1), kCornerRadius, kCornerRadius);
    } else if (watched == d.ui.sourceTree && event->type() == QEvent::KeyPress) {
        if (static_cast<QKeyEvent*>(event)->matches(QKeySequence::Delete)) {
            d.removeSelected();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace essaim::gui
