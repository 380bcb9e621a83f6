// One numbered step of a database's schema.
#pragma once

#include <span>
#include <string_view>

namespace essaim::storage {

/// A step as it stands in storage/migrations/<database>/NNNN_*.sql.
struct Migration {
    std::string_view database; ///< "essaim" or "tracker"
    int version;               ///< NNNN; user_version after the step
    std::string_view name;     ///< file name, for messages
    std::string_view sql;
};

/// All steps, sorted by database and version.
[[nodiscard]] std::span<const Migration> embeddedMigrations();

} // namespace essaim::storage
