#include "gui/desktop/drop_window.h"

#include "gui/widgets/theme.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>

namespace essaim::gui {

namespace {
constexpr int kSide = 72; // pixels
} // namespace

DropWindow::DropWindow(settings::SettingsStore& settings)
    : QWidget(nullptr, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint)
    , m_settings(settings) {
    setObjectName(QStringLiteral("dropWindow"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setWindowTitle(tr("Essaim: drop here"));
    setAccessibleName(tr("Drop torrents, links, files and folders here"));
    setToolTip(tr("Drop torrents and links to add them, files and folders to share them. Click to see the window."));
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(kSide, kSide);
    if (!restoreGeometry(settings.value(settings::kDropWindowPlace)))
        placeAtFirst();
}

DropWindow::~DropWindow() {
    m_settings.set(settings::kDropWindowPlace, saveGeometry());
}

void DropWindow::placeAtFirst() {
    const QRect free = QGuiApplication::primaryScreen()->availableGeometry();
    move(free.right() - 2 * kSide, free.bottom() - 2 * kSide);
}

void DropWindow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(
        QPen(tintColor(m_isHovered || hasFocus() ? Tint::Accent : Tint::Line, palette()), m_isHovered ? 4 : 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
    const QRect icon(kSide / 4, kSide / 4, kSide / 2, kSide / 2);
    QIcon(QStringLiteral(":/essaim.svg")).paint(&painter, icon);
}

void DropWindow::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_grip = event->position().toPoint();
    m_wasMoved = false;
}

void DropWindow::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QPoint step = event->position().toPoint() - m_grip;
    if (!m_wasMoved && step.manhattanLength() < QApplication::startDragDistance())
        return;
    m_wasMoved = true;
    move(pos() + step);
}

void DropWindow::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !m_wasMoved)
        Q_EMIT clicked();
    m_settings.set(settings::kDropWindowPlace, saveGeometry());
}

void DropWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
        Q_EMIT clicked();
    else
        QWidget::keyPressEvent(event);
}

void DropWindow::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Show the window")), &QAction::triggered, this, &DropWindow::clicked);
    connect(menu->addAction(tr("&Close this small window")), &QAction::triggered, this, &QWidget::close);
    menu->popup(event->globalPos());
}

void DropWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (sortMimeData(*event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction); // a move would let the source delete the files
    event->accept();
    m_isHovered = true;
    update();
}

void DropWindow::dragLeaveEvent(QDragLeaveEvent*) {
    m_isHovered = false;
    update();
}

void DropWindow::dropEvent(QDropEvent* event) {
    m_isHovered = false;
    update();
    const DroppedItems items = sortMimeData(*event->mimeData());
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // The program that the items come from waits until we return.
    QMetaObject::invokeMethod(this, [this, items] { Q_EMIT dropped(items); }, Qt::QueuedConnection);
}

void DropWindow::closeEvent(QCloseEvent* event) {
    event->accept();
    m_settings.set(settings::kDropWindow, false);
}

} // namespace essaim::gui
