// Dims the window during a drag and says what a drop will do.
#pragma once

#include "gui/add_torrent/dropped_items.h"

#include <QIcon>
#include <QWidget>

#include <vector>

namespace essaim::gui {

/// What a drop does.
enum class DropTarget {
    Add,    ///< open the add dialog for torrents and links
    Create, ///< make a torrent
    Share,  ///< make a torrent and host it
};

/// Lies over the pages of the window; receives no events itself: the window asks it what is where.
class DropOverlay : public QWidget {
    Q_OBJECT
public:
    explicit DropOverlay(QWidget* parent);

    /// Covers `area` of the window and shows the targets that fit the items; `share`: *Share with friends* starts as
    /// the one that a drop beside the cards means.
    void showFor(const DroppedItems& items, bool share, const QRect& area);
    /// Marks the card under `position` (in the overlay's coordinates), or beside the cards the one that is meant there.
    void follow(const QPoint& position);
    [[nodiscard]] DropTarget current() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Card {
        DropTarget target;
        QString icon;
        QString title;
        QString words;
    };
    [[nodiscard]] QRect cardRect(std::size_t index) const;
    void paintCard(QPainter& painter, const Card& card, const QRect& rect, bool marked) const;

    std::vector<Card> m_cards;
    std::size_t m_default = 0;
    std::size_t m_current = 0;
};

} // namespace essaim::gui
