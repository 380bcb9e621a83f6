// One SQLite file, opened the way that loses nothing, and the one thread that may use it.
#pragma once

#include "core/error.h"

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>

namespace essaim::storage {

/// Opens `file` (made with its folder, 0700/0600, if missing) with exclusive locking, WAL and full synchronisation,
/// and brings its schema up to date with the steps of `schema` ("essaim" or "tracker"). On a network file system, or
/// where WAL is refused, it uses a truncated rollback journal with extra synchronisation instead.
/// Errors: Busy (another process has it), Unsupported (made by a newer version; nothing is written), Database (damage),
/// Internal (a failing disk), PermissionDenied, DiskFull. Not thread-safe: the result belongs to the calling thread.
/// `beforeUpdate` is called before the schema of an existing file changes.
[[nodiscard]] Expected<std::unique_ptr<SQLite::Database>> openDatabase(
    const std::filesystem::path& file, std::string_view schema,
    const std::function<void(SQLite::Database&)>& beforeUpdate = {});

/// Makes the folder of a database file, 0700, if it is missing.
[[nodiscard]] Expected<void> makeDatabaseFolder(const std::filesystem::path& file);

/// What somebody wants to do around the transactions of a DatabaseThread; all on its thread. Empty functions are not
/// called. Only `beforeCommit` may throw, and undoes the transaction by that.
struct DatabaseObserver {
    std::function<void(SQLite::Database&)> beforeUpdate; ///< of the schema of an existing file
    std::function<void(SQLite::Database&)> opened;
    std::function<void(SQLite::Database&)> beforeCommit;
    std::function<void()> committed; ///< before anybody is told
    std::function<void()> rolledBack;
    std::function<bool()> makeRoom; ///< the disk is full; true: try again
    /// Nothing waits: a small step of something that can wait. True: there is more to do at once.
    std::function<bool(SQLite::Database&)> idle;
    std::function<void()> closing; ///< before the connection ends
    std::chrono::milliseconds idleAfter = std::chrono::seconds(5);
};

/// A database with the thread that owns it. All work is posted and runs in order; each unit of work is done wholly or
/// not at all, and durable when its result arrives. Units that wait together share a transaction; if that fails as a
/// whole, each is tried again by itself, so work must be able to run twice. Thread-safe. The destructor finishes the
/// queued work.
class DatabaseThread {
public:
    using Work = std::function<void(SQLite::Database&)>;

    [[nodiscard]] static Expected<std::unique_ptr<DatabaseThread>>
    open(const std::filesystem::path& file, std::string_view schema, DatabaseObserver observer = {});
    ~DatabaseThread();
    DatabaseThread(const DatabaseThread&) = delete;
    DatabaseThread& operator=(const DatabaseThread&) = delete;

    /// Queues `work`; `done` is called on the database's thread after the commit, or with the error after the
    /// rollback, and must not throw. Exceptions of SQLite become errors; see databaseError() for their kinds.
    void post(Operation operation, Work work, std::function<void(Expected<void>)> done = {});

    /// Like post(), and waits. `function(SQLite::Database&)` returns the value. Never call it on a GUI thread
    /// or from inside other work.
    template <typename Function>
    auto run(Operation operation, Function function) -> Expected<std::invoke_result_t<Function, SQLite::Database&>>;

    /// Like run(), but outside any transaction: for what SQLite does not do inside one.
    [[nodiscard]] Expected<void> runAlone(Operation operation, Work work);

private:
    DatabaseThread();
    struct Private;
    std::unique_ptr<Private> m_private;
};

template <typename Function>
auto DatabaseThread::run(Operation operation, Function function)
    -> Expected<std::invoke_result_t<Function, SQLite::Database&>> {
    using Result = std::invoke_result_t<Function, SQLite::Database&>;
    // Shared: the waiting thread may wake, and leave, before set_value() has returned.
    auto promise = std::make_shared<std::promise<Expected<Result>>>();
    auto future = promise->get_future();
    if constexpr (std::is_void_v<Result>) {
        post(operation, std::move(function), [promise](Expected<void> outcome) {
            promise->set_value(std::move(outcome));
        });
    } else {
        auto value = std::make_shared<std::optional<Result>>();
        post(
            operation, [value, function = std::move(function)](SQLite::Database& db) mutable { *value = function(db); },
            [promise, value](Expected<void> outcome) {
                if (outcome)
                    promise->set_value(std::move(**value));
                else
                    promise->set_value(std::unexpected(std::move(outcome.error())));
            });
    }
    return future.get();
}

} // namespace essaim::storage
