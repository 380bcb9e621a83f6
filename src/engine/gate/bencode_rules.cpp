#include "engine/gate/bencode_rules.h"

#include "engine/gate/gate_limits.h"

#include <algorithm>
#include <array>
#include <vector>

namespace essaim::engine {
namespace {

using Value = BencodeDocument::Value;
using Type = BencodeDocument::Type;

bool isCompressed(std::string_view bytes) {
    using namespace std::string_view_literals;
    constexpr std::array kMagics{"\x1f\x8b"sv, "PK\x03\x04"sv, "BZh"sv, "\xfd\x37zXZ\0"sv, "\x28\xb5\x2f\xfd"sv};
    return std::ranges::any_of(kMagics, [bytes](std::string_view magic) { return bytes.starts_with(magic); });
}

bool isWebPage(std::string_view bytes) {
    const auto start = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return start != std::string_view::npos && bytes[start] == '<';
}

/// The first key that a dictionary in `value` has twice. Recursion is bounded by the depth limit.
std::optional<std::string_view> repeatedKey(Value value) {
    std::optional<std::string_view> found;
    if (value.is(Type::List)) {
        value.forEach([&](Value element) { found = found ? found : repeatedKey(element); });
        return found;
    }
    std::vector<std::string_view> keys;
    value.forEachEntry([&](std::string_view key, Value element) {
        keys.push_back(key);
        found = found ? found : repeatedKey(element);
    });
    std::ranges::sort(keys);
    const auto twice = std::ranges::adjacent_find(keys);
    return found || twice == keys.end() ? found : std::optional(*twice);
}

} // namespace

std::expected<BencodeDocument, Refusal> readDocument(std::string_view bytes, std::int64_t maxBytes) {
    if (bytes.empty())
        return std::unexpected(Refusal{Fault::Empty});
    if (std::int64_t(bytes.size()) > maxBytes)
        return std::unexpected(Refusal{Fault::TooLarge, {}, std::int64_t(bytes.size()), maxBytes});
    if (isCompressed(bytes))
        return std::unexpected(Refusal{Fault::Compressed});
    if (isWebPage(bytes))
        return std::unexpected(Refusal{Fault::WebPage});
    auto document = BencodeDocument::parse(bytes, {GateLimits::kDepth, GateLimits::kTokens});
    if (!document)
        return std::unexpected(document.error().refusal.value_or(Refusal{Fault::NotBencoded}));
    if (!document->root().is(Type::Dictionary))
        return std::unexpected(Refusal{Fault::NotADictionary});
    // Sorted keys are unique: only documents with unsorted ones can repeat any.
    if (const auto key = document->isCanonical() ? std::nullopt : repeatedKey(document->root()))
        return std::unexpected(Refusal{Fault::RepeatedKey, std::string(*key)});
    return std::move(*document);
}

} // namespace essaim::engine
