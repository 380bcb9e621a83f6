// Copies of a database in a folder of their own: what they are called, how they are made, verified, opened and kept.
#pragma once

#include "core/error.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace essaim::storage {

/// Whose form a backup has: that of essaim.db, or that of tracker.db ("tracker").
inline constexpr std::string_view kClientSchema = "essaim";
inline constexpr std::string_view kTrackerSchema = "tracker";

enum class BackupKind : std::uint8_t {
    Daily,
    Weekly,
    BeforeRestore, ///< the list as it was when an older one was put back
    BeforeUpdate,  ///< the list as it was when a newer version of the program changed its form
};

struct BackupFile {
    std::filesystem::path file;
    BackupKind kind = BackupKind::Daily;
    std::int64_t takenAt = 0; ///< Unix seconds, as the name says
    std::uintmax_t size = 0;
    bool operator==(const BackupFile&) const = default;
};

/// What is in a backup that was read from end to end.
struct BackupContents {
    int torrents = 0; ///< in the list; of tracker.db: hosted torrents and friends
    int removed = 0;  ///< removed, but still remembered
    bool operator==(const BackupContents&) const = default;
};

/// backup/daily-20261121-163000.db, in UTC.
[[nodiscard]] std::filesystem::path
backupPath(const std::filesystem::path& folder, BackupKind kind, std::int64_t takenAt);
/// The newest first. Files of other names are passed over.
[[nodiscard]] std::vector<BackupFile> listBackups(const std::filesystem::path& folder);

/// Opens a backup for reading; one of an older version is brought up to date in a temporary copy. The file is never
/// changed. Errors: NotFound, Unsupported (made by a newer version), Database (damaged, or no backup of ours).
[[nodiscard]] Expected<std::unique_ptr<SQLite::Database>>
openBackup(const std::filesystem::path& file, std::string_view schema = kClientSchema);
/// What it says to hold, without a look at each row. Errors: those of openBackup().
[[nodiscard]] Expected<BackupContents> countBackup(const std::filesystem::path& file);
/// Reads every page and every checksum. `isCancelled` is asked now and then, from the calling thread.
/// Errors: those of openBackup(); Database if a single row is damaged; Cancelled.
[[nodiscard]] Expected<BackupContents> verifyBackup(
    const std::filesystem::path& file, const std::function<bool()>& isCancelled = {},
    std::string_view schema = kClientSchema);

/// A copy on its way, made by SQLite's backup API in steps: what the source commits between two steps is in the copy
/// too. On the thread of the source. A copy that is not finished is deleted.
class BackupCopy {
public:
    /// Makes `target` + ".new". Errors: those of making a file.
    [[nodiscard]] static Expected<std::unique_ptr<BackupCopy>>
    start(SQLite::Database& source, const std::filesystem::path& target, std::string_view schema = kClientSchema);
    ~BackupCopy();
    BackupCopy(const BackupCopy&) = delete;
    BackupCopy& operator=(const BackupCopy&) = delete;

    /// Copies so many pages (-1: all that are left). True: all are copied. Not inside a transaction of the source.
    [[nodiscard]] Expected<bool> step(int pages);
    /// After the last step: verifies the copy, syncs it and gives it its name. May run on another thread, which is then
    /// the only one to use this object.
    [[nodiscard]] Expected<BackupContents> finish(const std::function<bool()>& isCancelled = {});
    [[nodiscard]] const std::filesystem::path& target() const { return m_target; }

private:
    struct Private;
    BackupCopy(std::filesystem::path target, std::string_view schema);
    std::filesystem::path m_target;
    std::filesystem::path m_fresh;
    std::string_view m_schema;
    std::unique_ptr<Private> m_private;
};

/// A verified copy at once, not inside a transaction of `source`. Returns the file.
[[nodiscard]] Expected<std::filesystem::path> makeBackup(
    SQLite::Database& source, const std::filesystem::path& folder, BackupKind kind, std::int64_t now,
    std::string_view schema = kClientSchema);

/// What is to become of older backups now that `fresh` is there.
struct BackupRotation {
    std::vector<BackupFile> toWeekly; ///< dailies that become the backup of their week
    std::vector<BackupFile> obsolete;
};

/// Keeps seven dailies, four weeklies and four of the other kinds together; fewer when all of them need more than
/// `budget` bytes, but always two dailies and one weekly. `fresh` stays in any case.
[[nodiscard]] BackupRotation
rotateBackups(std::vector<BackupFile> backups, const std::filesystem::path& fresh, std::uintmax_t budget);
/// Carries it out, and deletes what was never finished. A list that shrank to less than nine tenths is believed only
/// for so long: the fullest of the obsolete backups stays then. Errors are left for the next time.
void tidyBackups(
    const std::filesystem::path& folder, const std::filesystem::path& fresh, const BackupContents& made,
    std::string_view schema = kClientSchema);

} // namespace essaim::storage
