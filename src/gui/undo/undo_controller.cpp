#include "gui/undo/undo_controller.h"

#include "engine/session.h"
#include "gui/transfers/transfer_actions.h"
#include "gui/undo/removed_dialog.h"
#include "gui/undo/undo_history.h"
#include "gui/undo/undo_toast.h"

#include <QAction>
#include <QMainWindow>

namespace essaim::gui {

UndoController::UndoController(
    const Services& services, TransferActions& torrents, QAction& recentlyRemoved, QMainWindow& window, QWidget& ground)
    : QObject(&window)
    , m_services(services)
    , m_changes(services.session, *torrents.history) {
    UndoHistory& history = *torrents.history;
    new UndoToast(history, &ground);
    connect(&recentlyRemoved, &QAction::triggered, this, [this, &window] {
        if (!m_dialog)
            m_dialog = new RemovedDialog(m_services.session, &window);
        m_dialog->show();
        m_dialog->raise();
        m_dialog->activateWindow();
    });
    const auto onRemoved = [this, &history](const QStringList& names, const QList<TorrentId>& ids) {
        const QString text = names.size() == 1 ? tr("Removed “%1”").arg(shortened(names.first()))
                                               : tr("Removed %n torrents", nullptr, int(names.size()));
        history.addWithNote(text, [this, ids] { m_services.session.restoreRemoved(ids); });
    };
    connect(&torrents, &TransferActions::removed, this, onRemoved);
}

} // namespace essaim::gui
