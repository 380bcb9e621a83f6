// Takes the backup of the day while nothing else is to be done.
#pragma once

#include "storage/backup.h"

#include <atomic>
#include <thread>

namespace essaim::storage {

/// Lives on the thread of the database; a finished copy is verified on a thread of its own, which ends with the keeper.
class BackupKeeper {
public:
    /// Unix seconds.
    using Clock = std::function<std::int64_t()>;

    /// `folder`: of the backups; made when there is one.
    BackupKeeper(const std::filesystem::path& folder, Clock now, std::string_view schema = kClientSchema);
    ~BackupKeeper();
    BackupKeeper(const BackupKeeper&) = delete;
    BackupKeeper& operator=(const BackupKeeper&) = delete;

    /// A small step, if a backup is due: none today, and room for it. True: there is more to do at once. Not inside a
    /// transaction.
    [[nodiscard]] bool work(SQLite::Database& database);
    /// Before the connection ends.
    void stop();

private:
    [[nodiscard]] bool isDue(SQLite::Database& database) const;
    void finishInBackground();

    std::filesystem::path m_folder;
    Clock m_now;
    std::string_view m_schema;
    std::unique_ptr<BackupCopy> m_copy;
    std::int64_t m_notBefore = 0; ///< after an attempt
    std::atomic<bool> m_isFinishing = false;
    std::jthread m_finisher;
};

} // namespace essaim::storage
