// A graph of rates over time.
#pragma once

#include "gui/details/speed_history.h"

#include <QWidget>

namespace essaim::gui {

/// Down as a filled line, up as a line; the scale ends at a round rate.
class SpeedGraph : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    void setSamples(const QList<SpeedSample>& samples, int span);
    /// The next round rate: 1, 2 or 5 times a power of ten, at least 1 kB/s.
    [[nodiscard]] static double roundRate(double most);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<SpeedSample> m_samples;
    int m_span = 0; ///< seconds
};

} // namespace essaim::gui
