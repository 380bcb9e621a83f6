// Draws the stroked icons of the program in the colours of the palette.
#pragma once

#include "gui/widgets/theme.h"

#include <QIconEngine>

namespace essaim::gui {

/// Renders one SVG whose strokes are "currentColor". The colour is looked up at each painting, so that a change of
/// theme needs no new icons. GUI thread; owned by its QIcon.
class SvgIconEngine : public QIconEngine {
public:
    SvgIconEngine(const QString& name, Tint tint);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine* clone() const override;

private:
    /// `size` in device pixels, `ratio` of them to a logical one.
    [[nodiscard]] QPixmap render(const QSize& size, QIcon::Mode mode, qreal ratio) const;

    QString m_name;
    Tint m_tint;
};

} // namespace essaim::gui
