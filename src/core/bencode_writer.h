// Writing canonical bencoding (BEP 3): sorted unique keys, minimal integers.
#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace essaim {

/// Appends a string to what is being encoded.
void appendBencodeString(std::string& out, std::string_view bytes);

/// A value to encode. Dictionaries are ordered maps, so the result is canonical by construction.
class BencodeValue {
public:
    using List = std::vector<BencodeValue>;
    using Dictionary = std::map<std::string, BencodeValue, std::less<>>;

    BencodeValue()
        : m_value(std::string()) {}
    template <std::integral T>
        requires(!std::same_as<T, bool> && (std::is_signed_v<T> || sizeof(T) < sizeof(std::int64_t)))
    BencodeValue(T integer)
        : m_value(std::int64_t{integer}) {}
    BencodeValue(std::string bytes)
        : m_value(std::move(bytes)) {}
    BencodeValue(std::string_view bytes)
        : m_value(std::string(bytes)) {}
    BencodeValue(const char* text)
        : m_value(std::string(text)) {}
    BencodeValue(List list)
        : m_value(std::move(list)) {}
    BencodeValue(Dictionary dictionary)
        : m_value(std::move(dictionary)) {}
    /// Bytes that are already one encoded value, written as they are (an info dictionary kept byte for byte).
    [[nodiscard]] static BencodeValue encoded(std::string bytes);

    bool operator==(const BencodeValue&) const = default;

    [[nodiscard]] std::string encode() const;
    void encodeTo(std::string& out) const;

private:
    struct Encoded {
        std::string bytes;
        bool operator==(const Encoded&) const = default;
    };
    std::variant<std::int64_t, std::string, List, Dictionary, Encoded> m_value;
};

} // namespace essaim
