// The few choices about the tracker that are made on its page: port, host name, which torrents it serves.
#pragma once

#include <QMenu>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// Writes the settings; the tracker host follows them by itself. The store outlives the menu.
class TrackerOptionsMenu : public QMenu {
    Q_OBJECT
public:
    explicit TrackerOptionsMenu(settings::SettingsStore& settings, QWidget* parent = nullptr);

    void askHostName();

Q_SIGNALS:
    void newOwnKeyWanted();

private:
    void askPort();
    void askTitle();

    settings::SettingsStore& m_settings;
};

} // namespace essaim::gui
