// Says how long the start took.
#pragma once

#include <QObject>

class QWidget;

namespace essaim::engine {
class Session;
}

namespace essaim::app {

/// Logs at level info, in milliseconds since the process was started: the window is painted, the list can be read, all
/// torrents run. GUI thread.
class StartLog : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    StartLog(QWidget& window, const engine::Session& session, QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_window;
};

/// How old this process is, milliseconds; -1 if the system does not say.
[[nodiscard]] qint64 processAge();

} // namespace essaim::app
