// What can be done with the selected torrents: menu, toolbar and keyboard share these actions.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QAction>
#include <QList>
#include <QObject>

#include <functional>

class QMenu;

namespace essaim::engine {
class Session;
}

namespace essaim::gui {
class MagnetCopier;

/// GUI thread. Asks for the selection when an action is triggered; knows no view.
class TransferActions : public QObject {
    Q_OBJECT
public:
    using Selection = std::function<QList<engine::TorrentSnapshot>()>;

    /// `window`: parent of dialogs and owner of the shortcuts. All outlive the actions.
    TransferActions(engine::Session& session, Selection selection, QWidget& window);

    QAction* resume;
    QAction* pause;
    QAction* remove;
    QAction* removeWithFiles;
    QAction* moveTo;
    QAction* recheck;
    QAction* reannounce;
    QAction* openFolder;
    QAction* copyName;
    QAction* copyHash;
    QAction* copyMagnet;

    /// Enables what makes sense for the selection of this moment.
    void update();
    /// While the list is not shown, nothing can be done with its selection.
    void setListShown(bool shown);
    /// The context menu of the list.
    void fillMenu(QMenu& menu) const;

private:
    void connectActions();
    void askToRemove(bool deleteFiles);
    void askToMove();
    void openFolders();
    void copyText(QString (*text)(const engine::TorrentSnapshot&));

    engine::Session& m_session;
    Selection m_selection;
    QWidget& m_window;
    MagnetCopier* m_magnets;
    bool m_listShown = true;
};

} // namespace essaim::gui
