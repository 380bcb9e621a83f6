// Cells of the tables of the details: words, a bar, a dot before the words, a check box.
#pragma once

#include <QStyledItemDelegate>

namespace essaim::gui {

/// What a cell is, its model says by kBarRole and kDotRole (details_table.h).
class DetailsDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Once for each editor: what is being typed stays, however often the row changes.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
};

} // namespace essaim::gui
