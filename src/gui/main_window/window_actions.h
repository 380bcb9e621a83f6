// The actions of the window, and its menus.
#pragma once

#include "settings/setting.h"

#include <QAction>
#include <QObject>

#include <functional>

class QMainWindow;
class QMenu;
class QMenuBar;

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {
class TransferActions;
class TransferView;

/// Made by the window, which connects them to what they do. Parts of the window put them where they belong.
class WindowActions : public QObject {
    Q_OBJECT
public:
    explicit WindowActions(QMainWindow& window);

    QAction* addTorrent;
    QAction* addLink;
    QAction* create;
    QAction* editTorrent;
    QAction* hide;         ///< in the tray, or minimised where there is none
    QAction* lock;         ///< until somebody knows the password
    QAction* lockPassword; ///< set, change, take away
    QAction* quit;
    QAction* recentlyRemoved;
    QAction* paste;
    QAction* selectAll;
    QAction* find;
    QAction* deselect;
    QAction* pauseAll;
    QAction* resumeAll;
    QAction* showTransfers;
    QAction* showTracker;
    QAction* toolbar;    ///< checkable
    QAction* statusBar;  ///< checkable
    QAction* sidebar;    ///< checkable
    QAction* details;    ///< checkable
    QAction* dropWindow; ///< checkable
    QAction* statistics;
    QAction* log;
    QAction* watchFolders;
    QAction* rules; ///< for category and tags
    QAction* preferences;
    QAction* unlisted;
    QAction* restoreList;
    QAction* sharedWithMe; ///< what followed hosts share
    QAction* shortcuts;
    QAction* about;
};

/// Ties a checkable action to the setting that it shows and changes.
void bindToSetting(QAction& action, settings::SettingsStore& settings, const settings::Setting<bool>& setting);

/// Fills the menu bar and returns the menus, for a button that offers the same.
QList<QMenu*> fillMenuBar(
    QMenuBar& bar, const WindowActions& actions, const TransferActions& torrents, TransferView& view,
    settings::SettingsStore& settings, const std::function<void(const QString&)>& tell);

} // namespace essaim::gui
