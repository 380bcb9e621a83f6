#include "gui/main_window/window_actions.h"

#include "gui/transfers/transfer_actions.h"
#include "gui/transfers/transfer_view.h"
#include "gui/undo/undo_history.h"
#include "gui/widgets/theme.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace essaim::gui {

namespace {

QAction* makeAction(
    QMainWindow& window, const char* name, const char* icon, const QString& text, const QKeySequence& shortcut = {}) {
    auto* action = new QAction(text, &window);
    action->setObjectName(QString::fromLatin1(name));
    if (*icon)
        action->setIcon(themedIcon(QString::fromLatin1(icon)));
    action->setShortcut(shortcut);
    window.addAction(action);
    return action;
}

struct Choice {
    QString value;
    QString title;
};

/// Radio entries that write one setting.
void fillChoices(
    QMenu& menu, const QList<Choice>& choices, settings::SettingsStore& settings,
    const settings::Setting<QString>& setting, const std::function<void()>& chosen) {
    auto* group = new QActionGroup(&menu);
    for (const Choice& choice : choices) {
        QAction* action = menu.addAction(choice.title);
        action->setCheckable(true);
        action->setChecked(settings.value(setting) == choice.value);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &menu, [&settings, &setting, value = choice.value, chosen] {
            settings.set(setting, value);
            chosen();
        });
    }
}

void fillThemes(QMenu& menu, settings::SettingsStore& settings) {
    const QList<Choice> choices{
        {QStringLiteral("system"), WindowActions::tr("As the &system")},
        {QStringLiteral("light"), WindowActions::tr("&Light")},
        {QStringLiteral("dark"), WindowActions::tr("&Dark")}};
    fillChoices(menu, choices, settings, settings::kTheme, [] {});
}

void fillLanguages(QMenu& menu, settings::SettingsStore& settings, const std::function<void(const QString&)>& tell) {
    // Each language under its own name, so that it can be found by who reads no other.
    const QList<Choice> choices{
        {QString(), WindowActions::tr("As the &system")},
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("fr"), QStringLiteral("Français")}};
    fillChoices(menu, choices, settings, settings::kLanguage, [tell] {
        tell(WindowActions::tr("The language changes when Essaim is started again."));
    });
}

} // namespace

