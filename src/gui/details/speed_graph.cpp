#include "gui/details/speed_graph.h"

#include "gui/widgets/theme.h"
#include "text/text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace essaim::gui {

namespace {

constexpr int kTop = 8;
constexpr int kBottom = 22; ///< for the words below
constexpr int kLeft = 78;   ///< for those beside
constexpr int kRight = 14;
constexpr int kLines = 4;

template <typename Value>
QPainterPath lineOf(const QList<SpeedSample>& samples, const QRectF& area, double top, Value value) {
    QPainterPath path;
    for (qsizetype i = 0; i < samples.size(); ++i) {
        const double x = area.left() + area.width() * double(i) / double(std::max<qsizetype>(1, samples.size() - 1));
        const double y = area.bottom() - area.height() * double(value(samples[i])) / top;
        if (i == 0)
            path.moveTo(x, y);
        else
            path.lineTo(x, y);
    }
    return path;
}

} // namespace

double SpeedGraph::roundRate(double most) {
    constexpr double kLeast = 1000;
    for (double power = kLeast;; power *= 10) {
        for (const double round : {power, 2 * power, 5 * power}) {
            if (round >= most)
                return round;
        }
    }
}

void SpeedGraph::setSamples(const QList<SpeedSample>& samples, int span) {
    m_samples = samples;
    m_span = span;
    update();
}

void SpeedGraph::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF area(kLeft, kTop, width() - kLeft - kRight, height() - kTop - kBottom);
    double most = 0;
    for (const SpeedSample& sample : m_samples)
        most = std::max({most, double(sample.down), double(sample.up)});
    const double top = roundRate(most);
    for (int i = 0; i <= kLines; ++i) {
        const double y = area.bottom() - area.height() * i / kLines;
        painter.setPen(tintColor(Tint::Line, palette()));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(tintColor(Tint::Muted, palette()));
        if (i % 2 == 0 && i > 0)
            painter.drawText(
                QRectF(0, y - 10, kLeft - 8, 20), Qt::AlignRight | Qt::AlignVCenter,
                text::rate(qint64(top * i / kLines)));
    }
    const QRectF below(area.left(), area.bottom() + 2, area.width(), kBottom - 2);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, tr("%1 ago").arg(text::duration(m_span)));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, tr("now"));
    if (m_samples.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath down = lineOf(m_samples, area, top, [](const SpeedSample& sample) { return sample.down; });
    QPainterPath ground = down;
    ground.lineTo(area.bottomRight());
    ground.lineTo(area.bottomLeft());
    QColor fill = tintColor(Tint::Moving, palette());
    fill.setAlphaF(0.16F);
    painter.fillPath(ground, fill);
    painter.strokePath(down, QPen(tintColor(Tint::Moving, palette()), 1.5));
    const QPainterPath up = lineOf(m_samples, area, top, [](const SpeedSample& sample) { return sample.up; });
    painter.strokePath(up, QPen(tintColor(Tint::Whole, palette()), 1.5));
}

} // namespace essaim::gui
