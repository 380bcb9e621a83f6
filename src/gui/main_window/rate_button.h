// A rate in the status bar, and the limit behind it.
#pragma once

#include "settings/setting.h"

#include <QToolButton>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// "↓ 3.20 MB/s (1.40 GB)": the rate, and what was moved since the start. A click offers limits for all torrents
/// together. GUI thread.
class RateButton : public QToolButton {
    Q_OBJECT
public:
    /// `limit` in KiB/s, 0 = none. Both outlive the button.
    RateButton(
        const QString& arrow, const QString& name, settings::SettingsStore& settings,
        const settings::Setting<int>& limit, QWidget* parent);

    /// Bytes a second, and bytes since the start.
    void showRate(qint64 rate, qint64 total);

private:
    void fillMenu();
    void askForLimit();
    void showLimit();

    const QString m_arrow;
    const QString m_name;
    settings::SettingsStore& m_settings;
    const settings::Setting<int>& m_limit;
};

} // namespace essaim::gui
