// The windows that tell about the program and its files: statistics, log, keys, files of no torrent.
#pragma once

#include "gui/info/event_log.h"
#include "gui/info/running_totals.h"
#include "gui/services.h"

#include <QList>
#include <QObject>

class QMenu;
class QWidget;

namespace essaim::gui {
class TransferModel;
class UndoHistory;
class WindowActions;

/// Listens from the start on; opens each window once, and brings it to the front when it is asked for again. Child of
/// the main window. GUI thread.
class InfoWindows : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    InfoWindows(
        const Services& services, const TransferModel& model, const WindowActions& actions, const QList<QMenu*>& menus,
        UndoHistory& history, QWidget& window);

    [[nodiscard]] EventLog& log() { return m_log; }

Q_SIGNALS:
    void failed(const QString& sentence);

private:
    template <typename Window, typename Make>
    void showOnce(const Make& make);

    QWidget& m_window;
    EventLog m_log;
    RunningTotals m_totals;
};

} // namespace essaim::gui
