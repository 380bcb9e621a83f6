// Reading one value of the configuration file, with an error that says what it should have been.
#pragma once

#include "core/cidr.h"
#include "trackerd/options.h"

#include <toml++/toml.h>

#include <concepts>
#include <functional>
#include <initializer_list>
#include <limits>

namespace essaim::trackerd {

using Read = std::expected<void, OptionError>;

[[nodiscard]] std::unexpected<OptionError> wrong(std::string_view key, std::string_view what);

/// Calls `use` with a text or with each text of a list.
[[nodiscard]] Read
forEachText(std::string_view key, const toml::node& node, const std::function<Read(const std::string&)>& use);
/// Calls `use` with each table of a list of tables, and refuses tables with other keys than `known`.
[[nodiscard]] Read forEachTable(
    std::string_view key, const toml::node& node, std::initializer_list<std::string_view> known,
    const std::function<Read(const toml::table&)>& use);
[[nodiscard]] Read
readText(std::string_view key, const toml::node& node, const std::function<Read(const std::string&)>& use);
[[nodiscard]] Read readAddresses(std::string_view key, const toml::node& node, std::vector<Endpoint>& out);
[[nodiscard]] Read readRanges(std::string_view key, const toml::node& node, std::vector<Cidr>& out);
[[nodiscard]] Read readSeconds(
    std::string_view key, const toml::node& node, std::int64_t least, std::int64_t most, std::chrono::seconds& out);
[[nodiscard]] Read readBool(std::string_view key, const toml::node& node, bool& out);
[[nodiscard]] Read
readInteger(std::string_view key, const toml::node& node, std::int64_t least, std::int64_t most, std::int64_t& out);

/// A number from `least` to `most`.
template <std::integral Number>
[[nodiscard]] Read
readNumber(std::string_view key, const toml::node& node, std::int64_t least, std::int64_t most, Number& out) {
    std::int64_t value = 0;
    auto read = readInteger(key, node, least, most, value);
    if (read)
        out = static_cast<Number>(value);
    return read;
}

} // namespace essaim::trackerd
