#include "gui/transfers/transfer_delegate.h"

#include "gui/transfers/transfer_columns.h"
#include "gui/transfers/transfer_model.h"
#include "gui/widgets/cell_painting.h"
#include "gui/widgets/theme.h"

#include <QPainter>

namespace essaim::gui {

namespace {

constexpr int kFigureWidth = 46; // "100 %" in 13 px type, with air before it

void paintWords(
    QPainter& painter, const QRect& rect, Qt::Alignment alignment, const QString& words, const QFontMetrics& metrics) {
    painter.drawText(
        rect, int(alignment) | Qt::TextSingleLine, metrics.elidedText(words, Qt::ElideRight, rect.width()));
}

} // namespace

void TransferDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    painter->setFont(option.font);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));

    QRect content = option.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
    const QString words = index.data(Qt::DisplayRole).toString();
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const auto tint = [&](Tint which) { return tintColor(which, option.palette); };
    const QColor color = tint(Tint(index.data(TransferModel::TintRole).toInt()));
    switch (CellStyle(index.data(TransferModel::StyleRole).toInt())) {
    case CellStyle::Progress: {
        const QVariant progress = index.data(TransferModel::ProgressRole);
        const QRect bar = content.adjusted(0, 0, -kFigureWidth, 0);
        if (bar.width() > 12)
            paintBar(*painter, bar, progress.toDouble(), color, trackColor(option));
        paintWords(*painter, content, Qt::AlignRight | Qt::AlignVCenter, words, option.fontMetrics);
        return;
    }
    case CellStyle::Status:
        content = paintDot(*painter, content, color);
        break;
    case CellStyle::Text:
        break;
    }
    paintWords(*painter, content, alignment, words, option.fontMetrics);
}

QSize TransferDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width =
        option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * kCellMargin + 2;
    const auto style = CellStyle(index.data(TransferModel::StyleRole).toInt());
    const int extra = style == CellStyle::Status ? 14 : style == CellStyle::Progress ? 80 : 0;
    return {width + extra, qMax(kRowHeight, option.fontMetrics.height() + 10)};
}

} // namespace essaim::gui
