// The Speed tab: how fast the torrent was, from a minute to a day.
#pragma once

#include "gui/details/details_tab.h"

#include <optional>

class QComboBox;
class QLabel;

namespace essaim::gui {
class SpeedGraph;

/// Object names: speedGraph, speedSpanCombo.
class SpeedTab : public DetailsTab {
    Q_OBJECT
public:
    SpeedTab(const DetailsContext& context, QWidget* parent);

    void showTorrent(const engine::TorrentSnapshot& torrent) override;
    /// All torrents together.
    void showNoTorrent() override;

private:
    void fillSpans();
    void showRates(const QString& whose, qint64 down, qint64 up);
    void draw();

    const DetailsContext& m_context;
    SpeedGraph* m_graph;
    QComboBox* m_span;
    QLabel* m_down;
    QLabel* m_up;
    std::optional<TorrentId> m_id; ///< nothing: all
};

} // namespace essaim::gui
