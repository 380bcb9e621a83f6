#include "gui/details/peers_model.h"

#include "gui/details/details_table.h"
#include "gui/details/peer_countries.h"
#include "gui/details/peer_words.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <QHash>

namespace essaim::gui {

using engine::PeerDetails;
using engine::PeerFlag;

namespace {

constexpr bool isNumber(int column) {
    return column == PeersModel::PortColumn || column == PeersModel::ContributionColumn ||
           (column >= PeersModel::DownColumn && column <= PeersModel::RelevanceColumn);
}

QString sizeText(qint64 bytes) {
    return bytes > 0 ? text::size(bytes) : QString();
}

} // namespace

PeersModel::PeersModel(PeerCountries* countries, QObject* parent)
    : QAbstractTableModel(parent)
    , m_countries(countries) {
    if (countries != nullptr)
        connect(countries, &PeerCountries::found, this, [this] {
            if (rowCount() > 0)
                Q_EMIT dataChanged(index(0, CountryColumn), index(rowCount() - 1, CountryColumn));
        });
}

QString PeersModel::endpointOf(const PeerDetails& peer) {
    const QString address = peer.address.contains(u':') ? u'[' + peer.address + u']' : peer.address;
    return address + u':' + QString::number(peer.port);
}

void PeersModel::setPeers(const QList<PeerDetails>& peers) {
    if (m_countries != nullptr) {
        QStringList addresses;
        for (const PeerDetails& peer : peers)
            addresses.append(peer.address);
        m_countries->ask(addresses);
    }
    QHash<QString, const PeerDetails*> now;
    for (const PeerDetails& peer : peers)
        now.insert(endpointOf(peer), &peer);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (now.contains(endpointOf(peer(row))))
            continue;
        beginRemoveRows({}, row, row);
        m_peers.erase(m_peers.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < rowCount(); ++row) {
        const PeerDetails* peer = now.take(endpointOf(m_peers[std::size_t(row)]));
        if (peer == nullptr || m_peers[std::size_t(row)] == *peer)
            continue;
        m_peers[std::size_t(row)] = *peer;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (now.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(now.size()) - 1);
    for (const PeerDetails& peer : peers) {
        if (now.remove(endpointOf(peer)))
            m_peers.push_back(peer);
    }
    endInsertRows();
}

double PeersModel::contribution(const PeerDetails& peer) const {
    return m_contentSize > 0 ? qMin(1.0, double(peer.downloaded) / double(m_contentSize)) : 0;
}

int PeersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_peers.size());
}

int PeersModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString PeersModel::text(const PeerDetails& peer, int column) const {
    switch (column) {
    case AddressColumn:
        return peer.address;
    case CountryColumn: {
        const auto country = m_countries ? m_countries->of(peer.address) : PeerCountries::Country();
        return country.name.isEmpty() ? country.code : country.name;
    }
    case PortColumn:
        return QString::number(peer.port);
    case ClientColumn:
        if (!peer.client.isEmpty())
            return peer.client;
        return peer.flags & (PeerFlag::Connecting | PeerFlag::Greeting) ? tr("connecting…") : QString();
    case FlagsColumn:
        return peerFlagLetters(peer.flags);
    case ProgressColumn:
        return text::percent(peer.progress);
    case DownColumn:
        return text::rate(peer.downloadRate);
    case UpColumn:
        return text::rate(peer.uploadRate);
    case DownloadedColumn:
        return sizeText(peer.downloaded);
    case UploadedColumn:
        return sizeText(peer.uploaded);
    case RelevanceColumn:
        return peer.relevance > 0 ? text::percent(peer.relevance) : QString();
    case ConnectionColumn:
        return peerConnection(peer.flags);
    case PeerIdColumn:
        return peer.peerId;
    case FileColumn:
        return peer.file;
    case ContributionColumn:
        return peer.downloaded > 0 ? text::percent(contribution(peer)) : QString();
    default:
        return {};
    }
}

QVariant PeersModel::sortValue(const PeerDetails& peer, int column) const {
    switch (column) {
    case PortColumn:
        return peer.port;
    case ProgressColumn:
        return peer.progress;
    case DownColumn:
        return peer.downloadRate;
    case UpColumn:
        return peer.uploadRate;
    case DownloadedColumn:
        return peer.downloaded;
    case UploadedColumn:
        return peer.uploaded;
    case RelevanceColumn:
        return peer.relevance;
    case ContributionColumn:
        return contribution(peer);
    default:
        return text(peer, column);
    }
}

QVariant PeersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PeerDetails& line = peer(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(line, column);
    case Qt::ToolTipRole:
        return plainToolTip(column == FlagsColumn ? peerFlagWords(line.flags).join(u'\n') : text(line, column));
    case Qt::AccessibleTextRole:
        return column == FlagsColumn ? peerFlagWords(line.flags).join(QStringLiteral("; ")) : text(line, column);
    case Qt::TextAlignmentRole:
        return int(isNumber(column) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case kBadgeRole:
        return column == CountryColumn && m_countries ? m_countries->of(line.address).code : QString();
    case kBarRole:
        return column == ProgressColumn ? QVariant(line.progress) : QVariant();
    case kSortRole:
        return sortValue(line, column);
    default:
        return {};
    }
}

QVariant PeersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(isNumber(section) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == RelevanceColumn)
        return tr("How much of what is missing here the peer has");
    if (role == Qt::ToolTipRole && section == ContributionColumn)
        return tr("How much of the torrent came from the peer, in this connection");
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[ColumnCount] = {tr("Address"),    tr("Country"),  tr("Port"),        tr("Program"),
                                         tr("Flags"),      tr("Progress"), tr("Down"),        tr("Up"),
                                         tr("Downloaded"), tr("Uploaded"), tr("Relevance"),   tr("Connection"),
                                         tr("Peer ID"),    tr("File"),     tr("Contribution")};
    return titles[section];
}

} // namespace essaim::gui
