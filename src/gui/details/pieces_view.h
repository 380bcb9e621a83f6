// The pieces of a torrent, drawn: a bar of the whole, and a grid with a cell for each.
#pragma once

#include "engine/details/details_snapshot.h"

#include <QWidget>

namespace essaim::gui {

/// All pieces in one line; where there are more than pixels, a pixel mixes what falls on it. Below it, thinner, how
/// many peers have them.
class PiecesBar : public QWidget {
    Q_OBJECT
public:
    explicit PiecesBar(QWidget* parent = nullptr);
    void setPieces(const engine::PiecesDetails& pieces);
    [[nodiscard]] QSize sizeHint() const override { return {200, 26}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    engine::PiecesDetails m_pieces;
};

/// A cell for each piece, as many in a row as fit; draws only what is exposed, so that a million are no more work than
/// a screenful. Lies in a scroll area, whose width it takes.
class PiecesGrid : public QWidget {
    Q_OBJECT
public:
    explicit PiecesGrid(QWidget* parent = nullptr);
    void setPieces(const engine::PiecesDetails& pieces);
    /// -1 where there is none.
    [[nodiscard]] int pieceAt(const QPoint& position) const;
    [[nodiscard]] QString wordsFor(int piece) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int columns() const;
    void fitHeight();

    engine::PiecesDetails m_pieces;
};

} // namespace essaim::gui
