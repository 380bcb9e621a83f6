// Delivers messages in the background.
#pragma once

#include "mail/delivery.h"

#include <QObject>

#include <memory>

class QThread;

namespace essaim::mail {

/// One message at a time, on a thread of its own. GUI thread.
class Courier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Waits for a message that is under way, for as long as setFarewell() says at the most; then it is given up.
    ~Courier() override;

    /// Not while isBusy().
    void send(const Account& account, const Message& message);
    [[nodiscard]] bool isBusy() const { return m_thread != nullptr; }
    /// How long the end waits for a message under way. At first: not at all.
    void setFarewell(std::chrono::milliseconds time) { m_farewell = time; }

Q_SIGNALS:
    void delivered();
    void failed(const essaim::mail::Failure& failure);

private:
    QThread* m_thread = nullptr; ///< deletes itself
    std::shared_ptr<StopSignal> m_stop;
    std::chrono::milliseconds m_farewell{0};
};

} // namespace essaim::mail
