// Which torrents the list shows, and in which order.
#pragma once

#include "gui/transfers/label_counts.h"
#include "gui/transfers/search_query.h"
#include "gui/transfers/transfer_model.h"

#include <QSortFilterProxyModel>

namespace essaim::gui {

/// Sits between TransferModel and the view: status group, words of the search field, order by typed values.
class TransferFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    /// `model` outlives the filter.
    explicit TransferFilter(TransferModel& model, QObject* parent = nullptr);

    void setStatus(StatusFilter status);
    /// Of each kind of label, at most one; see LabelFilter.
    void setLabels(const LabelFilter& labels);
    /// As SearchQuery takes it.
    void setSearch(const QString& text);
    [[nodiscard]] bool isFiltering() const {
        return m_status != StatusFilter::All || !m_search.isEmpty() || m_labels != LabelFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    TransferModel& m_model;
    StatusFilter m_status = StatusFilter::All;
    LabelFilter m_labels;
    SearchQuery m_search;
};

} // namespace essaim::gui
