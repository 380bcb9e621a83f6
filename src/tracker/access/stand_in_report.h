// What members of a host did while another tracker stood in for it, for the host's return.
#pragma once

#include "core/info_hash.h"
#include "storage/stand_in_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::tracker {

struct StandInReport {
    struct Entry {
        Sha256Hash member; ///< as the host's list named it
        storage::StandInReportRecord record;

        bool operator==(const Entry&) const = default;
    };
    std::int64_t now = 0; ///< Unix seconds by the clock of the tracker that reports
    std::vector<Entry> entries;

    static constexpr std::size_t kMostEntries = 20'000;

    bool operator==(const StandInReport&) const = default;
};

/// As it travels: bencoded.
[[nodiscard]] std::string encode(const StandInReport& report);
/// Nothing if it is no report; entries that make no sense are left out. No time in it is later than its `now`.
[[nodiscard]] std::optional<StandInReport> parseStandInReport(std::string_view bytes);

} // namespace essaim::tracker
