#include "gui/main_window/rate_button.h"

#include "settings/settings_store.h"
#include "text/text.h"

#include <QAction>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <vector>

namespace essaim::gui {

RateButton::RateButton(
    const QString& arrow, const QString& name, settings::SettingsStore& settings, const settings::Setting<int>& limit,
    QWidget* parent)
    : QToolButton(parent)
    , m_arrow(arrow)
    , m_name(name)
    , m_settings(settings)
    , m_limit(limit) {
    setAccessibleName(name);
    setProperty("muted", true);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setPopupMode(InstantPopup);
    auto* menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &RateButton::fillMenu);
    connect(&settings, &settings::SettingsStore::changed, this, [this](const QString& key) {
        if (key == QLatin1String(m_limit.key))
            showLimit();
    });
    showRate(0, 0);
    showLimit();
}

void RateButton::showRate(qint64 rate, qint64 total) {
    const QString words = rate > 0 ? text::rate(rate) : QStringLiteral("–");
    setText(
        total > 0 ? QStringLiteral("%1 %2 (%3)").arg(m_arrow, words, text::size(total))
                  : QStringLiteral("%1 %2").arg(m_arrow, words));
    setAccessibleDescription(text());
}

void RateButton::showLimit() {
    const int limit = m_settings.value(m_limit);
    const QString words = limit > 0 ? tr("limited to %1 KiB/s").arg(QLocale().toString(limit)) : tr("no limit");
    setToolTip(tr("%1: %2. In parentheses: since the start. Click for another limit.").arg(m_name, words));
}

void RateButton::fillMenu() {
    menu()->clear();
    const int now = m_settings.value(m_limit);
    std::vector<int> limits{0, 50, 100, 250, 500, 1000, 2500, 5000, 10'000};
    if (std::ranges::find(limits, now) == limits.end())
        limits.push_back(now);
    std::ranges::sort(limits);
    for (const int limit : limits) {
        QAction* action =
            menu()->addAction(limit == 0 ? tr("No limit") : tr("%1 KiB/s").arg(QLocale().toString(limit)));
        action->setCheckable(true);
        action->setChecked(limit == now);
        connect(action, &QAction::triggered, this, [this, limit] { m_settings.set(m_limit, limit); });
    }
    menu()->addSeparator();
    connect(menu()->addAction(tr("&Another limit…")), &QAction::triggered, this, &RateButton::askForLimit);
}

void RateButton::askForLimit() {
    auto* dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("rateLimitDialog"));
    dialog->setWindowTitle(m_name);
    dialog->setLabelText(tr("Limit for all torrents together, in KiB/s; 0 for none:"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(m_limit.minimum, m_limit.maximum);
    dialog->setIntValue(m_settings.value(m_limit));
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int limit) { m_settings.set(m_limit, limit); });
    dialog->open();
}

} // namespace essaim::gui
