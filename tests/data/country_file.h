// A small database of countries in the MaxMind format, version 2.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace essaim::test {

/// Writes what a file of that format holds: a binary tree of address bits, then the data, then a description of both.
/// https://maxmind.github.io/MaxMind-DB/
class CountryFile {
public:
    /// An IPv4 network of whole bytes, such as {192, 0, 2}.
    void
    add(const std::vector<std::uint8_t>& network, const std::string& code, const std::string& english,
        const std::string& french) {
        const auto offset = std::uint32_t(m_data.size());
        m_data += map(1) + text("country") + map(2) + text("iso_code") + text(code) + text("names") + map(2) +
                  text("en") + text(english) + text("fr") + text(french);
        std::vector<bool> bits(96, false); // IPv4 lies below ::/96
        for (const std::uint8_t byte : network) {
            for (int bit = 7; bit >= 0; --bit)
                bits.push_back((byte >> bit & 1) != 0);
        }
        std::size_t node = 0;
        for (std::size_t i = 0; i + 1 < bits.size(); ++i) {
            if (m_nodes[node][bits[i]] < 0) {
                m_nodes[node][bits[i]] = std::int64_t(m_nodes.size());
                m_nodes.push_back({-1, -1});
            }
            node = std::size_t(m_nodes[node][bits[i]]);
        }
        m_nodes[node][bits.back()] = -2 - std::int64_t(offset);
    }

    [[nodiscard]] std::string bytes() const {
        std::string file;
        for (const auto& node : m_nodes) {
            for (const std::int64_t to : node)
                file += number(record(to), 3);
        }
        file += std::string(16, '\0') + m_data;
        file += "\xab\xcd\xefMaxMind.com";
        file += map(9) + text("binary_format_major_version") + short16(2) + text("binary_format_minor_version") +
                short16(0) + text("database_type") + text("Test-Country") + text("ip_version") + short16(6) +
                text("node_count") + whole(std::uint32_t(m_nodes.size())) + text("record_size") + short16(24) +
                text("build_epoch") + std::string("\x08\x02", 2) + number(1'700'000'000, 8) + text("languages") +
                std::string("\x02\x04", 2) + text("en") + text("fr") + text("description") + map(1) + text("en") +
                text("A test");
        return file;
    }

private:
    static std::string number(std::uint64_t value, int bytes) {
        std::string text;
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            text += char(value >> shift & 0xff);
        return text;
    }
    static std::string map(int entries) { return {char(7 << 5 | entries)}; }
    static std::string text(const std::string& value) {
        if (value.size() < 29)
            return char(2 << 5 | int(value.size())) + value;
        return std::string{char(2 << 5 | 29), char(value.size() - 29)} + value;
    }
    static std::string short16(std::uint32_t value) {
        constexpr int kUint16 = 5;
        return char(kUint16 << 5 | 2) + number(value, 2);
    }
    static std::string whole(std::uint32_t value) {
        constexpr int kUint32 = 6;
        return char(kUint32 << 5 | 4) + number(value, 4);
    }
    [[nodiscard]] std::uint32_t record(std::int64_t to) const {
        const auto count = std::uint32_t(m_nodes.size());
        if (to == -1)
            return count; // nothing is known
        return to >= 0 ? std::uint32_t(to) : count + 16 + std::uint32_t(-2 - to);
    }

    std::vector<std::array<std::int64_t, 2>> m_nodes{{-1, -1}};
    std::string m_data;
};

} // namespace essaim::test
