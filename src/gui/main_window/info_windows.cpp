#include "gui/main_window/info_windows.h"

#include "gui/info/log_dialog.h"
#include "gui/info/shortcuts_dialog.h"
#include "gui/info/statistics_dialog.h"
#include "gui/main_window/window_actions.h"
#include "gui/unlisted/torrent_folders.h"
#include "gui/unlisted/unlisted_dialog.h"

#include <QAction>

namespace essaim::gui {

template <typename Window, typename Make>
void InfoWindows::showOnce(const Make& make) {
    auto* window = m_window.findChild<Window*>(QString(), Qt::FindDirectChildrenOnly);
    if (window == nullptr)
        window = make();
    window->show();
    window->raise();
    window->activateWindow();
}

InfoWindows::InfoWindows(
    const Services& services, const TransferModel& model, const WindowActions& actions, const QList<QMenu*>& menus,
    UndoHistory& history, QWidget& window)
    : QObject(&window)
    , m_window(window)
    , m_log(services)
    , m_totals(services.session, services.settings) {
    connect(actions.statistics, &QAction::triggered, this, [this, services, &model] {
        showOnce<StatisticsDialog>([&] { return new StatisticsDialog(services, m_totals, model, &m_window); });
    });
    connect(actions.log, &QAction::triggered, this, [this] {
        showOnce<LogDialog>([this] {
            auto* dialog = new LogDialog(m_log, &m_window);
            connect(dialog, &LogDialog::failed, this, &InfoWindows::failed);
            return dialog;
        });
    });
    connect(actions.unlisted, &QAction::triggered, this, [this, services, &model, &history] {
        showOnce<UnlistedDialog>(
            [&] { return new UnlistedDialog(services, torrentFolders(model, services.settings), history, &m_window); });
    });
    connect(actions.shortcuts, &QAction::triggered, this, [this, menus] {
        showOnce<ShortcutsDialog>([&] { return new ShortcutsDialog(menus, &m_window); });
    });
}

} // namespace essaim::gui
