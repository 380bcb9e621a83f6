// The queue of work and the thread that runs it.
#include "storage/database.h"
#include "storage/database_error.h"
#include "storage/pragmas.h"

#include <sqlite3.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace essaim::storage {

namespace {

/// After so long without work the log is emptied.
constexpr auto kIdle = std::chrono::seconds(5);

struct Task {
    Operation operation = Operation::None;
    DatabaseThread::Work work;
    std::function<void(Expected<void>)> done;
};

void rollBack(SQLite::Database& database) {
    // SQLite has rolled back by itself after some errors, a full disk among them.
    if (sqlite3_get_autocommit(database.getHandle()) == 0)
        sqlite3_exec(database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

/// One unit of work in one transaction. `subject` is for errors.
Expected<void> runTransaction(SQLite::Database& database, const Task& task, const std::string& subject) {
    try {
        database.exec("BEGIN IMMEDIATE");
        task.work(database);
        database.exec("COMMIT");
        return {};
    } catch (const SQLite::Exception& exception) {
        auto error = databaseError(exception, database.getHandle(), task.operation, subject);
        rollBack(database);
        return std::unexpected(std::move(error));
    } catch (const std::exception& exception) {
        rollBack(database);
        return failure(ErrorKind::Internal, task.operation, subject, exception.what());
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
    void work(const std::filesystem::path& file, std::string_view schema, std::promise<Expected<void>> opened) {
        auto database = openDatabase(file, schema);
        if (!database) {
            opened.set_value(std::unexpected(std::move(database.error())));
            return;
        }
        const auto subject = file.string();
        opened.set_value({});
        bool logIsEmpty = false;
        while (auto task = nextTask(**database, logIsEmpty)) {
            auto outcome = runTransaction(**database, *task, subject);
            logIsEmpty = false;
            if (task->done)
                task->done(std::move(outcome));
        }
        emptyLog(**database);
    }

    std::optional<Task> nextTask(SQLite::Database& database, bool& logIsEmpty) {
        std::unique_lock lock(m_mutex);
        const auto ready = [this] { return m_stopping || !m_tasks.empty(); };
        if (!logIsEmpty && !m_wake.wait_for(lock, kIdle, ready)) {
            lock.unlock();
            emptyLog(database);
            logIsEmpty = true;
            lock.lock();
        }
        m_wake.wait(lock, ready);
        if (m_tasks.empty())
            return std::nullopt;
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        return task;
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
DatabaseThread::open(const std::filesystem::path& file, std::string_view schema) {
    std::unique_ptr<DatabaseThread> thread(new DatabaseThread);
    std::promise<Expected<void>> opened;
    auto outcome = opened.get_future();
    thread->m_private->m_thread =
        std::thread([d = thread->m_private.get(), file, name = std::string(schema),
                     promise = std::move(opened)]() mutable { d->work(file, name, std::move(promise)); });
    if (auto result = outcome.get(); !result)
        return std::unexpected(std::move(result.error()));
    return thread;
}

void DatabaseThread::post(Operation operation, Work work, std::function<void(Expected<void>)> done) {
    m_private->add({operation, std::move(work), std::move(done)});
}

} // namespace essaim::storage
