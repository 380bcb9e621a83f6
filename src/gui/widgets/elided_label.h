// A label that shortens its text in the middle where there is no room for all of it.
#pragma once

#include <QLabel>

namespace essaim::gui {

/// One line of plain text.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace essaim::gui
