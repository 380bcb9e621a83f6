#include "gui/transfers/transfer_filter.h"

#include "gui/transfers/transfer_columns.h"

namespace essaim::gui {

TransferFilter::TransferFilter(TransferModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model) {
    setSourceModel(&model);
    setDynamicSortFilter(true);
}

void TransferFilter::setStatus(StatusFilter status) {
    m_status = status;
    invalidateFilter();
}

void TransferFilter::setSearch(const QString& text) {
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool TransferFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const engine::TorrentSnapshot& torrent = m_model.torrent(row);
    if (m_status != StatusFilter::All && statusGroup(torrent.state) != m_status)
        return false;
    return std::ranges::all_of(m_words, [&torrent](const QString& word) {
        const auto& hash = torrent.infoHash;
        return torrent.name.contains(word, Qt::CaseInsensitive) ||
               torrent.savePath.contains(word, Qt::CaseInsensitive) ||
               (hash.v1 && QString::fromStdString(hash.v1->toHex()).startsWith(word, Qt::CaseInsensitive)) ||
               (hash.v2 && QString::fromStdString(hash.v2->toHex()).startsWith(word, Qt::CaseInsensitive));
    });
}

bool TransferFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const TransferColumn& column = transferColumns()[std::size_t(left.column())];
    return gui::lessThan(column.value(m_model.torrent(left.row())), column.value(m_model.torrent(right.row())));
}

} // namespace essaim::gui
