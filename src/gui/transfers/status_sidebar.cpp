#include "gui/transfers/status_sidebar.h"

#include "gui/widgets/cell_painting.h"
#include "gui/widgets/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

constexpr int kCountRole = Qt::UserRole;

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

/// Icon, words, number at the right, on a rounded ground when selected.
class GroupDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            QColor ground = option.palette.color(QPalette::Highlight);
            ground.setAlphaF(option.state.testFlag(QStyle::State_Selected) ? 1.0F : 0.5F);
            painter->setPen(Qt::NoPen);
            painter->setBrush(ground);
            painter->drawRoundedRect(option.rect, 6, 6);
        }
        const QRect content = option.rect.adjusted(8, 0, -8, 0);
        const QRect icon(content.left(), content.center().y() - 7, 16, 16);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
        const QString count = index.data(kCountRole).toString();
        const int countWidth = option.fontMetrics.horizontalAdvance(count);
        const QRect words = content.adjusted(24, 0, -countWidth - 8, 0);
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Text));
        const QString title = index.data(Qt::DisplayRole).toString();
        painter->drawText(
            words, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(title, Qt::ElideRight, words.width()));
        painter->setPen(tintColor(Tint::Muted, option.palette));
        painter->drawText(content, Qt::AlignRight | Qt::AlignVCenter, count);
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {120, qMax(kRowHeight - 2, option.fontMetrics.height() + 8)};
    }
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

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 14, 8, 8);
    column->setSpacing(6);
    column->addWidget(heading);
    column->addWidget(m_list, 1);
    showCounts();
    connect(&m_model, &TransferModel::countsChanged, this, &StatusSidebar::showCounts);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { Q_EMIT filterChanged(current()); });
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
        m_list->item(i)->setData(kCountRole, QLocale().toString(count));
        m_list->item(i)->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(tr(kRows[i].title)).arg(count));
    }
}

} // namespace essaim::gui
