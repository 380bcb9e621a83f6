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

void TransferFilter::setLabels(const LabelFilter& labels) {
    if (labels == m_labels)
        return;
    m_labels = labels;
    invalidateFilter();
}

void TransferFilter::setSearch(const QString& text) {
    m_search = SearchQuery(text);
    invalidateFilter();
}

bool TransferFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const engine::TorrentSnapshot& torrent = m_model.torrent(row);
    if (m_status != StatusFilter::All && statusGroup(torrent.state) != m_status)
        return false;
    return m_labels.matches(torrent) && m_search.matches(torrent);
}

bool TransferFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const TransferColumn& column = transferColumns()[std::size_t(left.column())];
    return gui::lessThan(column.value(m_model.torrent(left.row())), column.value(m_model.torrent(right.row())));
}

} // namespace essaim::gui
