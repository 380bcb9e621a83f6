// Canonical bencoding of values that we make ourselves.
#include "core/bencode_writer.h"

#include <type_traits>

namespace essaim {

void appendBencodeString(std::string& out, std::string_view bytes) {
    out += std::to_string(bytes.size());
    out += ':';
    out += bytes;
}

BencodeValue BencodeValue::encoded(std::string bytes) {
    BencodeValue value;
    value.m_value = Encoded{std::move(bytes)};
    return value;
}

std::string BencodeValue::encode() const {
    std::string out;
    encodeTo(out);
    return out;
}

void BencodeValue::encodeTo(std::string& out) const {
    std::visit(
        [&out](const auto& value) {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, std::int64_t>) {
                out += 'i' + std::to_string(value) + 'e';
            } else if constexpr (std::is_same_v<T, std::string>) {
                appendBencodeString(out, value);
            } else if constexpr (std::is_same_v<T, Encoded>) {
                out += value.bytes;
            } else if constexpr (std::is_same_v<T, List>) {
                out += 'l';
                for (const auto& element : value)
                    element.encodeTo(out);
                out += 'e';
            } else {
                out += 'd';
                for (const auto& [key, element] : value) {
                    appendBencodeString(out, key);
                    element.encodeTo(out);
                }
                out += 'e';
            }
        },
        m_value);
}

} // namespace essaim
