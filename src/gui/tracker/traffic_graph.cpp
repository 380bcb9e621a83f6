#include "gui/tracker/traffic_graph.h"

#include "gui/tracker/time_line.h"
#include "gui/widgets/theme.h"
#include "text/text.h"

#include <QPainter>

#include <algorithm>

namespace essaim::gui {

namespace {

constexpr int kHeight = 116;
constexpr int kLeastHeight = 56; ///< on a small screen the table comes first
constexpr int kLegendHeight = 20;
constexpr int kSeconds = 60;

} // namespace

TrafficGraph::TrafficGraph(QWidget* parent)
    : QWidget(parent) {
    setMinimumHeight(kLeastHeight);
    setMaximumHeight(kHeight);
    setAccessibleName(tr("Traffic by network over time"));
}

QSize TrafficGraph::sizeHint() const {
    return {300, kHeight};
}

void TrafficGraph::add(const tracker::TrackerSnapshot& snapshot, qint64 now) {
    if (!m_history.add(snapshot, now))
        return;
    QStringList figures;
    for (qsizetype i = 0; i < m_history.networks().size(); ++i)
        figures << tr("%1: %2").arg(nameOf(i), text::rate(qint64(m_history.minutes().last().received[i] / kSeconds)));
    setAccessibleDescription(figures.join(QStringLiteral(", ")));
    update();
}

QString TrafficGraph::nameOf(qsizetype network) const {
    const QString& name = m_history.networks()[network];
    return name.isEmpty() ? tr("elsewhere") : name;
}

/// The first ones have the colours of the theme; what is elsewhere stays in the background.
QColor TrafficGraph::colorOf(qsizetype network) const {
    if (m_history.networks()[network].isEmpty())
        return tintColor(Tint::Muted, palette());
    constexpr Tint kTints[] = {Tint::Moving, Tint::Whole, Tint::Attention, Tint::Loss};
    if (network < qsizetype(std::size(kTints)))
        return tintColor(kTints[network], palette());
    const QColor base = tintColor(Tint::Moving, palette());
    return QColor::fromHsv(int((base.hsvHue() + network * 47) % 360), base.hsvSaturation(), base.value());
}

void TrafficGraph::paintLegend(QPainter& painter) const {
    const QString span = tr("the last %n minute(s)", nullptr, int(std::max<qsizetype>(1, m_history.minutes().size())));
    const QString most = tr("at most %1").arg(text::rate(qint64(m_history.most() / kSeconds)));
    const QString right = m_history.most() == 0 ? span : tr("%1, %2").arg(most, span);
    painter.setPen(tintColor(Tint::Muted, palette()));
    painter.drawText(QRectF(0, 0, width(), kLegendHeight), Qt::AlignRight | Qt::AlignVCenter, right);
    const int end = width() - fontMetrics().horizontalAdvance(right) - 24;
    int at = 0;
    for (qsizetype i = 0; i < m_history.networks().size(); ++i) {
        const QString name = nameOf(i);
        const int wide = fontMetrics().horizontalAdvance(name);
        if (at + wide > end)
            break;
        painter.setPen(colorOf(i));
        painter.drawText(QRectF(at, 0, wide + 2, kLegendHeight), Qt::AlignLeft | Qt::AlignVCenter, name);
        at += wide + 18;
    }
}

void TrafficGraph::paintEvent(QPaintEvent*) {
    if (m_history.minutes().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter);
    const QRectF area = QRectF(rect()).adjusted(1, kLegendHeight + 4, -1, -2);
    QColor faint = tintColor(Tint::Muted, palette());
    faint.setAlphaF(0.3F);
    painter.setPen(faint);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (m_history.most() == 0) {
        painter.setPen(tintColor(Tint::Muted, palette()));
        painter.drawText(area, Qt::AlignCenter, tr("No traffic was reported yet."));
    }
    const auto& minutes = m_history.minutes();
    for (qsizetype network = m_history.networks().size() - 1; network >= 0; --network) {
        painter.setPen(QPen(colorOf(network), 1.5));
        painter.drawPath(timeLine(area, minutes.size(), double(m_history.most()), [&](qsizetype minute) {
            return double(minutes[minute].received[network]);
        }));
    }
}

} // namespace essaim::gui
