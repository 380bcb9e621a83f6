// The readers of HTTP requests one by one: heads, queries, escapes, announces, scrapes, paths.
#include "check.h"

#include "tracker/wire/announce_path.h"
#include "tracker/wire/http_announce.h"
#include "tracker/wire/http_request.h"
#include "tracker/wire/query_string.h"

#include <array>
#include <cstdint>
#include <string_view>

using namespace essaim::tracker;

namespace {

bool isInside(std::string_view part, std::string_view whole) {
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (const auto request = parseHttpHead(input)) {
        FUZZ_CHECK(isInside(request->query, input));
        FUZZ_CHECK(!request->path.empty());
    }
    std::size_t length = 0;
    for (QueryString query(input); const auto parameter = query.next();) {
        FUZZ_CHECK(isInside(parameter->name, input) && isInside(parameter->value, input));
        length += parameter->name.size() + parameter->value.size();
    }
    FUZZ_CHECK(length <= size);
    std::array<std::uint8_t, 32> small{};
    if (const auto decoded = percentDecode(input, small))
        FUZZ_CHECK(*decoded <= size);
    (void)parseHttpAnnounce(input);
    if (const auto scrape = parseHttpScrape(input))
        FUZZ_CHECK(scrape->count <= ScrapeHashes::kMax);
    FUZZ_CHECK(isInside(parseAnnouncePath(input).passkey, input));
    return 0;
}
