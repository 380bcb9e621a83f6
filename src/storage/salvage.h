// What can still be read of a damaged database.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>

namespace essaim::storage {

struct Salvage {
    int torrents = 0;    ///< rows of torrents that could be read, those of removed ones among them
    bool isWhole = true; ///< every row of the table of torrents could be read
};

/// Copies every row that can still be read from the client's database `damaged` into `list`, which is empty and of the
/// current version. Rows that break a rule of their table, or belong to no torrent, stay behind; checksums are left to
/// whoever loads the list. Where it is not known any more which torrents were removed, those without a card in `cards`
/// (folder meta/) were, at `now` (Unix seconds). `damaged` is not changed. Inside a unit of work; throws
/// SQLite::Exception where `list` fails, and only then.
[[nodiscard]] Salvage salvage(
    SQLite::Database& list, const std::filesystem::path& damaged, const std::filesystem::path& cards, std::int64_t now);

} // namespace essaim::storage
