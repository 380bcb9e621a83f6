// Peers and announces of the tracker over time, as two lines.
#pragma once

#include "gui/tracker/tracker_history.h"

#include <QWidget>

namespace essaim::gui {

/// GUI thread.
class HistoryGraph : public QWidget {
    Q_OBJECT
public:
    explicit HistoryGraph(QWidget* parent = nullptr);

    void add(const tracker::TrackerSnapshot& snapshot, qint64 now);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    using Value = quint64 TrackerHistory::Minute::*;
    void paintLine(QPainter& painter, const QRectF& area, Value value, const QColor& color) const;
    [[nodiscard]] quint64 most(Value value) const;

    TrackerHistory m_history;
};

} // namespace essaim::gui
