// What a drop on the window can mean, and which of it is offered for what is dragged.
#pragma once

#include "gui/add_torrent/dropped_items.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

namespace essaim::gui {

enum class DropTarget {
    Add,            ///< open the add dialog for torrents and links
    Edit,           ///< change a .torrent
    CreateTogether, ///< one torrent with everything
    CreateEach,     ///< a torrent for each item
    AddToDraft,     ///< to the create dialog that is open
    ShareTogether,  ///< one torrent with everything, hosted
    ShareEach,      ///< a torrent for each item, hosted
};

/// A large place to drop on.
struct DropCard {
    DropTarget target;
    QString icon;
    QString title;
    QString words;
};

struct DropSituation {
    DroppedItems items;
    bool onTrackerPage = false;
    std::optional<QString> draft; ///< title of the open draft, perhaps empty; nothing = none is open
};

struct DropTargets {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::DropTargets)
public:
    /// One to three; the first is what a drop beside the cards means.
    [[nodiscard]] static std::vector<DropCard> of(const DropSituation& situation);
};

} // namespace essaim::gui
