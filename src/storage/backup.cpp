// Opening, verifying and making backups.
#include "storage/backup.h"

#include "storage/columns.h"
#include "storage/database_error.h"
#include "storage/durable_file.h"
#include "storage/migration.h"
#include "storage/migrator.h"
#include "storage/pragmas.h"
#include "storage/torrent_rows.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

namespace essaim::storage {

namespace {

/// Between two questions whether to go on: some milliseconds.
constexpr int kInstructionsPerQuestion = 100'000;

std::unexpected<Error> failed(const std::filesystem::path& file) {
    return std::unexpected(systemError({errno, std::generic_category()}, Operation::SaveBackup, file.string()));
}

Error errorOf(const SQLite::Exception& exception, Operation operation, const std::filesystem::path& file) {
    if (exception.getErrorCode() == SQLITE_INTERRUPT)
        return {ErrorKind::Cancelled, operation, file.string(), {}};
    return databaseError(exception, nullptr, operation, file.string());
}

/// A database that was copied by hand says that it has a log; without writing, SQLite opens it only if told that
/// nobody else does.
bool hasLog(const std::filesystem::path& file) {
    std::array<char, 20> head{};
    std::ifstream in(file, std::ios::binary);
    return in.read(head.data(), head.size()) && head[18] == 2;
}

std::string immutableUri(const std::filesystem::path& file) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c == '%' || c == '?' || c == '#')
            uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

/// Everything that `source` holds, in a database without a name that its connection takes with it.
std::unique_ptr<SQLite::Database> temporaryCopy(SQLite::Database& source) {
    auto copy = std::make_unique<SQLite::Database>("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(*copy, source).executeStep(-1);
    return copy;
}

void checkPages(SQLite::Database& database, const std::filesystem::path& file) {
    const std::string answer = database.execAndGet("PRAGMA integrity_check(1)").getString();
    if (answer != "ok")
        throw SQLite::Exception(fmt::format("{}: {}", file.string(), answer), SQLITE_CORRUPT);
}

void checkRows(SQLite::Database& database) {
    SQLite::Statement rows(database, selectTorrents(true));
    while (rows.executeStep()) {
        const TorrentRow row = TorrentRow::read(rows);
        const auto damage = row.isMetadataDamaged() ? "the checksum of the metadata is wrong" : row.damage();
        if (!damage.empty())
            throw SQLite::Exception(fmt::format("row {}: {}", row.place, damage), SQLITE_CORRUPT);
    }
}

int count(SQLite::Database& database, const char* what) {
    return database.execAndGet(fmt::format("SELECT count(*) FROM {}", what)).getInt();
}

BackupContents contentsOf(SQLite::Database& database, std::string_view schema) {
    BackupContents contents;
    if (schema == kTrackerSchema) {
        contents.torrents = count(database, "hosted") + count(database, "friend");
        return contents;
    }
    contents.removed = count(database, "removed");
    contents.torrents = count(database, "torrent") - contents.removed;
    return contents;
}

int askWhetherToStop(void* question) {
    return (*static_cast<const std::function<bool()>*>(question))() ? 1 : 0;
}

} // namespace

Expected<std::unique_ptr<SQLite::Database>> openBackup(const std::filesystem::path& file, std::string_view schema) {
    if (::access(file.c_str(), R_OK) != 0)
        return std::unexpected(systemError({errno, std::generic_category()}, Operation::OpenBackup, file.string()));
    try {
        auto database = std::make_unique<SQLite::Database>(
            hasLog(file) ? immutableUri(file) : file.string(), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
        secureConnection(*database);
        const Migrator migrator(schema, embeddedMigrations());
        auto checked = migrator.check(*database);
        if (checked && Migrator::version(*database) == 0)
            checked = failure(ErrorKind::Database, Operation::OpenBackup, {}, "the file is empty");
        if (!checked) {
            checked.error().operation = Operation::OpenBackup;
            checked.error().subject = file.string();
            return std::unexpected(std::move(checked.error()));
        }
        if (Migrator::version(*database) < migrator.latest()) {
            database = temporaryCopy(*database);
            secureConnection(*database);
            migrator.apply(*database);
        }
        return database;
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, Operation::OpenBackup, file));
    }
}

