#include "app/demo/drag_source.h"

#include "app/demo/actor.h"
#include "gui/widgets/theme.h"

#include <QDrag>
#include <QFileInfo>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QUrl>

namespace essaim::app {

namespace {

constexpr QSize kSize(180, 120);
constexpr int kDragTimeoutMs = 60'000;

} // namespace

DragSource::DragSource(const QString& folder)
    : m_folder(folder) {
    setWindowTitle(tr("Files"));
    setFixedSize(kSize);
    setWindowFlag(Qt::WindowStaysOnTopHint);
}

bool DragSource::dragTo(const QPoint& target) {
    // A drop that comes before a busy window has answered the pointer is a drop refused: then once more, slower.
    for (const double pace : {1.0, 3.0, 8.0}) {
        m_accepted = false;
        if (!drag(target, pace))
            return false;
        if (m_accepted)
            return true;
    }
    return false;
}

bool DragSource::drag(const QPoint& target, double pace) {
    const QPoint from = mapToGlobal(rect().center());
    QStringList steps;
    const auto rest = [&steps, pace](double seconds) {
        steps << QStringLiteral("sleep") << QString::number(seconds * pace);
    };
    const auto moveTo = [&steps, &rest](const QPoint& point) {
        steps << QStringLiteral("mousemove") << QString::number(point.x()) << QString::number(point.y());
        rest(0.15);
    };
    moveTo(from);
    steps << QStringLiteral("mousedown") << QStringLiteral("1");
    rest(0.2);
    // In small steps, as a hand moves: the target must see the pointer enter, move, and rest.
    constexpr int kSteps = 8;
    for (int i = 1; i <= kSteps; ++i)
        moveTo(from + (target - from) * i / kSteps);
    moveTo(target + QPoint(2, 2));
    rest(0.6);
    steps << QStringLiteral("mouseup") << QStringLiteral("1");

    QProcess pointer;
    pointer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    pointer.start(QStringLiteral("xdotool"), steps);
    if (!pointer.waitForStarted())
        return false;
    waitUntil(QStringLiteral("the pointer does not finish its way"), kDragTimeoutMs, [this, &pointer] {
        return pointer.state() == QProcess::NotRunning && !m_isDragging;
    });
    return pointer.exitStatus() == QProcess::NormalExit && pointer.exitCode() == 0;
}

void DragSource::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect icon(width() / 2 - 24, 20, 48, 48);
    gui::themedIcon(QStringLiteral("folder"), gui::Tint::Accent).paint(&painter, icon);
    painter.drawText(
        rect().adjusted(4, 70, -4, -4), Qt::AlignHCenter | Qt::TextWordWrap, QFileInfo(m_folder).fileName());
}

void DragSource::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) || m_isDragging)
        return;
    m_isDragging = true;
    auto* drag = new QDrag(this); // deleted by Qt when the drag ends
    auto* content = new QMimeData;
    content->setUrls({QUrl::fromLocalFile(m_folder)});
    drag->setMimeData(content);
    drag->setPixmap(gui::themedIcon(QStringLiteral("folder"), gui::Tint::Accent).pixmap(32, 32));
    m_accepted = drag->exec(Qt::CopyAction) != Qt::IgnoreAction;
    m_isDragging = false;
}

} // namespace essaim::app
