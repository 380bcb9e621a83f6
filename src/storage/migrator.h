// Brings a database's schema up to date, and refuses files that it must not touch.
#pragma once

#include "core/error.h"
#include "storage/migration.h"

#include <SQLiteCpp/Database.h>

#include <span>
#include <string_view>

namespace essaim::storage {

/// Steps of one database, in order. Lives inside openDatabase(); both functions throw SQLite::Exception.
class Migrator {
public:
    /// `steps` are sorted by database and version; those of other databases are passed over.
    Migrator(std::string_view schema, std::span<const Migration> steps);

    /// Reads only. Errors: Unsupported (a newer version made it), Database (not made by this program, or with steps
    /// that are not ours).
    [[nodiscard]] Expected<void> check(SQLite::Database& database) const;
    /// Applies what is missing, all of it in one transaction. Only after check().
    void apply(SQLite::Database& database) const;
    /// Of the file; 0 = nothing was ever applied.
    [[nodiscard]] static int version(SQLite::Database& database);
    /// The version that apply() leads to.
    [[nodiscard]] int latest() const { return m_steps.empty() ? 0 : m_steps.back().version; }

private:
    [[nodiscard]] int applicationId() const;

    std::string_view m_schema;
    std::span<const Migration> m_steps;
};

} // namespace essaim::storage
