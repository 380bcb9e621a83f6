// A small dot in the colour of a state; the words beside it say the same.
#pragma once

#include "gui/widgets/theme.h"

#include <QWidget>

namespace essaim::gui {

class TintDot : public QWidget {
    Q_OBJECT
public:
    explicit TintDot(QWidget* parent = nullptr);
    void setTint(Tint tint);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tint m_tint = Tint::Muted;
};

} // namespace essaim::gui
