#include "gui/main_window/drop_overlay.h"

#include "gui/widgets/theme.h"

#include <QFileInfo>
#include <QPainter>

namespace essaim::gui {

namespace {

constexpr int kGap = 26;
constexpr int kMaxCardWidth = 290;
constexpr int kCardHeight = 220;

QString describeSources(const QStringList& sources) {
    return sources.size() == 1 ? QFileInfo(sources.first()).fileName()
                               : DropOverlay::tr("%n items", nullptr, int(sources.size()));
}

} // namespace

DropOverlay::DropOverlay(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::showFor(const DroppedItems& items, bool share, const QRect& area) {
    m_cards.clear();
    if (items.sources.isEmpty()) {
        m_cards.push_back(
            {DropTarget::Add, QStringLiteral("arrow-down"), tr("Add %n torrent(s)", nullptr, items.addCount()),
             tr("Choose the folder and the files before the download starts")});
    } else {
        const QString words = describeSources(items.sources);
        m_cards.push_back({DropTarget::Create, QStringLiteral("box"), tr("Create a torrent"), words});
        m_cards.push_back(
            {DropTarget::Share, QStringLiteral("users"), tr("Share with friends"),
             tr("Create, host and seed, with an invite link to send")});
    }
    m_default = share && m_cards.size() > 1 ? 1 : 0;
    m_current = m_default;
    setGeometry(area);
    raise();
    show();
    update();
}

void DropOverlay::follow(const QPoint& position) {
    std::size_t under = m_default;
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

void DropOverlay::paintCard(QPainter& painter, const Card& card, const QRect& rect, bool marked) const {
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
