#include "gui/transfers/transfer_filter.h"

#include "gui/widgets/natural_order.h"

namespace essaim::gui {

TransferFilter::TransferFilter(TransferModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_order(naturalOrder()) {
    connect(&model, &TransferModel::rowChanged, this, [this](int row) { known(row).forget(); });
    // Before the base class hears of it: it asks about the rows at once.
    connect(&model, &TransferModel::rowsRemoved, this, [this] { m_known.clear(); });
    setSourceModel(&model);
    setDynamicSortFilter(true);
}

void TransferFilter::setStatus(StatusFilter status) {
    m_status = status;
    judgeAnew();
}

void TransferFilter::setLabels(const LabelFilter& labels) {
    if (labels == m_labels)
        return;
    m_labels = labels;
    judgeAnew();
}

void TransferFilter::setSearch(const QString& text) {
    m_search = SearchQuery(text);
    judgeAnew();
}

void TransferFilter::judgeAnew() {
    ++m_round;
    invalidateFilter();
}

bool TransferFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    Known& about = known(row);
    if (about.round != m_round) {
        about.round = m_round;
        about.isAccepted = accepts(m_model.torrent(row));
    }
    return about.isAccepted;
}

bool TransferFilter::accepts(const engine::TorrentSnapshot& torrent) const {
    if (!isIn(m_status, torrent))
        return false;
    return m_labels.matches(torrent) && m_search.matches(torrent);
}

bool TransferFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    m_known.reserve(std::size_t(m_model.rowCount())); // the first stays where it is
    const Known& first = valueOf(left.row(), left.column());
    const Known& second = valueOf(right.row(), right.column());
    if (!std::holds_alternative<QString>(first.value.first)) {
        // Rows that are equal stay in the order in which they came, whatever changes in them.
        return gui::lessThan(first.value, second.value) ||
               (left.row() < right.row() && !gui::lessThan(second.value, first.value));
    }
    const int order = first.order->compare(*second.order);
    if (order != 0)
        return order < 0;
    return gui::lessThan({first.value.second}, {second.value.second}) ||
           (left.row() < right.row() && !gui::lessThan({second.value.second}, {first.value.second}));
}

TransferFilter::Known& TransferFilter::known(int row) const {
    if (m_known.size() <= std::size_t(row))
        m_known.resize(std::size_t(row) + 1);
    return m_known[std::size_t(row)];
}

const TransferFilter::Known& TransferFilter::valueOf(int row, int column) const {
    Known& about = known(row);
    if (about.column == column)
        return about;
    about.column = column;
    about.value = transferColumns()[std::size_t(column)].value(m_model.torrent(row));
    const auto* text = std::get_if<QString>(&about.value.first);
    if (text != nullptr && (!about.order || about.orderOf != *text)) {
        about.orderOf = *text;
        about.order = m_order.sortKey(*text);
    }
    return about;
}

} // namespace essaim::gui
