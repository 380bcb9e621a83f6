#include "storage/readable_rows.h"

#include "storage/pragmas.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace essaim::storage {

namespace {

/// After a page that cannot be read, so many keys are tried one by one before larger steps are taken.
constexpr int kSmallSteps = 512;
/// Of a disk that fails rather than lies: each attempt may take seconds.
constexpr int kMostDiskFailures = 16;

struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::set<std::string> missing; ///< in the source
    std::string key;               ///< a number from 0 by which rows can be found; empty = none
};

Table describe(SQLite::Database& list, SQLite::Database& damaged, std::string name, bool hasRowid) {
    const auto columnsOf = [&name](SQLite::Database& database, std::string* key) {
        std::set<std::string> columns;
        SQLite::Statement rows(database, fmt::format("PRAGMA table_info({})", name));
        while (rows.executeStep()) {
            columns.insert(rows.getColumn(1).getString());
            if (key != nullptr && rows.getColumn(5).getInt() == 1 && rows.getColumn(2).getString() == "INTEGER")
                *key = rows.getColumn(1).getString();
        }
        return columns;
    };
    Table table{name, {}, {}, {}};
    const auto here = columnsOf(list, &table.key);
    const auto there = columnsOf(damaged, nullptr);
    if (hasRowid)
        table.key = "rowid";
    std::ranges::set_intersection(here, there, std::back_inserter(table.columns));
    std::ranges::set_difference(here, there, std::inserter(table.missing, table.missing.end()));
    return table;
}

/// Parents before children. The record of the schema's own steps is there already.
std::vector<Table> tablesOf(SQLite::Database& list, SQLite::Database& damaged) {
    std::vector<Table> tables;
    SQLite::Statement rows(
        list, "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
              " AND name NOT LIKE 'sqlite_%' AND name <> 'schema'"
              " ORDER BY name <> 'torrent', name <> 'move_job', name");
    while (rows.executeStep()) {
        auto table = describe(list, damaged, rows.getColumn(0).getString(), rows.getColumn(1).getInt() == 0);
        if (!table.columns.empty())
            tables.push_back(std::move(table));
    }
    return tables;
}

void bindAs(SQLite::Statement& statement, int parameter, const SQLite::Column& value) {
    switch (value.getType()) {
    case SQLITE_INTEGER:
        return statement.bind(parameter, value.getInt64());
    case SQLITE_FLOAT:
        return statement.bind(parameter, value.getDouble());
    case SQLITE_TEXT:
        return statement.bind(parameter, value.getString());
    case SQLITE_BLOB:
        return statement.bind(parameter, value.getBytes() > 0 ? value.getBlob() : "", value.getBytes());
    default:
        return statement.bind(parameter);
    }
}

/// Copies one table.
class TableCopy {
public:
    TableCopy(SQLite::Database& list, SQLite::Database& damaged, Table table)
        : m_damaged(damaged)
        , m_table(std::move(table))
        , m_insert(
              list, fmt::format(
                        "INSERT OR IGNORE INTO {} ({}) VALUES ({})", m_table.name, fmt::join(m_table.columns, ", "),
                        fmt::join(std::vector<std::string>(m_table.columns.size(), "?"), ", "))) {}

    /// False if there are rows that cannot be read.
    bool run() {
        std::int64_t from = 0;
        std::int64_t step = 1;
        int failures = 0;
        while (const auto last = copyFrom(from)) {
            m_isWhole = false;
            if (m_table.key.empty() || m_diskFailures > kMostDiskFailures)
                break;
            if (*last >= from) // it came some way
                failures = 0;
            step = ++failures <= kSmallSteps ? 1 : step * 2;
            from = std::max(from, *last + 1);
            if (std::numeric_limits<std::int64_t>::max() - from <= step)
                break;
            from += failures > 1 ? step : 0;
        }
        return m_isWhole;
    }
    [[nodiscard]] int copied() const { return m_copied; }

private:
    /// Nothing: to the end. Otherwise the last key that could be read, -1 if none could.
    std::optional<std::int64_t> copyFrom(std::int64_t from) {
        const std::string columns = fmt::format("{}", fmt::join(m_table.columns, ", "));
        const std::string sql = m_table.key.empty()
                                    ? fmt::format("SELECT 0, {} FROM {} NOT INDEXED", columns, m_table.name)
                                    : fmt::format(
                                          "SELECT {0}, {1} FROM {2} NOT INDEXED WHERE {0} >= ? ORDER BY {0}",
                                          m_table.key, columns, m_table.name);
        std::int64_t last = -1;
        std::optional<SQLite::Statement> rows;
        const auto isRow = [&] {
            try {
                if (!rows) {
                    rows.emplace(m_damaged, sql);
                    if (!m_table.key.empty())
                        rows->bind(1, from);
                }
                return rows->executeStep() ? std::optional(true) : std::nullopt;
            } catch (const SQLite::Exception& exception) {
                m_diskFailures += (exception.getErrorCode() & 0xff) == SQLITE_IOERR ? 1 : 0;
                return std::optional(false);
            }
        };
        for (auto row = isRow(); row; row = isRow()) {
            if (!*row)
                return last;
            last = rows->getColumn(0).getInt64();
            insert(*rows);
        }
        return std::nullopt;
    }

    void insert(SQLite::Statement& row) {
        m_insert.reset();
        for (int i = 1; i <= int(m_table.columns.size()); ++i)
            bindAs(m_insert, i, row.getColumn(i));
        try {
            const int added = m_insert.exec();
            m_copied += added;
            m_isWhole = m_isWhole && added > 0;
        } catch (const SQLite::Exception& exception) {
            const int code = exception.getErrorCode() & 0xff;
            if (code != SQLITE_CONSTRAINT && code != SQLITE_MISMATCH && code != SQLITE_TOOBIG)
                throw;
            m_isWhole = false;
        }
        m_insert.tryReset();
    }

    SQLite::Database& m_damaged;
    Table m_table;
    SQLite::Statement m_insert;
    bool m_isWhole = true;
    int m_diskFailures = 0;
    int m_copied = 0;
};

} // namespace

std::unique_ptr<SQLite::Database> openDamaged(const std::filesystem::path& file) {
    try {
        auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE);
        secureConnection(*database);
        // What is in the log is read, and stays there.
        sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        database->exec("PRAGMA query_only=ON");
        (void)database->execAndGet("SELECT count(*) FROM sqlite_schema");
        return database;
    } catch (const SQLite::Exception&) {
        return nullptr;
    }
}

std::map<std::string, CopiedTable>
copyReadable(SQLite::Database& list, SQLite::Database& damaged, const std::set<std::string>& only) {
    std::map<std::string, CopiedTable> copies;
    for (Table& table : tablesOf(list, damaged)) {
        const std::string name = table.name;
        auto missing = table.missing;
        if (!only.empty() && !only.contains(name))
            continue;
        TableCopy copy(list, damaged, std::move(table));
        const bool isWhole = copy.run();
        copies[name] = {copy.copied(), isWhole, std::move(missing)};
    }
    return copies;
}

} // namespace essaim::storage
