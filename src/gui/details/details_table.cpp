#include "gui/details/details_table.h"

#include "gui/details/details_delegate.h"
#include "settings/schema.h"

#include <QAction>
#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMap>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace essaim::gui {

namespace {

QMap<QString, QByteArray> savedColumns(const settings::SettingsStore& settings) {
    QMap<QString, QByteArray> columns;
    const QByteArray bytes = settings.value(settings::kDetailsColumns);
    QDataStream stream(bytes);
    stream >> columns;
    return stream.status() == QDataStream::Ok ? columns : QMap<QString, QByteArray>();
}

} // namespace

DetailsTable::DetailsTable(
    const QString& name, const QString& title, settings::SettingsStore& settings, QWidget* parent)
    : LongTreeView(parent)
    , m_settings(settings) {
    setObjectName(name);
    setAccessibleName(title);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegate(new DetailsDelegate(this));
    header()->setFixedHeight(28);
    header()->setStretchLastSection(false);
    header()->setHighlightSections(false);
    header()->setSectionsMovable(true);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QWidget::customContextMenuRequested, this, &DetailsTable::showHeaderMenu);
}

void DetailsTable::present(QAbstractItemModel& model, const QList<Column>& columns) {
    m_columns = columns;
    m_firstSort = isSortingEnabled() ? header()->sortIndicatorSection() : -1;
    m_isFirstDescending = header()->sortIndicatorOrder() == Qt::DescendingOrder;
    setModel(&model);
    Q_ASSERT(header()->count() == columns.size());
    const ColumnLayout saved = ColumnLayout::fromBytes(savedColumns(m_settings).value(objectName()));
    const bool isUsable = std::ranges::any_of(
        saved.columns, [this](const auto& column) { return column.visible && columnOf(column.id) >= 0; });
    m_isAsAtFirst = !isUsable;
    restoreColumns(isUsable ? saved : initialLayout());
    for (const auto signal : {&QHeaderView::sectionMoved, &QHeaderView::sectionResized})
        connect(header(), signal, this, &DetailsTable::saveColumns);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, [this] {
        const bool wasAsAtFirst = m_isAsAtFirst; // the widths are
        saveColumns();
        m_isAsAtFirst = wasAsAtFirst;
    });
}

void DetailsTable::setOffered(int column, bool isOffered) {
    const QScopedValueRollback arranging(m_isArranging, true);
    header()->setSectionHidden(column, !isOffered);
    if (isOffered && header()->sectionSize(column) < 24)
        header()->resizeSection(column, qMax(m_columns[column].width, 100));
    fitLastColumn();
}

QModelIndexList DetailsTable::selectedLines() const {
    QModelIndexList lines = selectionModel()->selectedRows();
    std::ranges::sort(lines, [this](const QModelIndex& left, const QModelIndex& right) {
        return visualRect(left).top() < visualRect(right).top();
    });
    return lines;
}

QAction* DetailsTable::actionOf(const QKeyEvent& key) const {
    const QKeySequence pressed(key.keyCombination());
    const QList<QAction*> own = actions();
    const auto action =
        std::ranges::find_if(own, [&](const QAction* one) { return one->shortcuts().contains(pressed); });
    return action == own.end() ? nullptr : *action;
}

bool DetailsTable::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && actionOf(*static_cast<QKeyEvent*>(event)) != nullptr) {
        event->accept(); // two actions for one key would be none: Qt calls that ambiguous
        return true;
    }
    return LongTreeView::event(event);
}

void DetailsTable::keyPressEvent(QKeyEvent* event) {
    if (QAction* action = actionOf(*event)) {
        action->trigger();
        return event->accept();
    }
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return event->accept();
    }
    LongTreeView::keyPressEvent(event);
}

int DetailsTable::columnOf(const QString& id) const {
    for (int i = 0; i < m_columns.size(); ++i) {
        if (id == QLatin1String(m_columns[i].id))
            return i;
    }
    return -1;
}

