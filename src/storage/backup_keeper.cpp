#include "storage/backup_keeper.h"

#include <utility>

#include <sys/statvfs.h>

namespace essaim::storage {

namespace {

constexpr int kPagesAtOnce = 256; // a megabyte
constexpr std::int64_t kDay = 24 * 60 * 60;
constexpr std::int64_t kBetweenAttempts = 60 * 60;
constexpr std::uintmax_t kLeaveFree = std::uintmax_t{256} * 1024 * 1024;

/// Beside the database itself: `folder` may be still to be made.
bool hasRoomFor(SQLite::Database& database) {
    const auto pages = database.execAndGet("PRAGMA page_count").getInt64();
    const auto size = database.execAndGet("PRAGMA page_size").getInt64();
    struct statvfs volume{};
    return ::statvfs(database.getFilename().c_str(), &volume) == 0 &&
           std::uintmax_t{volume.f_bavail} * volume.f_frsize > kLeaveFree + static_cast<std::uintmax_t>(pages * size);
}

} // namespace

BackupKeeper::BackupKeeper(const std::filesystem::path& folder, Clock now, std::string_view schema)
    : m_folder(folder)
    , m_now(std::move(now))
    , m_schema(schema) {}

BackupKeeper::~BackupKeeper() = default;

void BackupKeeper::stop() {
    m_copy.reset();
}

bool BackupKeeper::isDue(SQLite::Database& database) const {
    const auto now = m_now();
    if (now < m_notBefore && m_notBefore <= now + kBetweenAttempts)
        return false;
    for (const BackupFile& backup : listBackups(m_folder)) {
        if ((backup.kind == BackupKind::Daily || backup.kind == BackupKind::Weekly) &&
            backup.takenAt / kDay == now / kDay)
            return false;
    }
    return hasRoomFor(database);
}

bool BackupKeeper::work(SQLite::Database& database) {
    if (m_isFinishing)
        return false;
    try {
        if (!m_copy) {
            if (!isDue(database))
                return false;
            m_notBefore = m_now() + kBetweenAttempts;
            auto copy = BackupCopy::start(database, backupPath(m_folder, BackupKind::Daily, m_now()), m_schema);
            if (!copy)
                return false;
            m_copy = std::move(*copy);
        }
        const auto isCopied = m_copy->step(kPagesAtOnce);
        if (isCopied && !*isCopied)
            return true;
        if (isCopied)
            finishInBackground();
        m_copy.reset();
    } catch (const std::exception&) {
        m_copy.reset(); // the next attempt is in an hour, or after the next start
    }
    return false;
}

void BackupKeeper::finishInBackground() {
    m_isFinishing = true;
    m_finisher = std::jthread([this, copy = std::shared_ptr(std::move(m_copy))](const std::stop_token& stop) mutable {
        const auto made = copy->finish([&stop] { return stop.stop_requested(); });
        if (made)
            tidyBackups(m_folder, copy->target(), *made, m_schema);
        copy.reset();
        m_isFinishing = false;
    });
}

} // namespace essaim::storage
