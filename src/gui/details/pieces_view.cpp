#include "gui/details/pieces_view.h"

#include "gui/widgets/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace essaim::gui {

using engine::PiecesDetails;

namespace {

constexpr int kCell = 11; ///< with the gap
constexpr int kGap = 2;
constexpr int kMargin = 10;
constexpr int kStates = 4;
constexpr int kBarHeight = 14;
constexpr int kCopiesTop = 18;
constexpr int kCopiesHeight = 5;

std::array<QColor, kStates> stateColors(const QPalette& palette) {
    QColor unwanted = tintColor(Tint::Line, palette);
    unwanted.setAlphaF(0.45F);
    return {
        tintColor(Tint::Line, palette), unwanted, tintColor(Tint::Accent, palette), tintColor(Tint::Moving, palette)};
}

/// Of the pieces from `first` to before `last`, the colour that their states give together.
QColor mixed(const QByteArray& states, qsizetype first, qsizetype last, const std::array<QColor, kStates>& colors) {
    std::array<int, kStates> counts{};
    for (qsizetype piece = first; piece < last; ++piece)
        ++counts[std::size_t(std::clamp<int>(states[piece], 0, kStates - 1))];
    float parts[4] = {};
    for (std::size_t state = 0; state < counts.size(); ++state) {
        const float share = float(counts[state]) / float(last - first);
        parts[0] += share * colors[state].redF();
        parts[1] += share * colors[state].greenF();
        parts[2] += share * colors[state].blueF();
        parts[3] += share * colors[state].alphaF();
    }
    return QColor::fromRgbF(parts[0], parts[1], parts[2], parts[3]);
}

} // namespace

PiecesBar::PiecesBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PiecesBar::setPieces(const PiecesDetails& pieces) {
    m_pieces = pieces;
    update();
}

void PiecesBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto colors = stateColors(palette());
    const qsizetype count = m_pieces.states.size();
    if (count == 0) {
        painter.fillRect(0, 0, width(), kBarHeight, colors[PiecesDetails::Missing]);
        return;
    }
    int most = 1;
    for (const char copies : m_pieces.availability)
        most = std::max<int>(most, copies);
    for (int x = 0; x < width(); ++x) {
        const qsizetype first = count * x / width();
        const qsizetype last = std::max<qsizetype>(first + 1, count * (x + 1) / width());
        painter.fillRect(x, 0, 1, kBarHeight, mixed(m_pieces.states, first, last, colors));
        if (m_pieces.availability.size() < last)
            continue;
        const auto least =
            *std::min_element(m_pieces.availability.begin() + first, m_pieces.availability.begin() + last);
        QColor copies = tintColor(Tint::Whole, palette());
        copies.setAlphaF(least == 0 ? 0.0F : 0.25F + 0.75F * float(least) / float(most));
        painter.fillRect(x, kCopiesTop, 1, kCopiesHeight, copies);
    }
}

PiecesGrid::PiecesGrid(QWidget* parent)
    : QWidget(parent) {
    setMouseTracking(true);
}

void PiecesGrid::setPieces(const PiecesDetails& pieces) {
    const bool isSameCount = pieces.states.size() == m_pieces.states.size();
    m_pieces = pieces;
    if (!isSameCount)
        fitHeight();
    update();
}

int PiecesGrid::columns() const {
    return std::max(1, (width() - 2 * kMargin) / kCell);
}

void PiecesGrid::fitHeight() {
    const int rows = int((m_pieces.states.size() + columns() - 1) / columns());
    setMinimumHeight(rows * kCell + kMargin);
}

void PiecesGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeight();
}

void PiecesGrid::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    const auto colors = stateColors(palette());
    const int inRow = columns();
    const int firstRow = event->rect().top() / kCell;
    const int lastRow = event->rect().bottom() / kCell;
    for (int row = firstRow; row <= lastRow; ++row) {
        for (int column = 0; column < inRow; ++column) {
            const qsizetype piece = qsizetype(row) * inRow + column;
            if (piece >= m_pieces.states.size())
                return;
            const auto state = std::size_t(std::clamp<int>(m_pieces.states[piece], 0, kStates - 1));
            painter.fillRect(kMargin + column * kCell, row * kCell, kCell - kGap, kCell - kGap, colors[state]);
        }
    }
}

int PiecesGrid::pieceAt(const QPoint& position) const {
    const int column = (position.x() - kMargin) / kCell;
    if (position.x() < kMargin || column >= columns() || position.y() < 0)
        return -1;
    const int piece = position.y() / kCell * columns() + column;
    return piece < m_pieces.states.size() ? piece : -1;
}

QString PiecesGrid::wordsFor(int piece) const {
    const QLocale locale;
    QStringList lines{tr("Piece %1 of %2").arg(locale.toString(piece + 1), locale.toString(m_pieces.states.size()))};
    const auto partial = std::ranges::find(m_pieces.partial, piece, &PiecesDetails::Partial::piece);
    switch (PiecesDetails::State(m_pieces.states[piece])) {
    case PiecesDetails::Whole:
        lines.append(tr("present"));
        break;
    case PiecesDetails::Unwanted:
        lines.append(tr("not wanted"));
        break;
    case PiecesDetails::Started:
        if (partial != m_pieces.partial.end())
            lines.append(tr("%1 of %2 blocks present, %3 asked for")
                             .arg(partial->written + partial->received)
                             .arg(partial->blocks)
                             .arg(partial->requested));
        break;
    case PiecesDetails::Missing:
        lines.append(tr("missing"));
        break;
    }
    if (piece < m_pieces.availability.size())
        lines.append(tr("%n connected peer(s) have it", nullptr, m_pieces.availability[piece]));
    return lines.join(u'\n');
}

bool PiecesGrid::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int piece = pieceAt(help->pos());
    QToolTip::showText(help->globalPos(), piece < 0 ? QString() : wordsFor(piece), this);
    return true;
}

} // namespace essaim::gui
