// SIGTERM and SIGINT as an ordinary request to quit.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace essaim::app {

/// Turns the signals of a session's end or a terminal's Ctrl+C into requested(), on the GUI thread. One per process.
class TerminationSignals : public QObject {
    Q_OBJECT
public:
    explicit TerminationSignals(QObject* parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void requested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace essaim::app
