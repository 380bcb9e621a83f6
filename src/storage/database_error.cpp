// Classes of SQLite's result codes.
#include "storage/database_error.h"

#include <sqlite3.h>

namespace essaim::storage {

namespace {

/// Class of a failed system call behind SQLITE_IOERR or SQLITE_CANTOPEN. The disk is to blame, not what the file holds:
/// that must never pass for damage.
ErrorKind kindOfSystemError(sqlite3* connection) {
    const int code = connection ? sqlite3_system_errno(connection) : 0;
    switch (const auto kind = errorKindOf({code, std::generic_category()})) {
    case ErrorKind::DiskFull:
    case ErrorKind::PermissionDenied:
    case ErrorKind::ReadOnly:
        return kind;
    default:
        return ErrorKind::Internal;
    }
}

/// The disk did what it was asked, and the file is not what it should be.
bool isDamage(int extendedCode) {
    return extendedCode == SQLITE_IOERR_SHORT_READ || extendedCode == SQLITE_IOERR_CORRUPTFS ||
           extendedCode == SQLITE_IOERR_DATA;
}

ErrorKind kindOf(const SQLite::Exception& exception, sqlite3* connection) {
    const int code = exception.getErrorCode();
    const int extended = code > 0xff ? code : exception.getExtendedErrorCode();
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorKind::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return ErrorKind::Busy;
    case SQLITE_READONLY:
        return ErrorKind::ReadOnly;
    case SQLITE_PERM:
        return ErrorKind::PermissionDenied;
    case SQLITE_TOOBIG:
        return ErrorKind::Unsupported;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return isDamage(extended) ? ErrorKind::Database : kindOfSystemError(connection);
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
        return ErrorKind::Internal;
    default:
        return ErrorKind::Database;
    }
}

} // namespace

Error databaseError(const SQLite::Exception& exception, sqlite3* connection, Operation operation, std::string subject) {
    return Error{kindOf(exception, connection), operation, std::move(subject), exception.what()};
}

} // namespace essaim::storage
