// The transfer list itself: columns that the user arranges, selection, order.
#pragma once

#include "gui/transfers/transfer_filter.h"

#include <QTreeView>

#include <vector>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// Shows a TransferFilter. Remembers columns and order in settings::kTransferColumns.
class TransferView : public QTreeView {
    Q_OBJECT
public:
    /// All outlive the view.
    TransferView(
        TransferModel& model, TransferFilter& filter, settings::SettingsStore& settings, QWidget* parent = nullptr);

    /// Rows of the model, in the order of the list.
    [[nodiscard]] std::vector<int> selectedRows() const;
    /// Selects one torrent and scrolls to it, if the filter lets it show.
    void selectTorrent(const TorrentId& id);
    void setColumnVisible(int column, bool visible); ///< the last visible column stays
    /// Columns as a new user sees them.
    void resetColumns();
    /// Each as wide as what it shows at present.
    void fitColumns();
    /// One checkable action per column, then *Reset columns*; filled anew each time it opens.
    void fillColumnMenu(QMenu& menu);
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override;

Q_SIGNALS:
    void selectionChangedByUser();

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& options, const QModelIndex& index) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void restoreColumns();
    void saveColumns();
    void fitNameColumn();
    void showHeaderMenu(const QPoint& position);

    TransferModel& m_model;
    TransferFilter& m_filter;
    settings::SettingsStore& m_settings;
    bool m_fitsName = true;   ///< the name takes what the other columns leave, until the user sets a width
    bool m_arranging = false; ///< the program, not the user, is moving columns
};

} // namespace essaim::gui