Expected<BackupContents>
verifyBackup(const std::filesystem::path& file, const std::function<bool()>& isCancelled, std::string_view schema) {
    auto database = openBackup(file, schema);
    if (!database)
        return std::unexpected(std::move(database.error()));
    auto question = isCancelled;
    if (question)
        sqlite3_progress_handler((*database)->getHandle(), kInstructionsPerQuestion, askWhetherToStop, &question);
    try {
        checkPages(**database, file);
        if (schema == kClientSchema)
            checkRows(**database);
        return contentsOf(**database, schema);
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, Operation::OpenBackup, file));
    }
}

Expected<BackupContents> countBackup(const std::filesystem::path& file) {
    auto database = openBackup(file);
    if (!database)
        return std::unexpected(std::move(database.error()));
    try {
        return contentsOf(**database, kClientSchema);
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, Operation::OpenBackup, file));
    }
}

struct BackupCopy::Private {
    std::unique_ptr<SQLite::Database> database;
    std::optional<SQLite::Backup> backup; ///< ends before the connection
};

BackupCopy::BackupCopy(std::filesystem::path target, std::string_view schema)
    : m_target(std::move(target))
    , m_fresh(m_target.string() + ".new")
    , m_schema(schema)
    , m_private(std::make_unique<Private>()) {}

BackupCopy::~BackupCopy() {
    m_private.reset();
    std::error_code ignored;
    std::filesystem::remove(m_fresh, ignored); // has its name by now if it was finished
}

Expected<std::unique_ptr<BackupCopy>>
BackupCopy::start(SQLite::Database& source, const std::filesystem::path& target, std::string_view schema) {
    if (auto made = makePrivateFolder(target.parent_path()); !made)
        return std::unexpected(std::move(made.error()));
    std::unique_ptr<BackupCopy> copy(new BackupCopy(target, schema));
    const int descriptor = ::open(copy->m_fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return failed(target);
    ::close(descriptor);
    try {
        copy->m_private->database = std::make_unique<SQLite::Database>(copy->m_fresh.string(), SQLite::OPEN_READWRITE);
        SQLite::Database& database = *copy->m_private->database;
        database.exec("PRAGMA locking_mode=EXCLUSIVE");
        database.exec("PRAGMA journal_mode=OFF"); // a copy that is not finished is worth nothing
        database.exec("PRAGMA synchronous=OFF");  // it is synced as a whole
        copy->m_private->backup.emplace(database, source);
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, Operation::SaveBackup, target));
    }
    return copy;
}

Expected<bool> BackupCopy::step(int pages) {
    try {
        const bool isDone = m_private->backup->executeStep(pages) == SQLITE_DONE;
        if (isDone)
            m_private->backup.reset(); // here, on the thread of the source
        return isDone;
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, Operation::SaveBackup, m_target));
    }
}

Expected<BackupContents> BackupCopy::finish(const std::function<bool()>& isCancelled) {
    try {
        // The copy has a log in its header, as the source; one file that can be read by itself has none.
        m_private->database->exec("PRAGMA journal_mode=DELETE");
        m_private->database.reset();
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, Operation::SaveBackup, m_target));
    }
    auto contents = verifyBackup(m_fresh, isCancelled, m_schema);
    if (!contents)
        return contents;
    const int descriptor = ::open(m_fresh.c_str(), O_RDWR | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!isSynced || ::rename(m_fresh.c_str(), m_target.c_str()) != 0)
        return failed(m_target);
    if (auto synced = syncFolder(m_target.parent_path()); !synced)
        return std::unexpected(std::move(synced.error()));
    return contents;
}

Expected<std::filesystem::path> makeBackup(
    SQLite::Database& source, const std::filesystem::path& folder, BackupKind kind, std::int64_t now,
    std::string_view schema) {
    auto target = backupPath(folder, kind, now);
    while (std::filesystem::exists(target))
        target = backupPath(folder, kind, ++now);
    auto copy = BackupCopy::start(source, target, schema);
    if (!copy)
        return std::unexpected(std::move(copy.error()));
    if (auto copied = (*copy)->step(-1); !copied)
        return std::unexpected(std::move(copied.error()));
    if (auto finished = (*copy)->finish(); !finished)
        return std::unexpected(std::move(finished.error()));
    return target;
}

} // namespace essaim::storage
