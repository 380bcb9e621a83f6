// Moving the files of the selected torrents: the menu of destinations, the key, the dialog.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/services.h"
#include "gui/transfers/torrents_at_hand.h"

#include <QAction>
#include <QObject>

#include <functional>

class QMenu;

namespace essaim::gui {
class MoveCommander;
class UndoHistory;

/// GUI thread; child of the window.
class MoveActions : public QObject {
    Q_OBJECT
public:
    using Selection = std::function<QList<engine::TorrentSnapshot>()>;

    /// All outlive the actions.
    MoveActions(const Services& services, Selection selection, UndoHistory& history, QWidget& window);

    QAction* moveTo; ///< asks for the folder

    /// Enables what makes sense for these torrents.
    void update(const TorrentsAtHand& selected);
    /// A submenu with the folders that were used before, and moveTo.
    void fillMenu(QMenu& menu);

private:
    void fillFolders(QMenu& folders);
    void addFinal(QMenu& folders);
    void askForFinal();
    void setFinal(const QString& folder);
    void ask();
    void move(const QList<engine::TorrentSnapshot>& torrents, const QString& folder);

    Services m_services;
    Selection m_selection;
    UndoHistory& m_history;
    MoveCommander* m_commander;
    QWidget& m_window;
};

} // namespace essaim::gui
