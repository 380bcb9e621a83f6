// What can be done with the selected torrents: menu, toolbar and keyboard share these actions.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/details/verdict.h"
#include "gui/services.h"
#include "gui/transfers/torrents_at_hand.h"

#include <QAction>
#include <QList>
#include <QObject>

#include <functional>

class QMenu;

namespace essaim::gui {
class MagnetCopier;
class MoveActions;
class OptionActions;
class SharingMenu;
class TorrentFileActions;
class UndoHistory;

/// GUI thread. Asks for the selection when an action is triggered; knows no view.
class TransferActions : public QObject {
    Q_OBJECT
public:
    using Selection = std::function<QList<engine::TorrentSnapshot>()>;

    /// `window`: parent of dialogs and owner of the shortcuts. All outlive the actions.
    TransferActions(
        const Services& services, Selection selection, std::function<TorrentsAtHand()> atHand, QWidget& window);

    QAction* resume;
    QAction* pause;
    QAction* remove;
    QAction* removeWithFiles;
    QAction* labels;
    QAction* recheck;
    QAction* reannounce;
    QAction* openFolder;
    QAction* copyName;
    QAction* copyHash;
    QAction* copyMagnet;
    QAction* copyHashV2;
    QAction* copyPath;
    QAction* copyComment;
    QAction* runNow;                  ///< whatever the queue says
    UndoHistory* history;             ///< with the action that takes the last deed back
    OptionActions* options;           ///< queue, limits, labels
    TorrentFileActions* torrentFiles; ///< .torrent and trackers
    QAction* newVersion;              ///< the window knows what to do
    SharingMenu* sharing;             ///< on the host's own tracker

    /// Enables what makes sense for what is selected at this moment.
    void update(const TorrentsAtHand& torrents);
    /// While the list is not shown, nothing can be done with its selection.
    void setListShown(bool shown);
    /// What helps a torrent that does not move; the details do the rest.
    void help(Remedy remedy);
    /// Asks first.
    void askToRemove(const QList<engine::TorrentSnapshot>& torrents, bool deleteFiles);
    /// Out of the queue, and running; can be taken back.
    void startAtOnce(const QList<engine::TorrentSnapshot>& torrents);
    /// Pauses what is selected if any of it runs.
    void pauseOrResume();
    /// The context menu of the list.
    void fillMenu(QMenu& menu) const;

Q_SIGNALS:
    /// The user had these removed, and they can be brought back.
    void removed(const QStringList& names, const QList<essaim::TorrentId>& ids);
    /// The user wants to change their category or tags.
    void labelsRequested(const QList<essaim::engine::TorrentSnapshot>& torrents);

private:
    void connectActions();
    void askToRemoveSelected(bool deleteFiles);
    void openFolders();
    void copyText(QString (*text)(const engine::TorrentSnapshot&));

    engine::Session& m_session;
    Selection m_selection;
    std::function<TorrentsAtHand()> m_atHand;
    QWidget& m_window;
    MagnetCopier* m_magnets;
    MoveActions* m_moves;
    bool m_listShown = true;
};

} // namespace essaim::gui
