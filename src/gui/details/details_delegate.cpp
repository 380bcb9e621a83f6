#include "gui/details/details_delegate.h"

#include "gui/details/details_table.h"
#include "gui/widgets/cell_painting.h"
#include "gui/widgets/theme.h"

#include <QPainter>
#include <QVariant>

namespace essaim::gui {

namespace {
constexpr int kHeight = 26;
constexpr int kFigureWidth = 46; // "100 %" and air before it
/// Letters in a box; what is left of the cell beside it.
QRect paintBadge(QPainter& painter, const QRect& cell, const QString& letters, const QStyleOptionViewItem& option) {
    constexpr int kWidth = 26;
    constexpr int kGap = 8;
    constexpr int kBoxHeight = 16;
    const QRect box(cell.left(), cell.center().y() - kBoxHeight / 2 + 1, kWidth, kBoxHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tintColor(Tint::Line, option.palette));
    painter.drawRoundedRect(box, 4, 4);
    QFont font = option.font;
    font.setPixelSize(11);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(option.palette.color(QPalette::Text));
    painter.drawText(box, Qt::AlignCenter, letters);
    painter.restore();
    return cell.adjusted(kWidth + kGap, 0, 0, 0);
}

} // namespace

void DetailsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QVariant bar = index.data(kBarRole);
    const QVariant dot = index.data(kDotRole);
    if (index.data(Qt::CheckStateRole).isValid() || index.data(Qt::DecorationRole).isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    QRect content = option.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
    auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    if (bar.isValid()) {
        const QRect track = content.adjusted(0, 0, -kFigureWidth, 0);
        const double progress = bar.toDouble();
        const Tint tint = progress >= 1 ? Tint::Whole : Tint::Moving;
        if (track.width() > 12)
            paintBar(*painter, track, progress, tintColor(tint, option.palette), trackColor(option));
        alignment = Qt::AlignRight | Qt::AlignVCenter;
    }
    if (dot.isValid())
        content = paintDot(*painter, content, tintColor(Tint(dot.toInt()), option.palette));
    if (const QString badge = index.data(kBadgeRole).toString(); !badge.isEmpty())
        content = paintBadge(*painter, content, badge, option);
    painter->setFont(option.font);
    painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    const QString words =
        option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, content.width());
    painter->drawText(content, int(alignment) | Qt::TextSingleLine, words);
}

void DetailsDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    constexpr const char* kIsFilled = "isFilled";
    if (editor->property(kIsFilled).toBool())
        return;
    editor->setProperty(kIsFilled, true);
    QStyledItemDelegate::setEditorData(editor, index);
}

QSize DetailsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(kHeight, option.fontMetrics.height() + 8));
    constexpr int kDotWidth = 14;
    constexpr int kBarWidth = 60;
    constexpr int kBadgeWidth = 34;
    size.rwidth() += 2 * kCellMargin + (index.data(kDotRole).isValid() ? kDotWidth : 0) +
                     (index.data(kBarRole).isValid() ? kBarWidth : 0) +
                     (index.data(kBadgeRole).toString().isEmpty() ? 0 : kBadgeWidth);
    return size;
}

} // namespace essaim::gui
