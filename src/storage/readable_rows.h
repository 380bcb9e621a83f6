// Copying what can still be read of a damaged database, table by table.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace essaim::storage {

/// What came over of one table.
struct CopiedTable {
    int rows = 0;
    bool isWhole = true;                ///< every row of the source could be read, and fits
    std::set<std::string> missing = {}; ///< columns that the source does not have, or does not call so any more
};

/// For reading; the file and its log stay as they are. Nothing if not even the first page can be read.
[[nodiscard]] std::unique_ptr<SQLite::Database> openDamaged(const std::filesystem::path& file);

/// Copies every row that can still be read from `damaged` into the tables of `list`, which have the same form, and
/// says so for each of them; a table that `damaged` does not have is not named. `only`: these tables; empty = all. Rows
/// that are there already, or break a rule of their table, stay behind. Inside a unit of work; throws SQLite::Exception
/// where `list` fails, and only then.
[[nodiscard]] std::map<std::string, CopiedTable>
copyReadable(SQLite::Database& list, SQLite::Database& damaged, const std::set<std::string>& only = {});

} // namespace essaim::storage
