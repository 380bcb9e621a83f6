// Turns what SQLite throws into errors as values.
#pragma once

#include "core/error.h"

#include <SQLiteCpp/Exception.h>

#include <string>

struct sqlite3;

namespace essaim::storage {

/// `connection` tells the system's own error number behind a failed read or write; may be null. Kinds: Database (the
/// file is damaged or is something else), Internal (the disk or the system failed), DiskFull, ReadOnly,
/// PermissionDenied, Busy, Unsupported.
[[nodiscard]] Error
databaseError(const SQLite::Exception& exception, sqlite3* connection, Operation operation, std::string subject);

} // namespace essaim::storage
