#include "gui/widgets/outline_style.h"

#include "gui/widgets/theme.h"

#include <QAction>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOption>

namespace essaim::gui {

namespace {

constexpr int kFusionShade = 140; ///< per cent by which Fusion darkens the window for an outline

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

/// Calls `draw` with a copy of the option whose outline gets the colour of `role`; false if it is of another type.
template <typename Option, typename Draw>
bool drawOutlined(const QStyleOption* option, QPalette::ColorGroup group, QPalette::ColorRole role, Draw draw) {
    const auto* typed = qstyleoption_cast<const Option*>(option);
    if (!typed || !isDark(typed->palette))
        return false;
    Option changed(*typed);
    changed.palette.setColor(QPalette::Window, typed->palette.color(group, role).lighter(kFusionShade));
    draw(&changed);
    return true;
}

/// As flat and round as the fields for text; Fusion gives it a gradient and square corners.
void drawComboBox(const QStyleOptionComboBox& box, const QRect& arrow, QPainter& painter) {
    constexpr qreal kRadius = 6;
    constexpr int kArrowSize = 14;
    const bool isEnabled = box.state.testFlag(QStyle::State_Enabled);
    const bool hasFocus = isEnabled && box.state.testFlag(QStyle::State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(box.palette.color(isEnabled ? QPalette::Base : QPalette::Window));
    painter.setPen(
        hasFocus ? tintColor(Tint::Moving, box.palette) : box.palette.color(QPalette::Active, QPalette::Mid));
    painter.drawRoundedRect(QRectF(box.rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.restore();
    QRect place(0, 0, kArrowSize, kArrowSize);
    place.moveCenter(arrow.center());
    themedIcon(QStringLiteral("chevron-down"), Tint::Muted)
        .paint(&painter, place, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
}

} // namespace

OutlineStyle::OutlineStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void OutlineStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (!qobject_cast<QLineEdit*>(widget))
        return;
    if (auto* clear = widget->findChild<QAction*>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(tr("Clear the field"));
}

void OutlineStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const auto draw = [&](const QStyleOption* changed) {
        QProxyStyle::drawPrimitive(element, changed, painter, widget);
    };
    // An empty box or circle is nothing but its outline: it gets the stronger colour, that of disabled text (3.6:1).
    if ((element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton) &&
        drawOutlined<QStyleOptionButton>(option, QPalette::Disabled, QPalette::Text, draw))
        return;
    if (element == PE_IndicatorItemViewItemCheck &&
        drawOutlined<QStyleOptionViewItem>(option, QPalette::Disabled, QPalette::Text, draw))
        return;
    if (element == PE_Frame && drawOutlined<QStyleOptionFrame>(option, QPalette::Active, QPalette::Mid, draw))
        return;
    draw(option);
}

void OutlineStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const auto draw = [&](const QStyleOptionComplex* changed) {
        QProxyStyle::drawComplexControl(control, changed, painter, widget);
    };
    if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        control == CC_ComboBox && box != nullptr && box->frame)
        return drawComboBox(*box, subControlRect(control, option, SC_ComboBoxArrow, widget), *painter);
    if (control != CC_SpinBox || !drawOutlined<QStyleOptionSpinBox>(option, QPalette::Active, QPalette::Mid, draw))
        draw(option);
}

QIcon OutlineStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
    switch (which) {
    case SP_MessageBoxQuestion:
    case SP_MessageBoxInformation:
        return themedIcon(QStringLiteral("info"), Tint::Moving);
    case SP_MessageBoxWarning:
        return themedIcon(QStringLiteral("alert"), Tint::Attention);
    case SP_MessageBoxCritical:
        return themedIcon(QStringLiteral("alert"), Tint::Loss);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace essaim::gui
