// Walking over a URL's query and decoding its percent escapes, without copies.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace essaim::tracker {

/// Walks over name=value pairs, still encoded. Empty pairs (&&) are skipped; a pair without '=' has an empty value;
/// only the first '=' separates.
class QueryString {
public:
    struct Parameter {
        std::string_view name;
        std::string_view value;
    };

    explicit QueryString(std::string_view query)
        : m_rest(query) {}
    /// Nothing at the end.
    [[nodiscard]] std::optional<Parameter> next();

private:
    std::string_view m_rest;
};

/// Decodes %xx; '+' stays what it is, since info-hashes hold it raw. Returns the number of bytes of the decoded
/// text, of which as many as fit were written to `out`; nothing for a broken escape.
[[nodiscard]] std::optional<std::size_t> percentDecode(std::string_view text, std::span<std::uint8_t> out);

} // namespace essaim::tracker
