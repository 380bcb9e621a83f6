// The Trackers tab: who is asked for peers, what they answer, and which they are.
#pragma once

#include "gui/details/details_tab.h"
#include "gui/details/trackers_model.h"

#include <optional>

class QMenu;

namespace essaim::gui {
class DetailsTable;

/// Object names: trackersTable, editTrackersButton, askTrackersButton.
class TrackersTab : public DetailsTab {
    Q_OBJECT
public:
    TrackersTab(const DetailsContext& context, QWidget* parent);

    [[nodiscard]] engine::DetailsPart part() const override { return engine::DetailsPart::Trackers; }
    void showTorrent(const engine::TorrentSnapshot& torrent) override;
    void showDetails(const engine::DetailsSnapshot& details) override;

private:
    void fillMenu(QMenu& menu);
    void editTrackers();
    void removeSelected();
    void copySelected();
    void askSelected();
    [[nodiscard]] QStringList selectedUrls() const;

    const DetailsContext& m_context;
    TrackersModel m_model;
    DetailsTable* m_table;
    std::optional<engine::TorrentSnapshot> m_torrent;
};

} // namespace essaim::gui
