// An on/off switch, drawn in the colours of the theme.
#pragma once

#include <QAbstractButton>

namespace essaim::gui {

/// Checkable; on by click, Space or Enter. It has no text: what it switches stands beside it, and a screen reader
/// gets the accessible name.
class ToggleSwitch : public QAbstractButton {
    Q_OBJECT
public:
    explicit ToggleSwitch(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace essaim::gui
