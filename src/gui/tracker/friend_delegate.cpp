#include "gui/tracker/friend_delegate.h"

#include "gui/tracker/friends_model.h"
#include "gui/widgets/cell_painting.h"

#include <QApplication>
#include <QPainter>

namespace essaim::gui {

namespace {

constexpr int kRow = 38;
constexpr int kPicture = 24;
constexpr int kPictureGap = 10;

} // namespace

void FriendDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QVariant tint = index.data(FriendsModel::kTintRole);
    const bool isName = index.column() == FriendsModel::Name;
    if (!isName && !tint.isValid())
        return CellDelegate::paint(painter, option, index);

    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    painter->setRenderHint(QPainter::Antialiasing);
    QRect content = cell.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
    if (isName) {
        cell.icon.paint(painter, QRect(content.left(), content.center().y() - kPicture / 2, kPicture, kPicture));
        content.setLeft(content.left() + kPicture + kPictureGap);
        cell.font.setBold(true);
    } else {
        content = paintDot(*painter, content, tintColor(Tint(tint.toInt()), cell.palette));
    }
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(
        content, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(cell.font).elidedText(cell.text, Qt::ElideRight, content.width()));
}

QSize FriendDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = CellDelegate::sizeHint(option, index);
    size.setHeight(qMax(kRow, size.height()));
    return size;
}

} // namespace essaim::gui
