// Runs one move on a thread of its own. Private to the engine.
#pragma once

#include "engine/mailbox.h"
#include "engine/mover/file_mover.h"

#include <functional>
#include <memory>

namespace essaim::engine {

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
    std::shared_ptr<Mailbox> mailbox, MoveEvents events);

} // namespace essaim::engine