WindowActions::WindowActions(QMainWindow& window)
    : QObject(&window)
    , addTorrent(makeAction(window, "addTorrentAction", "plus", tr("&Add torrent…"), Qt::CTRL | Qt::Key_O))
    , addLink(makeAction(window, "addLinkAction", "link", tr("Add &link…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O))
    , create(makeAction(window, "createAction", "box", tr("&Create torrent…"), Qt::CTRL | Qt::Key_N))
    , editTorrent(makeAction(window, "editTorrentAction", "edit", tr("&Edit torrent file…")))
    , hide(makeAction(window, "hideAction", "", tr("&Hide in the tray"), Qt::CTRL | Qt::Key_H))
    , lock(makeAction(window, "lockAction", "", tr("&Lock the window"), Qt::CTRL | Qt::Key_L))
    , lockPassword(makeAction(window, "lockPasswordAction", "", tr("Pass&word of the lock…")))
    , quit(makeAction(window, "quitAction", "power", tr("&Quit"), Qt::CTRL | Qt::Key_Q))
    , recentlyRemoved(makeAction(window, "recentlyRemovedAction", "", tr("Recently rem&oved…")))
    , paste(makeAction(window, "pasteAction", "", tr("Past&e links or files"), QKeySequence::Paste))
    , selectAll(makeAction(window, "selectAllAction", "", tr("Select &all"), QKeySequence::SelectAll))
    , find(makeAction(window, "findAction", "search", tr("Fin&d"), QKeySequence::Find))
    , deselect(makeAction(window, "deselectAction", "", tr("Deselect all"), Qt::CTRL | Qt::SHIFT | Qt::Key_A))
    , pauseAll(makeAction(window, "pauseAllAction", "", tr("Pause all torrents"), Qt::CTRL | Qt::SHIFT | Qt::Key_P))
    , resumeAll(makeAction(window, "resumeAllAction", "", tr("Resume all torrents"), Qt::CTRL | Qt::SHIFT | Qt::Key_S))
    , showTransfers(makeAction(window, "showTransfersAction", "", tr("&Transfers"), Qt::ALT | Qt::Key_1))
    , showTracker(makeAction(window, "showTrackerAction", "", tr("T&racker"), Qt::ALT | Qt::Key_2))
    , toolbar(makeAction(window, "toolbarAction", "", tr("T&oolbar")))
    , statusBar(makeAction(window, "statusBarAction", "", tr("Status &bar")))
    , sidebar(makeAction(window, "sidebarAction", "", tr("&Sidebar"), Qt::Key_F7))
    , details(makeAction(window, "detailsAction", "", tr("&Details"), Qt::Key_F8))
    , dropWindow(makeAction(window, "dropWindowAction", "", tr("Small &window to drop things on")))
    , statistics(makeAction(window, "statisticsAction", "", tr("Stat&istics…"), Qt::CTRL | Qt::Key_I))
    , log(makeAction(window, "logAction", "", tr("Lo&g…"), Qt::CTRL | Qt::Key_G))
    , watchFolders(makeAction(window, "watchFoldersAction", "", tr("Watched &folders…")))
    , rules(makeAction(window, "rulesAction", "", tr("Category and tags by &rule…")))
    , preferences(makeAction(window, "preferencesAction", "settings", tr("&Preferences…"), Qt::ALT | Qt::Key_O))
    , unlisted(makeAction(window, "unlistedAction", "", tr("Files of &no torrent…")))
    , restoreList(makeAction(window, "restoreListAction", "", tr("Restore the &list as of…")))
    , sharedWithMe(makeAction(window, "sharedWithMeAction", "", tr("&Shared with me…")))
    , shortcuts(makeAction(window, "shortcutsAction", "", tr("&Keyboard…"), Qt::Key_F1))
    , about(makeAction(window, "aboutAction", "info", tr("&About Essaim"))) {
    for (QAction* action : {toolbar, statusBar, sidebar, details, dropWindow})
        action->setCheckable(true);
    find->setShortcuts({QKeySequence::Find, Qt::CTRL | Qt::Key_E});
    quit->setMenuRole(QAction::QuitRole);
    preferences->setMenuRole(QAction::PreferencesRole);
    about->setMenuRole(QAction::AboutRole);
}

void bindToSetting(QAction& action, settings::SettingsStore& settings, const settings::Setting<bool>& setting) {
    action.setChecked(settings.value(setting));
    QObject::connect(
        &action, &QAction::toggled, &settings, [&settings, &setting](bool isOn) { settings.set(setting, isOn); });
    QObject::connect(
        &settings, &settings::SettingsStore::changed, &action, [&action, &settings, &setting](const QString& key) {
            if (key == QLatin1String(setting.key))
                action.setChecked(settings.value(setting));
        });
}

QList<QMenu*> fillMenuBar(
    QMenuBar& bar, const WindowActions& actions, const TransferActions& torrents, TransferView& view,
    settings::SettingsStore& settings, const std::function<void(const QString&)>& tell) {
    QMenu* file = bar.addMenu(WindowActions::tr("&File"));
    file->addActions({actions.addTorrent, actions.addLink, actions.create, actions.editTorrent});
    file->addSeparator();
    file->addActions({actions.lock, actions.lockPassword, actions.hide, actions.quit});

    QMenu* edit = bar.addMenu(WindowActions::tr("&Edit"));
    edit->addAction(torrents.history->action);
    edit->addAction(actions.recentlyRemoved);
    edit->addSeparator();
    edit->addActions({actions.paste, actions.selectAll, actions.deselect, actions.find});
    edit->addSeparator();
    torrents.fillMenu(*edit);
    edit->addSeparator();
    edit->addActions({actions.pauseAll, actions.resumeAll});

    QMenu* show = bar.addMenu(WindowActions::tr("&View"));
    show->addActions({actions.showTransfers, actions.showTracker});
    show->addSeparator();
    show->addActions({actions.toolbar, actions.statusBar, actions.sidebar, actions.details});
    QMenu* columns = show->addMenu(WindowActions::tr("&Columns"));
    QObject::connect(columns, &QMenu::aboutToShow, &view, [&view, columns] { view.fillColumnMenu(*columns); });
    show->addSeparator();
    show->addActions({actions.statistics, actions.log, actions.dropWindow});
    show->addSeparator();
    fillThemes(*show->addMenu(WindowActions::tr("T&heme")), settings);
    fillLanguages(*show->addMenu(WindowActions::tr("&Language")), settings, tell);

    QMenu* tools = bar.addMenu(WindowActions::tr("&Tools"));
    tools->addActions(
        {actions.watchFolders, actions.rules, actions.sharedWithMe, actions.unlisted, actions.restoreList});
    tools->addSeparator();
    tools->addAction(actions.preferences);
    QMenu* help = bar.addMenu(WindowActions::tr("&Help"));
    help->addActions({actions.shortcuts, actions.about});
    return {file, edit, show, tools, help};
}

} // namespace essaim::gui
