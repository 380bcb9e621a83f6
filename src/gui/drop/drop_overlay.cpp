#include "gui/drop/drop_overlay.h"

#include "gui/widgets/theme.h"

#include <QPainter>

namespace essaim::gui {

namespace {

constexpr int kGap = 26;
constexpr int kMaxCardWidth = 290;
constexpr int kCardHeight = 220;

} // namespace

DropOverlay::DropOverlay(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::showCards(std::vector<DropCard> cards, const QRect& area) {
    m_cards = std::move(cards);
    m_current = 0;
    setGeometry(area);
    raise();
    show();
    update();
}

void DropOverlay::follow(const QPoint& position) {
    std::size_t under = 0;
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        if (cardRect(i).contains(position))
            under = i;
    }
    if (under != m_current) {
        m_current = under;
        update();
    }
}

DropTarget DropOverlay::current() const {
    return m_cards[m_current].target;
}

void DropOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(18, 22, 32, 184));
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        paintCard(painter, m_cards[i], cardRect(i), i == m_current);
}

QRect DropOverlay::cardRect(std::size_t index) const {
    const int count = int(m_cards.size());
    const int width = qMin(kMaxCardWidth, (this->width() - (count + 1) * kGap) / count);
    const int all = count * width + (count - 1) * kGap;
    const int left = (this->width() - all) / 2 + int(index) * (width + kGap);
    return {left, (height() - kCardHeight) / 2, width, kCardHeight};
}

void DropOverlay::paintCard(QPainter& painter, const DropCard& card, const QRect& rect, bool marked) const {
    const QColor accent = tintColor(Tint::Accent, palette());
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 14, 14);
    QColor ground = accent;
    ground.setAlphaF(marked ? 0.1F : 0.0F);
    painter.setBrush(ground);
    painter.setPen(marked ? QPen(accent, 2) : QPen(palette().color(QPalette::Mid), 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 14, 14);

    constexpr int kIcon = 40;
    const QRect icon(rect.center().x() - kIcon / 2, rect.top() + 44, kIcon, kIcon);
    themedIcon(card.icon, Tint::Accent).paint(&painter, icon);

    QFont title = font();
    title.setPixelSize(16);
    title.setWeight(QFont::DemiBold);
    painter.setFont(title);
    painter.setPen(tintColor(Tint::Text, palette()));
    const QRect titleRect(rect.left() + 16, icon.bottom() + 16, rect.width() - 32, 26);
    painter.drawText(titleRect, Qt::AlignCenter, card.title);
    painter.setFont(font());
    painter.setPen(tintColor(Tint::Muted, palette()));
    const QRect words(
        rect.left() + 24, titleRect.bottom() + 6, rect.width() - 48, rect.bottom() - titleRect.bottom() - 16);
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, card.words);
}

} // namespace essaim::gui
