// Which torrents the list shows, and in which order.
#pragma once

#include "gui/transfers/label_counts.h"
#include "gui/transfers/search_query.h"
#include "gui/transfers/transfer_columns.h"
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
    /// What is known of a row: a view asks a hundred times for each change of it.
    struct Known {
        quint32 round = 0; ///< in which it was judged, 0 = not yet
        bool isAccepted = false;
        int column = -1; ///< whose value that is, -1 = none
        CellValue value;
        QString orderOf;                       ///< the text that `order` was made of
        std::optional<QCollatorSortKey> order; ///< comparing texts by the rules of a language is slow
        void forget() {
            round = 0;
            column = -1;
        }
    };
    [[nodiscard]] Known& known(int row) const;
    [[nodiscard]] const Known& valueOf(int row, int column) const;
    [[nodiscard]] bool accepts(const engine::TorrentSnapshot& torrent) const;
    void judgeAnew();

    TransferModel& m_model;
    QCollator m_order;
    mutable std::vector<Known> m_known; ///< by row of the model
    quint32 m_round = 1;
    StatusFilter m_status = StatusFilter::All;
    LabelFilter m_labels;
    SearchQuery m_search;
};

} // namespace essaim::gui
