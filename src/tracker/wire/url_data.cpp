#include "tracker/wire/url_data.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

constexpr std::uint8_t kEndOfOptions = 0;
constexpr std::uint8_t kPadding = 1;
constexpr std::uint8_t kUrlData = 2;

} // namespace

std::expected<std::string_view, RequestError>
readUrlData(std::span<const std::uint8_t> options, UrlDataBuffer& buffer) {
    std::size_t used = 0;
    while (!options.empty() && options[0] != kEndOfOptions) {
        const auto type = options[0];
        options = options.subspan(1);
        if (type == kPadding)
            continue;
        if (options.empty() || options.size() - 1 < options[0])
            return std::unexpected("option runs past the end of the packet");
        const auto data = options.subspan(1, options[0]);
        options = options.subspan(1 + data.size());
        if (type != kUrlData)
            continue;
        if (data.size() > buffer.size() - used)
            return std::unexpected("URL data is too long");
        std::ranges::copy(data, buffer.begin() + static_cast<std::ptrdiff_t>(used));
        used += data.size();
    }
    return std::string_view(buffer.data(), used);
}

} // namespace essaim::tracker
