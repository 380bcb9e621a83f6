#include "gui/details/details_table.h"

#include "gui/details/details_delegate.h"
#include "settings/schema.h"

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
    : QTreeView(parent)
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

void DetailsTable::present(QAbstractItemModel& model, const QList<int>& widths) {
    m_widths = widths;
    setModel(&model);
    const QScopedValueRollback arranging(m_isArranging, true);
    const QByteArray saved = savedColumns(m_settings).value(objectName());
    if (saved.isEmpty() || !header()->restoreState(saved) || header()->hiddenSectionCount() == header()->count())
        resetColumns();
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(true);
    for (const auto signal : {&QHeaderView::sectionMoved, &QHeaderView::sectionResized})
        connect(header(), signal, this, &DetailsTable::saveColumns);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &DetailsTable::saveColumns);
}

void DetailsTable::setOffered(int column, bool isOffered) {
    const QScopedValueRollback arranging(m_isArranging, true);
    header()->setSectionHidden(column, !isOffered);
    if (isOffered && header()->sectionSize(column) < 24)
        header()->resizeSection(column, qMax(m_widths.value(column), 100));
}

QModelIndexList DetailsTable::selectedLines() const {
    QModelIndexList lines = selectionModel()->selectedRows();
    std::ranges::sort(lines, [this](const QModelIndex& left, const QModelIndex& right) {
        return visualRect(left).top() < visualRect(right).top();
    });
    return lines;
}

void DetailsTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return event->accept();
    }
    QTreeView::keyPressEvent(event);
}

void DetailsTable::resetColumns() {
    const QScopedValueRollback arranging(m_isArranging, true);
    for (int i = 0; i < header()->count(); ++i) {
        header()->moveSection(header()->visualIndex(i), i);
        header()->setSectionHidden(i, false); // a hidden section takes no width
        const int width = m_widths.value(i, 100);
        header()->resizeSection(i, qMax(width, 24));
        header()->setSectionHidden(i, width == 0);
    }
}

void DetailsTable::saveColumns() {
    if (m_isArranging)
        return;
    QMap<QString, QByteArray> columns = savedColumns(m_settings);
    columns.insert(objectName(), header()->saveState());
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << columns;
    m_settings.set(settings::kDetailsColumns, bytes);
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
                    header()->resizeSection(i, qMax(m_widths.value(i), 100));
            }
            saveColumns();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, [this] {
        resetColumns();
        saveColumns();
    });
    menu->popup(header()->mapToGlobal(position));
}

} // namespace essaim::gui
