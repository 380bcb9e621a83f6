#include "mail/courier.h"

#include <QDeadlineTimer>
#include <QThread>

#include <optional>

namespace essaim::mail {

Courier::~Courier() {
    if (!isBusy())
        return;
    using namespace std::chrono_literals;
    constexpr auto kLook = 1s; // deliver() looks more often
    m_stop->stopAt(StopSignal::Clock::now() + m_farewell);
    QThread* thread = m_thread;
    disconnect(thread, nullptr, this, nullptr);
    if (thread->wait(QDeadlineTimer(m_farewell + kLook)))
        delete thread;
}

void Courier::send(const Account& account, const Message& message) {
    Q_ASSERT(!isBusy());
    m_stop = std::make_shared<StopSignal>();
    auto result = std::make_shared<std::optional<std::expected<void, Failure>>>();
    m_thread = QThread::create(
        [account, message, result, stop = m_stop] { result->emplace(deliver(account, message, *stop)); });
    connect(m_thread, &QThread::finished, this, [this, result] {
        m_thread->deleteLater();
        m_thread = nullptr;
        if (**result)
            Q_EMIT delivered();
        else
            Q_EMIT failed((*result)->error());
    });
    m_thread->start();
}

} // namespace essaim::mail
