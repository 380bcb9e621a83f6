// Which torrents the list shows, and in which order.
#pragma once

#include "gui/transfers/label_counts.h"
#include "gui/transfers/search_query.h"
#include "gui/transfers/transfer_model.h"

#include <QCollator>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

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
    /// What orders this text among others: computed once, since a comparison by the rules of a language is slow.
    [[nodiscard]] const QCollatorSortKey& keyOf(int row, const QString& text) const;

    TransferModel& m_model;
    QCollator m_order;
    struct Key {
        QString text; ///< that it was made of
        std::optional<QCollatorSortKey> key;
    };
    mutable std::vector<Key> m_keys; ///< by row of the model; those of another text are made again
    StatusFilter m_status = StatusFilter::All;
    LabelFilter m_labels;
    SearchQuery m_search;
};

} // namespace essaim::gui
