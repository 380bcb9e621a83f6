// Runs one move on a thread of its own. Private to the engine.
#pragma once

#include "engine/mover/file_mover.h"

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>

namespace essaim::engine {

/// The way from threads that may hang in the system for ever to an object that may be gone by then.
class MoveMailbox {
public:
    explicit MoveMailbox(QObject* receiver)
        : m_receiver(receiver) {}
    /// Runs `function` on the receiver's thread, or drops it.
    void post(std::function<void()> function);
    /// Nothing is delivered after this.
    void close();

private:
    std::mutex m_mutex;
    QObject* m_receiver;
};

/// What a run reports; each is called on the mailbox's thread.
struct MoveEvents {
    /// `work` belongs into the store; `answer` may be called from any thread.
    std::function<void(
        std::function<void(storage::MoveStore&)> work, std::function<void(const Expected<void>&)> answer)>
        store;
    std::function<void(const storage::MoveRecord& record)> committed;
    std::function<void(
        const storage::MoveRecord& record, const Expected<void>& result, const std::vector<std::string>& leftBehind)>
        finished;
};

/// Starts; the thread ends by itself, as soon as the disk lets it.
void runMove(
    storage::MoveRecord record, std::vector<std::string> paths, std::shared_ptr<MoveControl> control,
    std::shared_ptr<MoveMailbox> mailbox, MoveEvents events);

} // namespace essaim::engine
