// Sentences that show all of their lines where layouts do not ask how high they are.
#pragma once

#include <QLabel>

namespace essaim::gui {

/// Plain text in lines. Forms and the pages of tabs do not give a label the height that it needs at its width, and cut
/// its last lines; this one demands it, so that the window grows.
class WrappedLabel : public QLabel {
    Q_OBJECT
public:
    explicit WrappedLabel(QWidget* parent = nullptr);
    /// A form would ask for the height at another width than it gives.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QSize highEnough(const QSize& size) const;

    int m_width = 0; ///< that a layout gave it
};

} // namespace essaim::gui
