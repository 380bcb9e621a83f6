// Dims the window during a drag and says what a drop will do.
#pragma once

#include "gui/drop/drop_targets.h"

#include <QWidget>

#include <vector>

namespace essaim::gui {

/// Lies over the pages of the window; receives no events itself: the window asks it what is where.
class DropOverlay : public QWidget {
    Q_OBJECT
public:
    explicit DropOverlay(QWidget* parent);

    /// Covers `area` of the window and shows `cards`, at least one; the first is what a drop beside them means.
    void showCards(std::vector<DropCard> cards, const QRect& area);
    /// Marks the card under `position` (in the overlay's coordinates), or beside the cards the one that is meant there.
    void follow(const QPoint& position);
    [[nodiscard]] DropTarget current() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect cardRect(std::size_t index) const;
    void paintCard(QPainter& painter, const DropCard& card, const QRect& rect, bool marked) const;

    std::vector<DropCard> m_cards;
    std::size_t m_current = 0;
};

} // namespace essaim::gui
