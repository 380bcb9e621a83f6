#include "gui/widgets/svg_icon_engine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace essaim::gui {

namespace {

constexpr qreal kLargeIcon = 28; // logical pixels; from here on the strokes of 16 px icons would look heavy

/// The drawing with its strokes in `color`; empty if there is no such icon.
QByteArray coloredSvg(const QString& name, const QColor& color, bool large) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll().replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    if (large)
        svg.replace("stroke-width=\"1.5\"", "stroke-width=\"1\"");
    return svg;
}

} // namespace

SvgIconEngine::SvgIconEngine(const QString& name, Tint tint)
    : m_name(name)
    , m_tint(tint) {}

void SvgIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) {
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
    QPixmap image = render(rect.size() * ratio, mode, ratio);
    image.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), image);
}

QPixmap SvgIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) {
    return render(size, mode, 1);
}

QPixmap SvgIconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) {
    return render(size, mode, scale);
}

QPixmap SvgIconEngine::render(const QSize& size, QIcon::Mode mode, qreal ratio) const {
    const QColor color = tintColor(m_tint, QGuiApplication::palette());
    const bool faint = mode == QIcon::Disabled;
    const int side = qMin(size.width(), size.height());
    const bool large = side >= kLargeIcon * ratio;
    const QString key = QStringLiteral("essaim-icon/%1/%2/%3x%4/%5")
                            .arg(m_name, color.name(), QString::number(size.width()), QString::number(size.height()))
                            .arg(int(faint) + 2 * int(large));
    QPixmap result;
    if (QPixmapCache::find(key, &result))
        return result;

    result = QPixmap(size);
    result.fill(Qt::transparent);
    QSvgRenderer renderer(coloredSvg(m_name, color, large));
    if (renderer.isValid() && side > 0) {
        QPainter painter(&result);
        painter.setOpacity(faint ? 0.38 : 1.0);
        const QRectF square((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side);
        renderer.render(&painter, square);
    }
    QPixmapCache::insert(key, result);
    return result;
}

QIconEngine* SvgIconEngine::clone() const {
    return new SvgIconEngine(*this);
}

} // namespace essaim::gui
