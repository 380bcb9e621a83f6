// The Fusion style with outlines that can be seen on dark ground.
#pragma once

#include <QProxyStyle>

namespace essaim::gui {

/// Fusion outlines check boxes, spin boxes and frames in a darker shade of the window, which vanishes when the window
/// is dark already. This style gives it a lighter one there. GUI thread; owned by the application.
class OutlineStyle : public QProxyStyle {
    Q_OBJECT
public:
    OutlineStyle();

    void drawPrimitive(
        PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;
};

} // namespace essaim::gui
