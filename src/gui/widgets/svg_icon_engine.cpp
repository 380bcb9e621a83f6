#include "gui/widgets/svg_icon_engine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace essaim::gui {

namespace {

/// The drawing with its strokes in `color`; empty if there is no such icon.
QByteArray coloredSvg(const QString& name, const QColor& color) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name(QColor::HexRgb).toLatin1());
}

} // namespace

SvgIconEngine::SvgIconEngine(const QString& name, Tint tint)
    : m_name(name)
    , m_tint(tint) {}

void SvgIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) {
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
    QPixmap image = pixmap(rect.size() * ratio, mode, state);
    image.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), image);
}

QPixmap SvgIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) {
    const QColor color = tintColor(m_tint, QGuiApplication::palette());
    const bool faint = mode == QIcon::Disabled;
    const QString key = QStringLiteral("essaim-icon/%1/%2/%3x%4/%5")
                            .arg(m_name, color.name(), QString::number(size.width()), QString::number(size.height()))
                            .arg(int(faint));
    QPixmap result;
    if (QPixmapCache::find(key, &result))
        return result;

    result = QPixmap(size);
    result.fill(Qt::transparent);
    QSvgRenderer renderer(coloredSvg(m_name, color));
    const int side = qMin(size.width(), size.height());
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
