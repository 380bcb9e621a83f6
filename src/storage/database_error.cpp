// Classes of SQLite's result codes.
#include "storage/database_error.h"

#include <sqlite3.h>

namespace essaim::storage {

namespace {

/// Class of a failed system call behind SQLITE_IOERR or SQLITE_CANTOPEN.
ErrorKind kindOfSystemError(sqlite3* connection) {
    const int code = connection ? sqlite3_system_errno(connection) : 0;
    switch (const auto kind = errorKindOf({code, std::generic_category()})) {
    case ErrorKind::DiskFull:
    case ErrorKind::PermissionDenied:
    case ErrorKind::ReadOnly:
        return kind;
    default:
        return ErrorKind::Database;
    }
}

ErrorKind kindOf(int resultCode, sqlite3* connection) {
    switch (resultCode) {
    case SQLITE_FULL:
        return ErrorKind::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Busy;
    case SQLITE_READONLY:
        return ErrorKind::ReadOnly;
    case SQLITE_PERM:
        return ErrorKind::PermissionDenied;
    case SQLITE_TOOBIG:
        return ErrorKind::Unsupported;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return kindOfSystemError(connection);
    default:
        return ErrorKind::Database;
    }
}

} // namespace

Error databaseError(const SQLite::Exception& exception, sqlite3* connection, Operation operation, std::string subject) {
    const auto kind = kindOf(exception.getErrorCode() & 0xff, connection);
    return Error{kind, operation, std::move(subject), exception.what()};
}

} // namespace essaim::storage
