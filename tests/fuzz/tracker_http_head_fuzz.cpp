// Heads of HTTP requests and what proxies write into them: whole or byte by byte, they are read alike.
#include "check.h"

#include "tracker/wire/forwarded.h"
#include "tracker/wire/http_request.h"

#include <cstdint>
#include <optional>
#include <string_view>

using namespace essaim;
using namespace essaim::tracker;

namespace {

void walk(const HeaderValues& headers, ForwardedChain::Syntax syntax, std::size_t size) {
    ForwardedChain chain(headers, syntax);
    std::size_t hops = 0;
    while (chain.next())
        FUZZ_CHECK(++hops <= size + 1); // it comes to an end
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::size_t scanned = 0;
    const auto end = findHeadEnd(text, scanned);
    std::size_t scannedInPieces = 0;
    std::optional<std::size_t> endInPieces;
    for (std::size_t length = 1; length <= size && !endInPieces; ++length)
        endInPieces = findHeadEnd(text.substr(0, length), scannedInPieces);
    FUZZ_CHECK(end == endInPieces);
    if (!end)
        return 0;
    const auto request = parseHttpHead(text.substr(0, *end));
    if (!request)
        return 0;
    FUZZ_CHECK(!request->path.empty());
    for (const auto syntax : {ForwardedChain::Syntax::List, ForwardedChain::Syntax::Rfc7239}) {
        walk(request->forwardedFor, syntax, size);
        walk(request->forwarded, syntax, size);
    }
    return 0;
}
