// The queue of work and the thread that runs it.
#include "storage/database.h"
#include "storage/database_error.h"
#include "storage/pragmas.h"

#include <sqlite3.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <span>
#include <thread>
#include <utility>
#include <vector>

namespace essaim::storage {

namespace {

/// While there is nothing to do at all, the observer is asked again after so long.
constexpr auto kRest = std::chrono::minutes(10);

/// Units of work that wait at the same time share one sync of the disk, up to so many.
constexpr std::size_t kMostAtOnce = 256;

struct Task {
    Operation operation = Operation::None;
    DatabaseThread::Work work;
    std::function<void(Expected<void>)> done;
    bool isAlone = false; ///< not inside a transaction
};

void rollBack(SQLite::Database& database) {
    // SQLite has rolled back by itself after some errors, a full disk among them.
    if (sqlite3_get_autocommit(database.getHandle()) == 0)
        sqlite3_exec(database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

template <typename Function>
void call(const Function& function) {
    if (function)
        function();
}

/// Several units of work in one transaction: all of it, or nothing. `subject` is for errors.
Expected<void> runTransaction(
    SQLite::Database& database, std::span<const Task> tasks, const DatabaseObserver& observer,
    const std::string& subject) {
    Expected<void> outcome;
    try {
        if (tasks.front().isAlone) {
            tasks.front().work(database);
            return outcome;
        }
        database.exec("BEGIN IMMEDIATE");
        for (const Task& task : tasks)
            task.work(database);
        if (observer.beforeCommit)
            observer.beforeCommit(database);
        database.exec("COMMIT");
        call(observer.committed);
        return outcome;
    } catch (const SQLite::Exception& exception) {
        outcome = std::unexpected(databaseError(exception, database.getHandle(), tasks.front().operation, subject));
    } catch (const std::exception& exception) {
        outcome = failure(ErrorKind::Internal, tasks.front().operation, subject, exception.what());
    }
    rollBack(database);
    call(observer.rolledBack);
    return outcome;
}

/// Runs what waits, and tells each how it went.
void runTasks(
    SQLite::Database& database, std::span<Task> tasks, const DatabaseObserver& observer, const std::string& subject) {
    auto outcome = runTransaction(database, tasks, observer, subject);
    if (!outcome && outcome.error().kind == ErrorKind::DiskFull && observer.makeRoom && observer.makeRoom())
        outcome = runTransaction(database, tasks, observer, subject);
    if (!outcome && tasks.size() > 1) { // one of them is to blame
        for (std::size_t i = 0; i < tasks.size(); ++i)
            runTasks(database, tasks.subspan(i, 1), observer, subject);
        return;
    }
    for (Task& task : tasks) {
        if (task.done)
            task.done(outcome);
    }
}

} // namespace

/// Owned by DatabaseThread; the members above `m_database` are shared with the threads that post, under `m_mutex`.
struct DatabaseThread::Private {
    void add(Task task) {
        {
            const std::lock_guard lock(m_mutex);
            m_tasks.push_back(std::move(task));
        }
        m_wake.notify_one();
    }

    void stop() {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_one();
        if (m_thread.joinable())
            m_thread.join();
    }

    /// Body of the thread: opens, says how that went, works until it is told to stop and nothing is left.
    void work(
        const std::filesystem::path& file, std::string_view schema, const DatabaseObserver& observer,
        std::promise<Expected<void>> opened) {
        auto database = openDatabase(file, schema, observer.beforeUpdate);
        if (!database) {
            opened.set_value(std::unexpected(std::move(database.error())));
            return;
        }
        const auto subject = file.string();
        if (observer.opened)
            observer.opened(**database);
        opened.set_value({});
        bool logIsEmpty = false;
        while (true) {
            auto tasks = nextTasks(**database, observer, logIsEmpty);
            if (tasks.empty())
                break;
            runTasks(**database, tasks, observer, subject);
            logIsEmpty = false;
        }
        call(observer.closing);
        emptyLog(**database);
    }

    /// Empty: told to stop.
    std::vector<Task> nextTasks(SQLite::Database& database, const DatabaseObserver& observer, bool& logIsEmpty) {
        std::unique_lock lock(m_mutex);
        const auto ready = [this] { return m_stopping || !m_tasks.empty(); };
        auto pause = observer.idleAfter;
        while (!m_wake.wait_for(lock, pause, ready)) {
            lock.unlock();
            if (!std::exchange(logIsEmpty, true))
                emptyLog(database);
            const bool isMore = observer.idle && observer.idle(database);
            pause = isMore ? std::chrono::milliseconds(0) : kRest;
            lock.lock();
        }
        std::vector<Task> tasks;
        while (!m_tasks.empty() && tasks.size() < kMostAtOnce) {
            if (!tasks.empty() && (tasks.front().isAlone || m_tasks.front().isAlone))
                break;
            tasks.push_back(std::move(m_tasks.front()));
            m_tasks.pop_front();
        }
        return tasks;
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_stopping = false;
    std::thread m_thread;
};

DatabaseThread::DatabaseThread()
    : m_private(std::make_unique<Private>()) {}

DatabaseThread::~DatabaseThread() {
    m_private->stop();
}

Expected<std::unique_ptr<DatabaseThread>>
DatabaseThread::open(const std::filesystem::path& file, std::string_view schema, DatabaseObserver observer) {
    std::unique_ptr<DatabaseThread> thread(new DatabaseThread);
    std::promise<Expected<void>> opened;
    auto outcome = opened.get_future();
    thread->m_private->m_thread =
        std::thread([d = thread->m_private.get(), file, name = std::string(schema), around = std::move(observer),
                     promise = std::move(opened)]() mutable { d->work(file, name, around, std::move(promise)); });
    if (auto result = outcome.get(); !result)
        return std::unexpected(std::move(result.error()));
    return thread;
}

void DatabaseThread::post(Operation operation, Work work, std::function<void(Expected<void>)> done) {
    m_private->add({operation, std::move(work), std::move(done)});
}

Expected<void> DatabaseThread::runAlone(Operation operation, Work work) {
    auto promise = std::make_shared<std::promise<Expected<void>>>();
    auto future = promise->get_future();
    m_private->add(
        {operation, std::move(work), [promise](Expected<void> outcome) { promise->set_value(std::move(outcome)); },
         true});
    return future.get();
}

} // namespace essaim::storage
