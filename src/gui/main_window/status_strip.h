// The status bar: how the session stands, at a glance.
#pragma once

#include "gui/services.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace essaim::engine {
struct SessionSnapshot;
}

namespace essaim::gui {
class DotLabel;
class FreeSpaceProbe;
class RateButton;

/// DHT, reachability, tracker at the left; free space and rates at the right. Follows the services by itself.
class StatusStrip : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusStrip(const Services& services, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showSession(const engine::SessionSnapshot& session);
    void showTracker();
    void showReachTip();
    void askFreeSpace();

    Services m_services;
    QLabel* m_dht;
    DotLabel* m_reach;
    DotLabel* m_tracker;
    QLabel* m_space;
    RateButton* m_down;
    RateButton* m_up;
    FreeSpaceProbe* m_probe;
    QString m_seenAddress; ///< ours, as peers and trackers see it
    int m_port = 0;
    QTimer m_spaceTimer;
};

} // namespace essaim::gui
