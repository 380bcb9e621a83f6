// The connected peers of one torrent.
#pragma once

#include "engine/details/details_snapshot.h"

#include <QAbstractTableModel>

#include <vector>

namespace essaim::gui {
class PeerCountries;

/// GUI thread. Merges what it is told, so that a selection stays while rates change.
class PeersModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        AddressColumn,
        CountryColumn,
        PortColumn,
        ClientColumn,
        FlagsColumn,
        ProgressColumn,
        DownColumn,
        UpColumn,
        DownloadedColumn,
        UploadedColumn,
        RelevanceColumn,
        ConnectionColumn,
        PeerIdColumn,
        FileColumn,
        ContributionColumn,
        ColumnCount
    };

    /// `countries` may be null, and outlives the model.
    explicit PeersModel(PeerCountries* countries = nullptr, QObject* parent = nullptr);

    void setPeers(const QList<engine::PeerDetails>& peers);
    [[nodiscard]] const engine::PeerDetails& peer(int row) const { return m_peers[std::size_t(row)]; }
    /// As it is written in an address field: "10.0.0.1:6881", "[::1]:6881".
    /// Of the torrent, in bytes: what a peer gave is told as a part of it.
    void setContentSize(qint64 bytes) { m_contentSize = bytes; }
    [[nodiscard]] static QString endpointOf(const engine::PeerDetails& peer);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant sortValue(const engine::PeerDetails& peer, int column) const;
    [[nodiscard]] QString text(const engine::PeerDetails& peer, int column) const;
    [[nodiscard]] double contribution(const engine::PeerDetails& peer) const;

    qint64 m_contentSize = 0;
    PeerCountries* m_countries;
    std::vector<engine::PeerDetails> m_peers;
};

} // namespace essaim::gui
