// Opening a database: file, connection, check, journal, schema, in this order.
#include "storage/database.h"

#include "storage/database_error.h"
#include "storage/migration.h"
#include "storage/migrator.h"
#include "storage/pragmas.h"

#include <sqlite3.h>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace essaim::storage {

namespace {

std::error_code lastSystemError() {
    return {errno, std::generic_category()};
}

Expected<void> makeFolder(const std::filesystem::path& folder) {
    std::error_code code;
    if (folder.empty() || std::filesystem::is_directory(folder, code))
        return {};
    if (folder.has_parent_path())
        std::filesystem::create_directories(folder.parent_path(), code);
    if (!code && ::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        code = lastSystemError();
    if (code)
        return std::unexpected(systemError(code, Operation::OpenStore, folder.string()));
    return {};
}

/// Makes the file readable by its owner only. SQLite gives its journals the same mode.
Expected<void> makePrivateFile(const std::filesystem::path& file) {
    // An existing file is never opened here: closing it would drop the locks that this process has on it.
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
        ::close(descriptor);
        return {};
    }
    if (errno != EEXIST)
        return std::unexpected(systemError(lastSystemError(), Operation::OpenStore, file.string()));
    struct stat information{};
    if (::stat(file.c_str(), &information) == 0 && S_ISREG(information.st_mode) && (information.st_mode & 0077) != 0)
        ::chmod(file.c_str(), information.st_mode & 0700); // a file of another owner fails below where it matters
    return {};
}

/// SQLite falls back to reading where it cannot write; a store that cannot be written is refused at once instead.
Expected<void> checkWritable(SQLite::Database& database, const std::filesystem::path& file) {
    if (sqlite3_db_readonly(database.getHandle(), "main") != 1)
        return {};
    const bool readOnlyDisk = ::access(file.c_str(), W_OK) != 0 && errno == EROFS;
    return failure(
        readOnlyDisk ? ErrorKind::ReadOnly : ErrorKind::PermissionDenied, Operation::OpenStore, file.string());
}

Expected<void> setUp(
    SQLite::Database& database, const std::filesystem::path& file, std::string_view schema,
    const std::function<void(SQLite::Database&)>& beforeUpdate) {
    if (auto writable = checkWritable(database, file); !writable)
        return writable;
    secureConnection(database);
    const Migrator migrator(schema, embeddedMigrations());
    if (auto checked = migrator.check(database); !checked) {
        // Closing would move a log that somebody else left into the file; what is refused stays as it is.
        sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        checked.error().subject = file.string();
        return checked;
    }
    makeDurable(database, file.parent_path());
    const int version = Migrator::version(database);
    if (beforeUpdate && version > 0 && version < migrator.latest())
        beforeUpdate(database);
    migrator.apply(database);
    return {};
}

} // namespace

Expected<void> makeDatabaseFolder(const std::filesystem::path& file) {
    return makeFolder(file.parent_path());
}

Expected<std::unique_ptr<SQLite::Database>> openDatabase(
    const std::filesystem::path& file, std::string_view schema,
    const std::function<void(SQLite::Database&)>& beforeUpdate) {
    if (auto made = makeFolder(file.parent_path()); !made)
        return std::unexpected(std::move(made.error()));
    if (auto made = makePrivateFile(file); !made)
        return std::unexpected(std::move(made.error()));
    std::unique_ptr<SQLite::Database> database;
    try {
        database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE);
        if (auto done = setUp(*database, file, schema, beforeUpdate); !done)
            return std::unexpected(std::move(done.error()));
        return database;
    } catch (const SQLite::Exception& exception) {
        // Without a connection nobody has kept the system's reason.
        if (!database && ::access(file.c_str(), R_OK) != 0)
            return std::unexpected(systemError(lastSystemError(), Operation::OpenStore, file.string()));
        auto* const connection = database ? database->getHandle() : nullptr;
        return std::unexpected(databaseError(exception, connection, Operation::OpenStore, file.string()));
    }
}

} // namespace essaim::storage