ColumnLayout DetailsTable::initialLayout() const {
    ColumnLayout layout;
    // Qt asks for room for an arrow as high as the words in each column; the style sheet has a small one in the margin.
    const int markRoom = header()->isSortIndicatorShown() ? header()->fontMetrics().height() : 0;
    for (int i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        const int words = header()->sectionSizeHint(i) - markRoom;
        const int width = column.width > 0 ? qMax(column.width, words) : 0;
        layout.columns.append({QString::fromLatin1(column.id), width, column.width > 0});
    }
    if (m_firstSort >= 0)
        layout.sortColumn = QString::fromLatin1(m_columns[m_firstSort].id);
    layout.descending = m_isFirstDescending;
    return layout;
}

void DetailsTable::restoreColumns(const ColumnLayout& layout) {
    const QScopedValueRollback arranging(m_isArranging, true);
    ColumnLayout all = layout;
    for (const auto& column : initialLayout().columns) { // unknown when it was remembered
        if (std::ranges::none_of(layout.columns, [&](const auto& known) { return known.id == column.id; }))
            all.columns.append(column);
    }
    int position = 0;
    for (const auto& column : all.columns) {
        const int index = columnOf(column.id);
        if (index < 0)
            continue;
        header()->moveSection(header()->visualIndex(index), position++);
        header()->setSectionHidden(index, false); // a hidden section takes no width
        header()->resizeSection(index, qMax(column.width, 24));
        header()->setSectionHidden(index, !column.visible);
    }
    if (const int sort = columnOf(layout.sortColumn); sort >= 0 && isSortingEnabled())
        sortByColumn(sort, layout.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void DetailsTable::saveColumns() {
    if (m_isArranging)
        return;
    m_isAsAtFirst = false;
    ColumnLayout layout;
    for (int i = 0; i < header()->count(); ++i) {
        const int index = header()->logicalIndex(i);
        const bool isHidden = header()->isSectionHidden(index);
        layout.columns.append(
            {QString::fromLatin1(m_columns[index].id), isHidden ? m_columns[index].width : header()->sectionSize(index),
             !isHidden});
    }
    if (const int sort = header()->sortIndicatorSection(); isSortingEnabled() && sort >= 0 && sort < m_columns.size())
        layout.sortColumn = QString::fromLatin1(m_columns[sort].id);
    layout.descending = header()->sortIndicatorOrder() == Qt::DescendingOrder;
    QMap<QString, QByteArray> columns = savedColumns(m_settings);
    columns.insert(objectName(), layout.toBytes());
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << columns;
    m_settings.set(settings::kDetailsColumns, bytes);
}

void DetailsTable::fitColumns() {
    for (int i = 0; i < header()->count(); ++i) {
        if (!header()->isSectionHidden(i))
            resizeColumnToContents(i);
    }
}

void DetailsTable::resizeEvent(QResizeEvent* event) {
    LongTreeView::resizeEvent(event);
    fitLastColumn();
}

void DetailsTable::fitLastColumn() {
    constexpr int kNarrowest = 100;
    if (!m_isAsAtFirst || m_columns.isEmpty() || !isVisible())
        return;
    int last = header()->count() - 1;
    while (last > 0 && header()->isSectionHidden(header()->logicalIndex(last)))
        --last;
    const int column = header()->logicalIndex(last);
    const int room = viewport()->width() - (header()->length() - header()->sectionSize(column));
    const QScopedValueRollback arranging(m_isArranging, true);
    header()->resizeSection(column, qMax(qMin(m_columns[column].width, room), kNarrowest));
}

void DetailsTable::showHeaderMenu(const QPoint& position) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < header()->count(); ++i) {
        QAction* action = menu->addAction(model()->headerData(i, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header()->isSectionHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool isOn) {
            if (!isOn && header()->count() - header()->hiddenSectionCount() <= 1)
                return; // the last one stays
            {
                const QScopedValueRollback arranging(m_isArranging, true);
                header()->setSectionHidden(i, !isOn);
                if (isOn && header()->sectionSize(i) < 24)
                    header()->resizeSection(i, qMax(m_columns[i].width, 100));
            }
            saveColumns();
        });
    }
    menu->addSeparator();
    connect(
        menu->addAction(tr("Fit the columns to what they show")), &QAction::triggered, this, &DetailsTable::fitColumns);
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, [this] {
        restoreColumns(initialLayout());
        saveColumns();
        m_isAsAtFirst = true;
        fitLastColumn();
    });
    menu->popup(header()->mapToGlobal(position));
}

} // namespace essaim::gui
