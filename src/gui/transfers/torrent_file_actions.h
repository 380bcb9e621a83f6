// What can be done with the .torrent and the trackers of the selected torrents.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/services.h"
#include "gui/transfers/torrents_at_hand.h"

#include <QAction>
#include <QObject>

#include <functional>

class QMenu;

namespace essaim::gui {
class UndoHistory;

/// GUI thread; child of the window.
class TorrentFileActions : public QObject {
    Q_OBJECT
public:
    using Selection = std::function<QList<engine::TorrentSnapshot>()>;

    /// All outlive the actions.
    TorrentFileActions(const Services& services, Selection selection, UndoHistory& history, QWidget& window);

    QAction* save;     ///< the .torrent of one, or those of several into a folder
    QAction* trackers; ///< of all that are selected

    void update(const TorrentsAtHand& selected);
    void fillMenu(QMenu& menu) const;

private:
    void askWhereTo();
    void askForTrackers();
    void changeTrackers(const QList<TorrentId>& ids, const QStringList& removed, const QStringList& added);

    Services m_services;
    Selection m_selection;
    UndoHistory& m_history;
    QWidget& m_window;
    quint64 m_lastDeed = 0; ///< see engine::RemoveTrackers
};

} // namespace essaim::gui
