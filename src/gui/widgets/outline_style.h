// The Fusion style with outlines that can be seen on dark ground, flat combo boxes, our icons in message boxes, and
// words for the buttons that clear fields.
#pragma once

#include <QProxyStyle>

namespace essaim::gui {

/// Fusion outlines check boxes, spin boxes and frames in a darker shade of the window, which vanishes when the window
/// is dark already. This style gives it a lighter one there, and draws combo boxes like fields. Its icons of message
/// boxes are drawings in colours of their own, alien to either theme: ours take their place. GUI thread; owned by the
/// application.
class OutlineStyle : public QProxyStyle {
    Q_OBJECT
public:
    OutlineStyle();

    using QProxyStyle::polish;
    /// Qt gives the button that clears a field neither a name for screen readers nor a tool tip.
    void polish(QWidget* widget) override;
    void drawPrimitive(
        PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;
    [[nodiscard]] QIcon standardIcon(
        StandardPixmap which, const QStyleOption* option = nullptr, const QWidget* widget = nullptr) const override;
};

} // namespace essaim::gui
