// user_version says how far a file is, table "schema" what was done to it.
#include "storage/migrator.h"

#include "storage/checksum.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>

namespace essaim::storage {

namespace {

std::unexpected<Error> refuse(ErrorKind kind, std::string detail) {
    return failure(kind, Operation::OpenStore, {}, std::move(detail));
}

int pragma(SQLite::Database& database, const std::string& name) {
    return database.execAndGet("PRAGMA " + name).getInt();
}

std::string hashOf(const Migration& step) {
    return fmt::format("crc32c:{:08x}", crc32c(step.sql));
}

void record(SQLite::Database& database, const Migration& step) {
    SQLite::Statement insert(database, "INSERT INTO schema (version, name, hash) VALUES (?, ?, ?)");
    insert.bind(1, step.version);
    insert.bind(2, std::string(step.name));
    insert.bind(3, hashOf(step));
    insert.exec();
}

} // namespace

Migrator::Migrator(std::string_view schema, std::span<const Migration> steps)
    : m_schema(schema) {
    const auto [first, last] = std::ranges::equal_range(steps, schema, {}, &Migration::database);
    m_steps = std::span(first, last);
}

int Migrator::version(SQLite::Database& database) {
    return pragma(database, "user_version");
}

int Migrator::applicationId() const {
    // Marks a file as ours for file(1) and against mixing up two databases. Positive, and never zero.
    return static_cast<int>(crc32c(m_schema, crc32c("essaim database ")) & 0x7fffffff);
}

Expected<void> Migrator::check(SQLite::Database& database) const {
    const int version = pragma(database, "user_version");
    const int application = pragma(database, "application_id");
    const int objects = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
    if (application == 0 && version == 0 && objects == 0)
        return {};
    if (application != applicationId())
        return refuse(ErrorKind::Database, fmt::format("not a database of kind \"{}\"", m_schema));
    // The header's number alone would take one damaged bit for a version to come.
    const int recorded = database.execAndGet("SELECT ifnull(max(version), 0) FROM schema").getInt();
    if (version != recorded)
        return refuse(
            ErrorKind::Database, fmt::format("schema version {}, but {} is what was recorded", version, recorded));
    if (version > latest())
        return refuse(
            ErrorKind::Unsupported,
            fmt::format("schema version {} is newer than {}, the latest known", version, latest()));
    SQLite::Statement applied(database, "SELECT version, hash FROM schema ORDER BY version");
    for (const auto& step : m_steps.first(static_cast<std::size_t>(std::clamp(version, 0, latest())))) {
        if (!applied.executeStep() || applied.getColumn(0).getInt() != step.version ||
            applied.getColumn(1).getString() != hashOf(step))
            return refuse(
                ErrorKind::Database, fmt::format("step {} is not the one that this version knows", step.name));
    }
    return {};
}

void Migrator::apply(SQLite::Database& database) const {
    const int version = pragma(database, "user_version");
    if (version == latest())
        return;
    SQLite::Transaction transaction(database);
    if (version == 0) {
        database.exec(
            "CREATE TABLE schema (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT");
        database.exec(fmt::format("PRAGMA application_id={}", applicationId()));
    }
    for (const auto& step : m_steps) {
        if (step.version <= version)
            continue;
        database.exec(std::string(step.sql));
        record(database, step);
        database.exec(fmt::format("PRAGMA user_version={}", step.version));
    }
    transaction.commit();
}

} // namespace essaim::storage
