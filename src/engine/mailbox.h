// From threads that may hang in the system to an object that may be gone by then. Private to the engine.
#pragma once

#include <QObject>

#include <functional>
#include <mutex>

namespace essaim::engine {

/// Shared by the object, which closes it, and the threads, which may outlive both.
class Mailbox {
public:
    explicit Mailbox(QObject* receiver)
        : m_receiver(receiver) {}

    /// Runs `function` on the receiver's thread, or drops it.
    void post(std::function<void()> function) {
        const std::lock_guard lock(m_mutex);
        if (m_receiver != nullptr)
            QMetaObject::invokeMethod(m_receiver, std::move(function), Qt::QueuedConnection);
    }
    /// Nothing is delivered after this.
    void close() {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
    }
    [[nodiscard]] bool isOpen() const {
        const std::lock_guard lock(m_mutex);
        return m_receiver != nullptr;
    }

private:
    mutable std::mutex m_mutex;
    QObject* m_receiver;
};

} // namespace essaim::engine
