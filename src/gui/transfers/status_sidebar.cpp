#include "gui/transfers/status_sidebar.h"

#include "gui/transfers/label_section.h"
#include "gui/widgets/group_delegate.h"
#include "gui/widgets/theme.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QScrollArea>
#include <QToolButton>
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
    {StatusFilter::Active, "play", Tint::Text, QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Active")},
    {StatusFilter::Inactive, "minus", Tint::Text, QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Inactive")},
    {StatusFilter::Stalled, "alert", Tint::Text, QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Stalled")},
    {StatusFilter::Waiting, "list", Tint::Text, QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Waiting")},
    {StatusFilter::Checking, "refresh", Tint::Text, QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Checking")},
    {StatusFilter::Moving, "folder", Tint::Text, QT_TRANSLATE_NOOP("essaim::gui::StatusSidebar", "Moving")},
};

} // namespace

StatusSidebar::StatusSidebar(TransferModel& model, settings::SettingsStore& settings, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_settings(settings)
    , m_more(new QToolButton(this))
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
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        if (const int row = m_list->indexAt(position).row(); row >= 0)
            Q_EMIT statusMenuRequested(kRows[row].filter, m_list->viewport()->mapToGlobal(position));
    });
    setFocusProxy(m_list);
    m_more->setObjectName(QStringLiteral("moreStatusesButton"));
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setProperty("section", true);

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 14, 8, 8);
    column->setSpacing(6);
    column->addWidget(heading);
    column->addWidget(m_list);
    column->addWidget(m_more);
    for (const LabelKind kind : {LabelKind::Category, LabelKind::Tag, LabelKind::Tracker, LabelKind::Drive}) {
        auto* section = new LabelSection(kind, m_model, m_settings, content);
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
    showCounts();
    m_more->setChecked(m_settings.value(settings::kAllStatuses));
    showAll(m_more->isChecked());
    connect(m_more, &QToolButton::toggled, this, [this](bool isShown) {
        m_settings.set(settings::kAllStatuses, isShown);
        showAll(isShown);
    });
    connect(&m_model, &TransferModel::countsChanged, this, &StatusSidebar::showCounts);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { Q_EMIT filterChanged(current()); });
    connect(m_list, &QListWidget::itemClicked, this, [this] {
        if (current() == StatusFilter::All)
            clearLabels();
    });
}

void StatusSidebar::clearLabels() {
    for (LabelSection* section : m_sections)
        section->choose(std::nullopt);
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

void StatusSidebar::showAll(bool isShown) {
    if (!isShown && m_list->currentRow() >= kStatusGroupCount)
        m_list->setCurrentRow(0); // what is chosen can be seen
    for (int row = kStatusGroupCount; row < kStatusFilterCount; ++row)
        m_list->setRowHidden(row, !isShown);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * (isShown ? kStatusFilterCount : kStatusGroupCount) + 2);
    m_more->setText(isShown ? tr("Fewer") : tr("More"));
    m_more->setAccessibleName(isShown ? tr("Fewer statuses") : tr("More statuses"));
    m_more->setIcon(themedIcon(isShown ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), Tint::Muted));
}

void StatusSidebar::showCounts() {
    for (int i = 0; i < kStatusFilterCount; ++i) {
        const int count = m_model.count(kRows[i].filter);
        m_list->item(i)->setData(GroupDelegate::kCountRole, QLocale().toString(count));
        m_list->item(i)->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(tr(kRows[i].title)).arg(count));
    }
}

} // namespace essaim::gui
