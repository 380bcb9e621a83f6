#include "gui/transfers/status_sidebar.h"

#include "gui/transfers/label_section.h"
#include "gui/widgets/group_delegate.h"
#include "gui/widgets/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

struct Row {
    StatusFilter filter;
    const char* icon;
    Tint tint;
    const char* title;
};

constexpr Row kRows[kStatusFilterCount] = {
    {StatusFilter::All, "list", Tint::Text, QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "All")},
    {StatusFilter::Downloading, "arrow-down", Tint::Moving,
     QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Downloading")},
    {StatusFilter::Seeding, "arrow-up", Tint::Whole, QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Seeding")},
    {StatusFilter::Complete, "check", Tint::Text, QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Complete")},
    {StatusFilter::Paused, "pause", Tint::Text, QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Paused")},
    {StatusFilter::Attention, "alert", Tint::Attention,
     QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Needs attention")},
};

} // namespace

StatusSidebar::StatusSidebar(TransferModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_list(new QListWidget(this)) {
    auto* heading = new QLabel(tr("Status"), this);
    heading->setProperty("section", true);
    heading->setBuddy(m_list);
    m_list->setObjectName(QStringLiteral("statusList"));
    m_list->setAccessibleName(tr("Torrents by status"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new GroupDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Row& row : kRows)
        m_list->addItem(new QListWidgetItem(themedIcon(QString::fromLatin1(row.icon), row.tint), tr(row.title)));
    m_list->setCurrentRow(0);
    setFocusProxy(m_list);

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 14, 8, 8);
    column->setSpacing(6);
    column->addWidget(heading);
    column->addWidget(m_list);
    for (const LabelKind kind : {LabelKind::Category, LabelKind::Tag, LabelKind::Tracker, LabelKind::Drive}) {
        auto* section = new LabelSection(kind, m_model, content);
        m_sections.append(section);
        column->addWidget(section);
        connect(section, &LabelSection::chosenChanged, this, [this] { Q_EMIT labelsChanged(labels()); });
        connect(section, &LabelSection::menuRequested, this, &StatusSidebar::labelMenuRequested);
    }
    column->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    area->setWidget(content);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(area);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * kStatusFilterCount + 2);
    showCounts();
    connect(&m_model, &TransferModel::countsChanged, this, &StatusSidebar::showCounts);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { Q_EMIT filterChanged(current()); });
}

LabelFilter StatusSidebar::labels() const {
    LabelFilter filter;
    for (const LabelSection* section : m_sections)
        filter.chosen[std::size_t(section->kind())] = section->chosen();
    return filter;
}

StatusFilter StatusSidebar::current() const {
    return kRows[qMax(m_list->currentRow(), 0)].filter;
}

void StatusSidebar::setCurrent(StatusFilter filter) {
    for (int i = 0; i < kStatusFilterCount; ++i) {
        if (kRows[i].filter == filter)
            m_list->setCurrentRow(i);
    }
}

void StatusSidebar::showCounts() {
    for (int i = 0; i < kStatusFilterCount; ++i) {
        const int count = m_model.count(kRows[i].filter);
        m_list->item(i)->setData(GroupDelegate::kCountRole, QLocale().toString(count));
        m_list->item(i)->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(tr(kRows[i].title)).arg(count));
    }
}

} // namespace essaim::gui
