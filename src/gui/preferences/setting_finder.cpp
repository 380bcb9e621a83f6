#include "gui/preferences/setting_finder.h"

#include "gui/preferences/setting_binder.h"

#include <QAbstractButton>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>

#include <algorithm>

namespace essaim::gui {

namespace {

void addWidgets(const QLayoutItem* item, QList<QWidget*>& widgets) {
    if (item == nullptr)
        return;
    if (item->widget() != nullptr)
        widgets.append(item->widget());
    else if (const QLayout* layout = const_cast<QLayoutItem*>(item)->layout())
        for (int i = 0; i < layout->count(); ++i)
            addWidgets(layout->itemAt(i), widgets);
}

/// What it says to the eye.
QString wordsOf(const QWidget& widget) {
    QStringList words{widget.toolTip(), widget.property("setting").toString()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        words.append(label->text());
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        words.append(button->text());
    return words.join(u' ').remove(u'&');
}

} // namespace

SettingFinder::SettingFinder(QTabWidget& pages, SettingBinder& binder, QObject* parent)
    : QObject(parent)
    , m_pages(pages)
    , m_binder(binder) {
    for (int page = 0; page < pages.count(); ++page) {
        for (const QFormLayout* form : pages.widget(page)->findChildren<QFormLayout*>())
            collect(page, *form);
    }
    connect(&binder, &SettingBinder::edited, this, [this] { explain(m_explained); });
    connect(&pages, &QTabWidget::currentChanged, this, [this] { // what is explained is out of sight
        m_explained = nullptr;
        Q_EMIT explained({}, false);
    });
    show();
}

void SettingFinder::collect(int page, const QFormLayout& form) {
    for (int i = 0; i < form.rowCount(); ++i) {
        Row row{page, m_pages.tabText(page), {}, {}};
        for (const auto role : {QFormLayout::LabelRole, QFormLayout::FieldRole, QFormLayout::SpanningRole})
            addWidgets(form.itemAt(i, role), row.widgets);
        for (QWidget* widget : std::as_const(row.widgets)) {
            row.words += u' ' + wordsOf(*widget);
            if (!widget->property("setting").toString().isEmpty()) {
                row.settings.append(widget);
                widget->installEventFilter(this);
            }
        }
        m_rows.append(row);
    }
}

void SettingFinder::setSearch(const QString& words) {
    m_search = words.split(u' ', Qt::SkipEmptyParts);
    show();
}

void SettingFinder::setChangedOnly(bool changedOnly) {
    m_changedOnly = changedOnly;
    show();
}

void SettingFinder::reset() {
    if (m_explained)
        m_binder.showDefault(*m_explained);
}

bool SettingFinder::matches(const Row& row) const {
    if (m_search.isEmpty() && !m_changedOnly)
        return true;
    if (row.settings.isEmpty()) // a remark on the one before, or a title
        return false;
    const auto isThere = [&row](const QString& word) { return row.words.contains(word, Qt::CaseInsensitive); };
    const auto isChanged = [this](QWidget* widget) { return !m_binder.isDefault(*widget); };
    return std::ranges::all_of(m_search, isThere) && (!m_changedOnly || std::ranges::any_of(row.settings, isChanged));
}

void SettingFinder::show() {
    m_shown = 0;
    QList<bool> hasAny(m_pages.count(), false);
    for (const Row& row : std::as_const(m_rows)) {
        const bool isShown = matches(row);
        for (QWidget* widget : row.widgets)
            widget->setVisible(isShown);
        m_shown += isShown ? int(row.settings.size()) : 0;
        hasAny[row.page] = hasAny[row.page] || isShown;
    }
    const qsizetype first = hasAny.indexOf(true);
    if (first >= 0 && !hasAny[m_pages.currentIndex()])
        m_pages.setCurrentIndex(int(first));
    for (int page = 0; page < m_pages.count(); ++page)
        m_pages.setTabEnabled(page, hasAny[page] || first < 0);
    m_explained = nullptr;
    Q_EMIT explained(
        m_shown > 0          ? QString()
        : m_search.isEmpty() ? tr("Every setting is as at first.")
                             : tr("No setting matches."),
        false);
}

void SettingFinder::explain(QWidget* widget) {
    if (widget == nullptr)
        return;
    m_explained = widget;
    const bool isDefault = m_binder.isDefault(*widget);
    const QString words = m_binder.defaultWords(*widget);
    Q_EMIT explained(isDefault ? widget->toolTip() : tr("%1\nAt first: %2").arg(widget->toolTip(), words), !isDefault);
}

bool SettingFinder::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn)
        explain(qobject_cast<QWidget*>(watched));
    return QObject::eventFilter(watched, event);
}

} // namespace essaim::gui
