// One line for each drive that torrents wait for.
#pragma once

#include "engine/drive_snapshot.h"

#include <QFrame>
#include <QList>

class QLabel;

namespace essaim::engine {
class Session;
}

namespace essaim::gui {

/// GUI thread. Hidden while every drive is there.
class DriveNotice : public QFrame {
    Q_OBJECT
public:
    /// `session` outlives the notice.
    explicit DriveNotice(engine::Session& session, QWidget* parent = nullptr);

private:
    void showDrives(const QList<engine::DriveSnapshot>& drives);

    QLabel* m_label;
};

/// "The drive “Backup” is not connected: 212 torrents wait."; empty for a drive that nobody waits for.
[[nodiscard]] QString driveSentence(const engine::DriveSnapshot& drive);

} // namespace essaim::gui
