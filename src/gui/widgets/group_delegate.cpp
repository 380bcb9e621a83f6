#include "gui/widgets/group_delegate.h"

#include "gui/widgets/cell_painting.h"
#include "gui/widgets/theme.h"

#include <QPainter>

namespace essaim::gui {

namespace {
constexpr int kIndent = 14;
} // namespace

void GroupDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        QColor ground = option.palette.color(QPalette::Highlight);
        ground.setAlphaF(option.state.testFlag(QStyle::State_Selected) ? 1.0F : 0.5F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(option.rect, 6, 6);
    }
    const QRect content = option.rect.adjusted(8 + index.data(kDepthRole).toInt() * kIndent, 0, -8, 0);
    const QRect icon(content.left(), content.center().y() - 7, 16, 16);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
    const QString count = index.data(kCountRole).toString();
    const int countWidth = option.fontMetrics.horizontalAdvance(count);
    const QRect words = content.adjusted(24, 0, -countWidth - 8, 0);
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    const QString title = index.data(Qt::DisplayRole).toString();
    painter->drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(title, Qt::ElideRight, words.width()));
    painter->setPen(tintColor(Tint::Muted, option.palette));
    painter->drawText(content, Qt::AlignRight | Qt::AlignVCenter, count);
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {120, qMax(kRowHeight - 2, option.fontMetrics.height() + 8)};
}

} // namespace essaim::gui
