#include "gui/main_window/window_title.h"

#include "engine/session.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QWidget>

namespace essaim::gui {

WindowTitle::WindowTitle(const Services& services, QWidget& window)
    : QObject(&window)
    , m_services(services)
    , m_window(window) {
    connect(&services.session, &engine::Session::sessionChanged, this, [this](const auto& session) {
        m_down = session.downloadRate;
        m_up = session.uploadRate;
        update();
    });
    connect(&services.settings, &settings::SettingsStore::changed, this, [this](const QString& key) {
        if (key == QLatin1String(settings::kRatesInTitle.key))
            update();
    });
    update();
}

void WindowTitle::update() {
    QString title = tr("Essaim");
    if (m_services.settings.value(settings::kRatesInTitle) && (m_down > 0 || m_up > 0)) {
        const auto words = [](qint64 rate) { return rate > 0 ? text::rate(rate) : QStringLiteral("–"); };
        title = QStringLiteral("↓ %1  ↑ %2 · %3").arg(words(m_down), words(m_up), title);
    }
    if (title != m_window.windowTitle())
        m_window.setWindowTitle(title);
}

} // namespace essaim::gui
