// Ties removals to the history of what can be taken back, and shows what was removed.
#pragma once

#include "gui/services.h"
#include "gui/undo/undoable_changes.h"

#include <QObject>
#include <QPointer>

class QAction;
class QMainWindow;
class QWidget;

namespace essaim::gui {
class RemovedDialog;
class TransferActions;

/// Child of the window. Removed torrents are kept by the session, so taking a removal back works after a restart too,
/// through the list of what was removed.
class UndoController : public QObject {
    Q_OBJECT
public:
    /// `torrents` has the history; `ground`: what the note at the foot lies over. All outlive the controller.
    UndoController(
        const Services& services, TransferActions& torrents, QAction& recentlyRemoved, QMainWindow& window,
        QWidget& ground);

    [[nodiscard]] UndoableChanges& changes() { return m_changes; }

private:
    Services m_services;
    UndoableChanges m_changes;
    QPointer<RemovedDialog> m_dialog;
};

} // namespace essaim::gui
