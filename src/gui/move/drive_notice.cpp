#include "gui/move/drive_notice.h"

#include "engine/session.h"
#include "gui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace essaim::gui {

QString driveSentence(const engine::DriveSnapshot& drive) {
    if (drive.waiting == 0)
        return {};
    switch (drive.state) {
    case engine::DriveState::Present:
        return {};
    case engine::DriveState::Away:
        return DriveNotice::tr("The drive “%1” is not connected: %n torrent(s) wait.", nullptr, drive.waiting)
            .arg(drive.name);
    case engine::DriveState::ReadOnly:
        return DriveNotice::tr(
                   "The drive “%1” can only be read: %n download(s) wait until it can be written.", nullptr,
                   drive.waiting)
            .arg(drive.name);
    case engine::DriveState::NotAnswering:
        return DriveNotice::tr("The drive “%1” does not answer: %n torrent(s) wait.", nullptr, drive.waiting)
            .arg(drive.name);
    }
    return {};
}

DriveNotice::DriveNotice(engine::Session& session, QWidget* parent)
    : QFrame(parent)
    , m_label(new QLabel(this)) {
    setObjectName(QStringLiteral("driveNotice"));
    setProperty("banner", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 16, 6);
    row->setSpacing(10);
    auto* icon = new QLabel(this);
    icon->setPixmap(themedIcon(QStringLiteral("alert"), Tint::Attention).pixmap(16, 16));
    m_label->setObjectName(QStringLiteral("driveNoticeLabel"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    row->addWidget(icon);
    row->addWidget(m_label, 1);
    hide();
    connect(&session, &engine::Session::drivesChanged, this, &DriveNotice::showDrives);
}

void DriveNotice::showDrives(const QList<engine::DriveSnapshot>& drives) {
    QStringList lines;
    for (const engine::DriveSnapshot& drive : drives) {
        if (const QString line = driveSentence(drive); !line.isEmpty())
            lines.append(line);
    }
    m_label->setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

} // namespace essaim::gui
