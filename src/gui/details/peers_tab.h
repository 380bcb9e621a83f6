// The Peers tab: who is connected, what they have and what they do; adding and banning.
#pragma once

#include "gui/details/details_tab.h"
#include "gui/details/peer_countries.h"
#include "gui/details/peers_model.h"

#include <QSortFilterProxyModel>

#include <optional>

class QLabel;

namespace essaim::gui {
class DetailsTable;

/// Object names: peersTable, addPeersButton, banPeersAction, banNetworkAction.
class PeersTab : public DetailsTab {
    Q_OBJECT
public:
    PeersTab(const DetailsContext& context, QWidget* parent);

    [[nodiscard]] engine::DetailsPart part() const override { return engine::DetailsPart::Peers; }
    void showTorrent(const engine::TorrentSnapshot& torrent) override;
    void showDetails(const engine::DetailsSnapshot& details) override;

private:
    [[nodiscard]] QList<engine::PeerDetails> selectedPeers() const;
    void showMenu(const QPoint& position);
    void addPeers();
    void copySelected();
    void banSelected();
    void banNetwork();
    void ban(const QStringList& bans);
    void updateHint(const engine::SwarmFacts& facts);

    const DetailsContext& m_context;
    PeerCountries m_countries;
    PeersModel m_model{&m_countries};
    QSortFilterProxyModel m_order;
    DetailsTable* m_table;
    QLabel* m_hint;
    std::optional<engine::TorrentSnapshot> m_torrent;
};

} // namespace essaim::gui
