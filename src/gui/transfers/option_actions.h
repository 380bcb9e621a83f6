// What the user sets for the selected torrents: queue, order, super-seeding, limits, category, tags.
#pragma once

#include "engine/details/torrent_edits.h"
#include "engine/torrent_snapshot.h"
#include "gui/services.h"
#include "gui/transfers/torrents_at_hand.h"

#include <QAction>
#include <QObject>

#include <functional>

class QMenu;

namespace essaim::gui {
class UndoHistory;

/// GUI thread; child of the window. Its submenus are filled when they open, for the selection of that moment; where the
/// selected torrents differ, a line stands in the place of the tick, and a click sets all of them.
class OptionActions : public QObject {
    Q_OBJECT
public:
    using Selection = std::function<QList<engine::TorrentSnapshot>()>;
    /// Labels in use.
    struct Labels {
        QStringList categories;
        QStringList tags;
    };

    /// All outlive the actions.
    OptionActions(const Services& services, Selection selection, UndoHistory& history, QWidget& window);

    QAction* queueTop;
    QAction* queueUp;
    QAction* queueDown;
    QAction* queueBottom;
    QAction* rename;

    void setLabels(std::function<Labels()> labels) { m_labels = std::move(labels); }
    void update(const TorrentsAtHand& selected);
    /// Options, queue, category, tags; to be placed in the menu of the list.
    void fillMenu(QMenu& menu);

private:
    void fillOptions(QMenu& menu);
    void fillCategories(QMenu& menu);
    void fillTags(QMenu& menu);
    void addToggle(QMenu& menu, const QString& text, bool isAll, bool isAny, const std::function<void(bool)>& set);
    void set(const engine::SetOptions& edit, const QString& what);
    void step(engine::QueueStep step);
    void askForLimits();
    void askForName();
    void askForLabel(bool isTag);
    void setTag(const QString& tag, bool isOn);

    Services m_services;
    Selection m_selection;
    UndoHistory& m_history;
    QWidget& m_window;
    std::function<Labels()> m_labels = [] { return Labels(); };
};

} // namespace essaim::gui
