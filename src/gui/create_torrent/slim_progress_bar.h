// A progress bar as thin as those of the transfer list.
#pragma once

#include <QProgressBar>

namespace essaim::gui {

class SlimProgressBar : public QProgressBar {
    Q_OBJECT
public:
    using QProgressBar::QProgressBar;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace essaim::gui
