// Writing canonical bencoding (BEP 3): sorted unique keys, minimal integers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace essaim {

/// A value to encode. Dictionaries are ordered maps, so the result is canonical by construction.
class BencodeValue {
public:
    using List = std::vector<BencodeValue>;
    using Dictionary = std::map<std::string, BencodeValue, std::less<>>;

    BencodeValue() : m_value(std::string()) {}
    BencodeValue(std::int64_t integer) : m_value(integer) {}
    BencodeValue(std::string bytes) : m_value(std::move(bytes)) {}
    BencodeValue(const char* text) : m_value(std::string(text)) {}
    BencodeValue(List list) : m_value(std::move(list)) {}
    BencodeValue(Dictionary dictionary) : m_value(std::move(dictionary)) {}
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
