#include "gui/transfers/transfer_filter.h"

#include "gui/transfers/transfer_columns.h"
#include "gui/widgets/natural_order.h"

namespace essaim::gui {

TransferFilter::TransferFilter(TransferModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_order(naturalOrder()) {
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
    const CellValue first = column.value(m_model.torrent(left.row()));
    const CellValue second = column.value(m_model.torrent(right.row()));
    const auto* firstText = std::get_if<QString>(&first.first);
    const auto* secondText = std::get_if<QString>(&second.first);
    if (firstText == nullptr || secondText == nullptr)
        return gui::lessThan(first, second);
    m_keys.resize(std::size_t(m_model.rowCount()));
    const int order = keyOf(left.row(), *firstText).compare(keyOf(right.row(), *secondText));
    return order != 0 ? order < 0 : gui::lessThan({first.second}, {second.second});
}

const QCollatorSortKey& TransferFilter::keyOf(int row, const QString& text) const {
    Key& known = m_keys[std::size_t(row)];
    if (!known.key || known.text != text)
        known = {text, m_order.sortKey(text)};
    return *known.key;
}

} // namespace essaim::gui
