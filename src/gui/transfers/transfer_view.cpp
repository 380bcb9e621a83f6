#include "gui/transfers/transfer_view.h"

#include "gui/transfers/column_layout.h"
#include "gui/transfers/transfer_columns.h"
#include "gui/transfers/transfer_delegate.h"
#include "gui/widgets/theme.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QAccessible>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>

namespace essaim::gui {

namespace {

constexpr int kMinimumNameWidth = 180;

/// In some languages and fonts, titles need more room than what is below them.
ColumnLayout defaultLayout(const QHeaderView& header) {
    ColumnLayout layout;
    int index = 0;
    for (const TransferColumn& column : transferColumns()) {
        const int width = qMax(column.width, header.sectionSizeHint(index++));
        layout.columns.append({QString::fromLatin1(column.id), width, column.visible});
    }
    layout.sortColumn = QStringLiteral("name");
    return layout;
}

} // namespace

TransferView::TransferView(
    TransferModel& model, TransferFilter& filter, settings::SettingsStore& settings, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
    , m_filter(filter)
    , m_settings(settings) {
    setObjectName(QStringLiteral("transferView"));
    setAccessibleName(tr("Transfers"));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true); // thousands of rows: the height is asked once
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setSortingEnabled(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(new TransferDelegate(this));
    setModel(&filter);

    header()->setFixedHeight(32);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(true);
    header()->setHighlightSections(false);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    restoreColumns();
    connect(header(), &QWidget::customContextMenuRequested, this, &TransferView::showHeaderMenu);
    connect(header(), &QHeaderView::sectionMoved, this, &TransferView::saveColumns);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &TransferView::saveColumns);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column) {
        if (m_arranging)
            return;
        if (column == transferColumn(QStringLiteral("name")))
            m_fitsName = false;
        fitNameColumn();
        saveColumns();
    });
}

std::vector<int> TransferView::selectedRows() const {
    // Not by QItemSelectionModel::selectedRows(), which looks at each cell of each row: what is selected here are rows.
    std::vector<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(m_filter.mapToSource(m_filter.index(row, 0)).row());
    }
    return rows;
}

void TransferView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) {
    // The base class asks for the place of each cell, on the screen or not, to repaint no more than those.
    constexpr int kMany = 64;
    if (bottomRight.row() - topLeft.row() < kMany || QAccessible::isActive())
        QTreeView::dataChanged(topLeft, bottomRight, roles);
    else
        viewport()->update();
}

void TransferView::selectTorrent(const TorrentId& id) {
    const QModelIndex row = m_filter.mapFromSource(m_model.index(m_model.rowOf(id), 0));
    if (!row.isValid())
        return;
    setCurrentIndex(row);
    scrollTo(row);
}

void TransferView::setColumnVisible(int column, bool visible) {
    if (!visible && header()->count() - header()->hiddenSectionCount() <= 1)
        return;
    {
        const QScopedValueRollback arranging(m_arranging, true);
        header()->setSectionHidden(column, !visible);
        fitNameColumn();
    }
    saveColumns();
}

void TransferView::resetColumns() {
    m_settings.set(settings::kTransferColumns, QByteArray());
    restoreColumns();
    fitNameColumn();
}

void TransferView::fitColumns() {
    {
        const QScopedValueRollback arranging(m_arranging, true);
        for (int column = 0; column < header()->count(); ++column) {
            if (!header()->isSectionHidden(column))
                resizeColumnToContents(column);
        }
        m_fitsName = false;
    }
    saveColumns();
}

void TransferView::fillColumnMenu(QMenu& menu) {
    menu.clear();
    int position = 0;
    for (const TransferColumn& column : transferColumns()) {
        const int index = position++;
        QAction* action = menu.addAction(column.translatedTitle());
        action->setCheckable(true);
        action->setChecked(!header()->isSectionHidden(index));
        connect(action, &QAction::toggled, this, [this, index](bool on) { setColumnVisible(index, on); });
    }
    menu.addSeparator();
    connect(
        menu.addAction(tr("Fit the columns to what they show")), &QAction::triggered, this, &TransferView::fitColumns);
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, &TransferView::resetColumns);
}

/// Qt draws the two cells anew; the frame goes round the whole row.
void TransferView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    for (const QModelIndex& index : {current, previous}) {
        const QRect cell = visualRect(index);
        viewport()->update(0, cell.top(), viewport()->width(), cell.height());
    }
}

void TransferView::drawRow(QPainter* painter, const QStyleOptionViewItem& options, const QModelIndex& index) const {
    QTreeView::drawRow(painter, options, index);
    // Where the keyboard is, when that differs from what is selected; the style would cloud the whole row.
    if (!hasFocus() || index.row() != currentIndex().row() || selectionModel()->isRowSelected(index.row()))
        return;
    painter->setPen(tintColor(Tint::Moving, palette()));
    painter->drawRect(options.rect.adjusted(0, 0, -1, -1));
}

void TransferView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    fitNameColumn();
}

void TransferView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectionChangedByUser();
}

void TransferView::restoreColumns() {
    const QScopedValueRollback arranging(m_arranging, true);
    ColumnLayout layout = ColumnLayout::fromBytes(m_settings.value(settings::kTransferColumns));
    header()->setSortIndicatorShown(false); // room for it in each column would be room lost for names
    const ColumnLayout defaults = defaultLayout(*header());
    header()->setSortIndicatorShown(true);
    // Columns that this version knows and the remembered arrangement does not go to the end, as they are by default.
    for (const ColumnLayout::Column& column : defaults.columns) {
        if (std::ranges::none_of(layout.columns, [&](const auto& known) { return known.id == column.id; }))
            layout.columns.append(column);
    }
    int position = 0;
    for (const ColumnLayout::Column& column : layout.columns) {
        const int index = transferColumn(column.id);
        if (index < 0)
            continue;
        header()->moveSection(header()->visualIndex(index), position++);
        header()->setSectionHidden(index, false); // a hidden section takes no width
        header()->resizeSection(index, column.width);
        header()->setSectionHidden(index, !column.visible);
    }
    m_fitsName = layout.fitsName;
    const int sort = transferColumn(layout.sortColumn);
    sortByColumn(qMax(sort, 0), layout.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void TransferView::saveColumns() {
    if (m_arranging)
        return;
    ColumnLayout layout;
    for (int i = 0; i < header()->count(); ++i) {
        const int index = header()->logicalIndex(i);
        const TransferColumn& column = transferColumns()[std::size_t(index)];
        const bool hidden = header()->isSectionHidden(index);
        layout.columns.append(
            {QString::fromLatin1(column.id), hidden ? column.width : header()->sectionSize(index), !hidden});
    }
    layout.sortColumn = QString::fromLatin1(transferColumns()[std::size_t(header()->sortIndicatorSection())].id);
    layout.descending = header()->sortIndicatorOrder() == Qt::DescendingOrder;
    layout.fitsName = m_fitsName;
    m_settings.set(settings::kTransferColumns, layout.toBytes());
}

void TransferView::fitNameColumn() {
    const int name = transferColumn(QStringLiteral("name"));
    if (!m_fitsName || header()->isSectionHidden(name))
        return;
    const QScopedValueRollback arranging(m_arranging, true);
    const int others = header()->length() - header()->sectionSize(name);
    header()->resizeSection(name, qMax(kMinimumNameWidth, viewport()->width() - others));
}

void TransferView::showHeaderMenu(const QPoint& position) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(header()->mapToGlobal(position));
}

} // namespace essaim::gui
