// The Pieces tab: how much of the torrent is there, piece by piece.
#pragma once

#include "gui/details/details_tab.h"

#include <optional>

class QLabel;

namespace essaim::gui {
class PiecesBar;
class PiecesGrid;

/// Object names: piecesBar, piecesGrid, piecesLabel.
class PiecesTab : public DetailsTab {
    Q_OBJECT
public:
    PiecesTab(const DetailsContext& context, QWidget* parent);

    [[nodiscard]] engine::DetailsPart part() const override { return engine::DetailsPart::Pieces; }
    void showTorrent(const engine::TorrentSnapshot& torrent) override;
    void showDetails(const engine::DetailsSnapshot& details) override;

private:
    void showPieces(const engine::PiecesDetails& pieces);

    PiecesBar* m_bar;
    PiecesGrid* m_grid;
    QLabel* m_words;
    std::optional<TorrentId> m_id;
};

} // namespace essaim::gui
