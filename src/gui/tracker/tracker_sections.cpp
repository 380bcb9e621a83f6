#include "gui/tracker/tracker_sections.h"

#include "gui/widgets/group_delegate.h"
#include "gui/widgets/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

constexpr int kWidth = 212;

struct Row {
    const char* icon;
    const char* title;
};

constexpr Row kRows[] = {
    {"list", QT_TRANSLATE_NOOP("essaim::gui::TrackerSections", "Shared torrents")},
    {"users", QT_TRANSLATE_NOOP("essaim::gui::TrackerSections", "Friends")},
    {"broadcast", QT_TRANSLATE_NOOP("essaim::gui::TrackerSections", "Who has what")},
    {"globe", QT_TRANSLATE_NOOP("essaim::gui::TrackerSections", "Networks")},
    {"shield", QT_TRANSLATE_NOOP("essaim::gui::TrackerSections", "Blocks and limits")},
    {"clock", QT_TRANSLATE_NOOP("essaim::gui::TrackerSections", "Activity")},
};

} // namespace

TrackerSections::TrackerSections(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this)) {
    auto* heading = new QLabel(tr("Tracker"), this);
    heading->setProperty("section", true);
    heading->setBuddy(m_list);
    m_list->setObjectName(QStringLiteral("trackerSectionList"));
    m_list->setAccessibleName(tr("Parts of the tracker page"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new GroupDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Row& row : kRows)
        m_list->addItem(new QListWidgetItem(themedIcon(QString::fromLatin1(row.icon)), tr(row.title)));
    m_list->setCurrentRow(0);
    setFocusProxy(m_list);
    setFixedWidth(kWidth);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 14, 8, 8);
    column->setSpacing(6);
    column->addWidget(heading);
    column->addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { Q_EMIT chosen(current()); });
}

TrackerSections::Section TrackerSections::current() const {
    return Section(qMax(m_list->currentRow(), 0));
}

void TrackerSections::choose(Section section) {
    m_list->setCurrentRow(int(section));
}

void TrackerSections::setCount(Section section, qsizetype count) {
    QListWidgetItem& item = *m_list->item(int(section));
    item.setData(GroupDelegate::kCountRole, QLocale().toString(qlonglong(count)));
    item.setToolTip(item.text()); // the name may be cut
    item.setData(Qt::AccessibleTextRole, tr("%1: %2").arg(item.text()).arg(count));
}

} // namespace essaim::gui
