// What a tracker that stands in reports: times and counters of strangers, which go into the totals of friends.
#include "check.h"

#include "tracker/access/stand_in_report.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

using namespace essaim;
using namespace essaim::tracker;

namespace {

constexpr auto kHighest = std::uint64_t{std::numeric_limits<std::int64_t>::max()};

void checkEntry(const StandInReport::Entry& entry, std::int64_t now) {
    const auto& record = entry.record;
    FUZZ_CHECK(record.member < 0); // it is no friend of whoever reads it
    FUZZ_CHECK(0 <= record.firstAt && record.firstAt <= record.lastAt && record.lastAt <= now);
    FUZZ_CHECK(record.firstUploaded <= record.uploaded && record.uploaded <= kHighest);
    FUZZ_CHECK(record.firstDownloaded <= record.downloaded && record.downloaded <= kHighest);
    FUZZ_CHECK(record.lacking >= -1);
    FUZZ_CHECK(record.program.size() <= 8);
    for (const char c : record.program)
        FUZZ_CHECK(c >= ' ' && c <= '~');
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto report = parseStandInReport({reinterpret_cast<const char*>(data), size});
    if (!report)
        return 0;
    FUZZ_CHECK(report->now > 0 && report->entries.size() <= StandInReport::kMostEntries);
    for (const auto& entry : report->entries)
        checkEntry(entry, report->now);
    const auto again = parseStandInReport(encode(*report));
    FUZZ_CHECK(again && *again == *report);
    return 0;
}
