#include "gui/tracker/history_graph.h"

#include "gui/tracker/time_line.h"
#include "gui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace essaim::gui {

namespace {

constexpr int kHeight = 96;
constexpr int kLegendHeight = 20;

} // namespace

HistoryGraph::HistoryGraph(QWidget* parent)
    : QWidget(parent) {
    setFixedHeight(kHeight);
    setAccessibleName(tr("Peers and announces over time"));
}

QSize HistoryGraph::sizeHint() const {
    return {300, kHeight};
}

void HistoryGraph::add(const tracker::TrackerSnapshot& snapshot, qint64 now) {
    const auto before = m_history.minutes();
    m_history.add(snapshot, now);
    if (before == m_history.minutes())
        return;
    const auto& last = m_history.minutes().last();
    setAccessibleDescription(
        tr("%1 peers, %2 announces in this minute")
            .arg(QLocale().toString(qulonglong(last.peers)), QLocale().toString(qulonglong(last.announces))));
    update();
}

quint64 HistoryGraph::most(Value value) const {
    quint64 most = 0;
    for (const TrackerHistory::Minute& minute : m_history.minutes())
        most = std::max(most, minute.*value);
    return most;
}

void HistoryGraph::paintLine(QPainter& painter, const QRectF& area, Value value, const QColor& color) const {
    const auto& minutes = m_history.minutes();
    painter.setPen(QPen(color, 1.5));
    painter.drawPath(timeLine(
        area, minutes.size(), double(most(value)), [&](qsizetype minute) { return double(minutes[minute].*value); }));
}

void HistoryGraph::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, kLegendHeight + 2, -1, -2);
    const QColor muted = tintColor(Tint::Muted, palette());
    const QColor peers = tintColor(Tint::Whole, palette());
    const QColor announces = tintColor(Tint::Moving, palette());
    QColor faint = muted;
    faint.setAlphaF(0.3F);
    painter.setPen(faint);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    paintLine(painter, area, &TrackerHistory::Minute::announces, announces);
    paintLine(painter, area, &TrackerHistory::Minute::peers, peers);

    const QLocale locale;
    const QString first =
        tr("Peers, at most %1").arg(locale.toString(qulonglong(most(&TrackerHistory::Minute::peers))));
    const QString second =
        tr("Announces a minute, at most %1").arg(locale.toString(qulonglong(most(&TrackerHistory::Minute::announces))));
    painter.setPen(peers);
    painter.drawText(QRectF(0, 0, width(), kLegendHeight), Qt::AlignLeft | Qt::AlignVCenter, first);
    painter.setPen(announces);
    painter.drawText(
        QRectF(fontMetrics().horizontalAdvance(first) + 24, 0, width(), kLegendHeight),
        Qt::AlignLeft | Qt::AlignVCenter, second);
    painter.setPen(muted);
    painter.drawText(
        QRectF(0, 0, width(), kLegendHeight), Qt::AlignRight | Qt::AlignVCenter,
        tr("the last %n minute(s)", nullptr, int(std::max<qsizetype>(1, m_history.minutes().size()))));
}

} // namespace essaim::gui
