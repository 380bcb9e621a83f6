// Work that may wait for a disk, away from the thread that asks for it.
#pragma once

#include <QObject>
#include <QThread>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace essaim::engine {

/// Exists as long as some work is under way. Any thread.
class BackgroundMark {
public:
    BackgroundMark();
    ~BackgroundMark();
    BackgroundMark(const BackgroundMark&) = delete;
    BackgroundMark& operator=(const BackgroundMark&) = delete;

    /// Waits until no work is under way, or until the time is over: a process that ends meanwhile takes away under it
    /// what it works with.
    static void waitForAll(std::chrono::milliseconds atMost);
};

/// Runs `work()` on a thread of its own and hands its value to `done` on the thread of `context`, unless `context` is
/// gone by then (QFuture::then() of Qt 6.4 aborts in that case). `work` must not refer to anything that may go away:
/// copy into it what it needs.
template <typename Work, typename Done>
void runInBackground(QObject* context, Work work, Done done) {
    using Result = decltype(work());
    auto result = std::make_shared<std::optional<Result>>();
    auto mark = std::make_shared<BackgroundMark>();
    QThread* thread = QThread::create([result, work = std::move(work), mark = std::move(mark)]() mutable {
        result->emplace(work());
        mark.reset();
    });
    QObject::connect(
        thread, &QThread::finished, context, [result, done = std::move(done)]() mutable { done(std::move(**result)); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace essaim::engine
