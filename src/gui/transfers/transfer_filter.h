// Which torrents the list shows, and in which order.
#pragma once

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
    /// Every word must occur in the name or the save path, or begin an info-hash; case does not matter.
    void setSearch(const QString& text);
    [[nodiscard]] bool isFiltering() const { return m_status != StatusFilter::All || !m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    TransferModel& m_model;
    StatusFilter m_status = StatusFilter::All;
    QStringList m_words;
};

} // namespace essaim::gui
