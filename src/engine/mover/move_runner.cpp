#include "engine/mover/move_runner.h"

#include <future>
#include <thread>

namespace essaim::engine {

namespace {

using Work = std::function<void(storage::MoveStore&)>;

/// Waits for the store, by way of the mailbox. If nobody is there any more, the program is ending.
Expected<void> store(Mailbox& mailbox, const MoveEvents& events, Work work) {
    auto promise = std::make_shared<std::promise<Expected<void>>>();
    auto future = promise->get_future();
    mailbox.post([&events, work = std::move(work), promise = std::move(promise)]() mutable {
        events.store(std::move(work), [promise](const Expected<void>& result) { promise->set_value(result); });
    });
    try {
        return future.get();
    } catch (const std::future_error&) {
        return failure(ErrorKind::Cancelled, Operation::SaveStore);
    }
}

MoveJournal journalBy(Mailbox& mailbox, const MoveEvents& events) {
    const auto asWork = [&mailbox, &events](auto statement) {
        return [&mailbox, &events, statement](const storage::MoveRecord& record) {
            return store(
                mailbox, events, [record, statement](storage::MoveStore& moves) { (moves.*statement)(record); });
        };
    };
    MoveJournal journal;
    journal.putPlan = asWork(&storage::MoveStore::putPlan);
    journal.commit = asWork(&storage::MoveStore::commit);
    journal.putFiles = [&](const storage::MoveRecord& record, const std::vector<std::size_t>& numbers) {
        return store(
            mailbox, events, [record, numbers](storage::MoveStore& moves) { moves.putFiles(record, numbers); });
    };
    journal.remove = [&](const storage::MoveRecord& record) {
        return store(mailbox, events, [id = record.id](storage::MoveStore& moves) { moves.remove(id); });
    };
    return journal;
}

} // namespace

void runMove(
    storage::MoveRecord record, std::vector<std::string> paths, std::shared_ptr<MoveControl> control,
    std::shared_ptr<Mailbox> mailbox, MoveEvents events) {
    const auto shared = std::make_shared<const MoveEvents>(std::move(events));
    std::thread([record = std::move(record), paths = std::move(paths), control = std::move(control),
                 mailbox = std::move(mailbox), shared]() mutable {
        const bool wasMoved = record.phase == storage::MovePhase::CleaningUp;
        const MoveJournal journal = journalBy(*mailbox, *shared);
        FileMover mover(std::move(record), std::move(paths), journal, *control);
        Expected<void> result = mover.run();
        if (result && !wasMoved && mover.record().phase == storage::MovePhase::CleaningUp) {
            mailbox->post([shared, committed = mover.record()] { shared->committed(committed); });
            result = mover.run();
        }
        mailbox->post([shared, last = mover.record(), result, left = mover.leftBehind()] {
            shared->finished(last, result, left);
        });
    }).detach();
}

} // namespace essaim::engine
