// How much each named network received over time, as a line each.
#pragma once

#include "gui/tracker/traffic_history.h"

#include <QWidget>

namespace essaim::gui {

/// GUI thread.
class TrafficGraph : public QWidget {
    Q_OBJECT
public:
    explicit TrafficGraph(QWidget* parent = nullptr);

    void add(const tracker::TrackerSnapshot& snapshot, qint64 now);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString nameOf(qsizetype network) const;
    [[nodiscard]] QColor colorOf(qsizetype network) const;
    void paintLegend(QPainter& painter) const;

    TrafficHistory m_history;
};

} // namespace essaim::gui
