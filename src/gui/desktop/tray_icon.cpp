#include "gui/desktop/tray_icon.h"

#include "engine/torrent_snapshot.h"
#include "gui/desktop/activity.h"
#include "gui/widgets/theme.h"
#include "text/text.h"

#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include <optional>

namespace essaim::gui {

namespace {

/// The program's icon with a dot in its corner.
QIcon makeIcon(std::optional<Tint> dot) {
    const QIcon plain(QStringLiteral(":/essaim.svg"));
    if (!dot)
        return plain;
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64}) {
        QPixmap pixmap = plain.pixmap(QSize(side, side), 1.0);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Qt::white, side / 16.0));
        painter.setBrush(tintColor(*dot, QGuiApplication::palette()));
        const qreal across = side * 0.42;
        painter.drawEllipse(QRectF(side - across - 1, side - across - 1, across, across));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

TrayIcon::TrayIcon(const Activity& activity, std::unique_ptr<QMenu> menu)
    : m_activity(activity)
    , m_menu(std::move(menu))
    , m_lockedMenu(std::make_unique<QMenu>()) {
    setObjectName(QStringLiteral("trayIcon"));
    setContextMenu(m_menu.get());
    m_lockedMenu->setObjectName(QStringLiteral("lockedTrayMenu"));
    connect(m_lockedMenu->addAction(tr("&Unlock…")), &QAction::triggered, this, &TrayIcon::unlockWanted);
    showState();
    connect(&activity, &Activity::changed, this, &TrayIcon::showState);
    connect(this, &QSystemTrayIcon::activated, this, [this](ActivationReason reason) {
        if (reason == Trigger || reason == MiddleClick)
            Q_EMIT toggled();
    });
    connect(this, &QSystemTrayIcon::messageClicked, this, &TrayIcon::toggled);
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setLocked(bool isLocked) {
    setContextMenu(isLocked ? m_lockedMenu.get() : m_menu.get());
}

void TrayIcon::showRates(const engine::SessionSnapshot& session) {
    QStringList rates;
    if (session.downloadRate > 0)
        rates.append(QStringLiteral("↓ ") + text::rate(session.downloadRate));
    if (session.uploadRate > 0)
        rates.append(QStringLiteral("↑ ") + text::rate(session.uploadRate));
    const QString joined = rates.join(QStringLiteral("   "));
    if (joined == m_rates)
        return;
    m_rates = joined;
    showState();
}

void TrayIcon::showState() {
    std::optional<Tint> dot;
    QStringList lines{QGuiApplication::applicationDisplayName()};
    if (m_activity.uploading() > 0)
        dot = Tint::Whole;
    if (m_activity.downloading() > 0) {
        dot = Tint::Moving;
        lines.append(tr("%n downloads under way", nullptr, m_activity.downloading()));
    }
    if (m_activity.stuck() > 0) {
        dot = Tint::Attention;
        lines.append(tr("%n torrents need you", nullptr, m_activity.stuck()));
    }
    if (!m_rates.isEmpty())
        lines.append(m_rates);
    const int shown = dot ? int(*dot) : -1;
    if (icon().isNull() || m_dot != shown) {
        m_dot = shown;
        setIcon(makeIcon(dot));
    }
    setToolTip(lines.join(u'\n'));
}

} // namespace essaim::gui
