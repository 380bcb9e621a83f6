#include "gui/widgets/qr_code.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace essaim::gui {

namespace {

constexpr int kQuietZone = 4; ///< modules on each side, as the standard asks
constexpr int kPreferredSize = 232;

} // namespace

QrCode::QrCode(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrCode::setText(const QString& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    m_width = code ? code->width : 0;
    m_modules.clear();
    for (int i = 0; i < m_width * m_width; ++i)
        m_modules.push_back((code->data[i] & 1) != 0);
    update();
}

QSize QrCode::sizeHint() const {
    return {kPreferredSize, kPreferredSize};
}

void QrCode::paintEvent(QPaintEvent*) {
    if (isEmpty())
        return;
    QPainter painter(this);
    // Whole device pixels for each module: soft edges are hard to read.
    const qreal ratio = devicePixelRatioF();
    const int devicePixels = int(qMin(width(), height()) * ratio);
    const int module = qMax(1, devicePixels / (m_width + 2 * kQuietZone));
    const int side = module * (m_width + 2 * kQuietZone);
    painter.scale(1 / ratio, 1 / ratio);
    painter.translate((int(width() * ratio) - side) / 2, (int(height() * ratio) - side) / 2);
    painter.fillRect(0, 0, side, side, Qt::white);
    for (int row = 0; row < m_width; ++row) {
        for (int column = 0; column < m_width; ++column) {
            if (isDark(column, row))
                painter.fillRect(
                    (column + kQuietZone) * module, (row + kQuietZone) * module, module, module, Qt::black);
        }
    }
}

} // namespace essaim::gui
