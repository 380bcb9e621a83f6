#include "gui/transfers/label_section.h"

#include "gui/labels/categories.h"
#include "gui/widgets/group_delegate.h"
#include "gui/widgets/natural_order.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDir>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace essaim::gui {

namespace {

constexpr int kLabelRole = Qt::UserRole + 2;

struct Words {
    const char* name; ///< of the list
    const char* icon;
    const char* title;
    const char* none; ///< torrents without such a label; empty = they are not shown
};

constexpr Words kWords[kLabelKinds] = {
    {"categoryList", "folder", QT_TRANSLATE_NOOP("essaim::gui::LabelSection", "Categories"),
     QT_TRANSLATE_NOOP("essaim::gui::LabelSection", "Without category")},
    {"tagList", "tag", QT_TRANSLATE_NOOP("essaim::gui::LabelSection", "Tags"),
     QT_TRANSLATE_NOOP("essaim::gui::LabelSection", "Without tag")},
    {"trackerList", "broadcast", QT_TRANSLATE_NOOP("essaim::gui::LabelSection", "Trackers"),
     QT_TRANSLATE_NOOP("essaim::gui::LabelSection", "Without tracker")},
    {"driveList", "drive", QT_TRANSLATE_NOOP("essaim::gui::LabelSection", "Drives"), ""},
};

/// Part by part, so that what is below a category follows it.
bool isBefore(const QString& left, const QString& right, const QCollator& order) {
    const QStringList leftParts = left.split(u'/');
    const QStringList rightParts = right.split(u'/');
    for (qsizetype i = 0; i < qMin(leftParts.size(), rightParts.size()); ++i) {
        if (const int difference = order.compare(leftParts[i], rightParts[i]); difference != 0)
            return difference < 0;
    }
    return leftParts.size() < rightParts.size();
}

} // namespace

LabelSection::LabelSection(
    LabelKind kind, TransferModel& model, const settings::SettingsStore& settings, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_model(model)
    , m_settings(settings)
    , m_heading(new QToolButton(this))
    , m_list(new QListWidget(this)) {
    const Words& words = kWords[std::size_t(kind)];
    m_heading->setText(tr(words.title));
    m_heading->setCheckable(true);
    m_heading->setChecked(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setIcon(themedIcon(QStringLiteral("chevron-down"), Tint::Muted));
    m_heading->setProperty("section", true);
    m_list->setObjectName(QString::fromLatin1(words.name));
    m_list->setAccessibleName(tr(words.title));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new GroupDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_heading);
    column->addWidget(m_list);
    connect(m_heading, &QToolButton::toggled, this, [this](bool isOpen) {
        m_list->setVisible(isOpen);
        m_heading->setIcon(
            themedIcon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"), Tint::Muted));
    });
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) {
        const QString label = item->data(kLabelRole).toString();
        choose(m_chosen == label ? std::nullopt : std::optional(label));
    });
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        choose(item->data(kLabelRole).toString());
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        if (const QListWidgetItem* item = m_list->itemAt(position))
            Q_EMIT menuRequested(m_kind, item->data(kLabelRole).toString(), m_list->viewport()->mapToGlobal(position));
    });
    connect(&model, &TransferModel::labelsChanged, this, &LabelSection::fill);
    connect(&settings, &settings::SettingsStore::changed, this, [this](const QString& key) {
        if (m_kind == LabelKind::Category && key == QLatin1String(settings::kCategories.key))
            fill();
    });
    fill();
}

void LabelSection::choose(const std::optional<QString>& label) {
    const bool isOther = m_chosen != label;
    m_chosen = label;
    m_list->clearSelection();
    m_list->setCurrentRow(-1);
    for (int row = 0; label && row < m_list->count(); ++row) {
        if (m_list->item(row)->data(kLabelRole).toString() == *label)
            m_list->setCurrentRow(row);
    }
    if (isOther)
        Q_EMIT chosenChanged();
}

bool LabelSection::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && m_chosen) {
        choose(std::nullopt);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString LabelSection::titleOf(const QString& label) const {
    if (label.isEmpty())
        return tr(kWords[std::size_t(m_kind)].none);
    if (m_kind == LabelKind::Category)
        return label.mid(label.lastIndexOf(u'/') + 1);
    return m_kind == LabelKind::Drive ? QDir(label).dirName() : label;
}

void LabelSection::addRow(const QString& label, int count) {
    const Words& words = kWords[std::size_t(m_kind)];
    auto* item = new QListWidgetItem(themedIcon(QString::fromLatin1(words.icon)), titleOf(label), m_list);
    item->setData(kLabelRole, label);
    item->setData(GroupDelegate::kCountRole, QLocale().toString(count));
    if (m_kind == LabelKind::Category)
        item->setData(GroupDelegate::kDepthRole, int(label.count(u'/')));
    item->setData(Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(titleOf(label), QString::number(count)));
    item->setToolTip(plainToolTip(label));
}

void LabelSection::fill() {
    QMap<QString, int> counts = m_model.labels().of(m_kind);
    if (m_kind == LabelKind::Category) {
        for (const QString& category : keptCategories(m_settings).keys())
            counts.insert(category, counts.value(category));
    }
    QStringList labels = counts.keys();
    labels.removeAll(QString());
    const QCollator order = naturalOrder();
    std::ranges::stable_sort(
        labels, [&order](const QString& left, const QString& right) { return isBefore(left, right, order); });
    setVisible(!labels.isEmpty());
    m_list->clear();
    for (const QString& label : labels)
        addRow(label, counts.value(label));
    if (const int none = counts.value(QString()); none > 0 && *kWords[std::size_t(m_kind)].none != '\0')
        addRow({}, none);
    fitHeight();
    if (m_chosen)
        choose(counts.contains(*m_chosen) ? m_chosen : std::nullopt);
}

void LabelSection::fitHeight() {
    m_list->setFixedHeight(m_list->count() > 0 ? m_list->sizeHintForRow(0) * m_list->count() + 2 : 0);
}

} // namespace essaim::gui
