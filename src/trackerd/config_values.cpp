#include "trackerd/config_values.h"

#include <fmt/format.h>

#include <algorithm>

namespace essaim::trackerd {

std::unexpected<OptionError> wrong(std::string_view key, std::string_view what) {
    return std::unexpected(fmt::format("{}: {}", key, what));
}

Read forEachText(std::string_view key, const toml::node& node, const std::function<Read(const std::string&)>& use) {
    if (const auto text = node.value_exact<std::string>())
        return use(*text);
    if (!node.is_array())
        return wrong(key, "must be a text or a list of texts");
    for (const auto& element : *node.as_array()) {
        const auto text = element.value_exact<std::string>();
        if (!text)
            return wrong(key, "must be a text or a list of texts");
        if (auto used = use(*text); !used)
            return used;
    }
    return {};
}

Read forEachTable(
    std::string_view key, const toml::node& node, std::initializer_list<std::string_view> known,
    const std::function<Read(const toml::table&)>& use) {
    if (!node.is_array())
        return wrong(key, fmt::format("must be written as [[{}]]", key));
    for (const auto& element : *node.as_array()) {
        const auto* table = element.as_table();
        if (!table)
            return wrong(key, fmt::format("must be written as [[{}]]", key));
        for (const auto& [name, value] : *table) {
            if (std::ranges::find(known, name.str()) == known.end())
                return wrong(key, fmt::format("\"{}\" is not a key", name.str()));
        }
        auto used = use(*table);
        if (!used && node.as_array()->size() > 1) // the caller names the line of the first
            return std::unexpected(
                fmt::format("{} (in the one that begins at line {})", used.error(), table->source().begin.line));
        if (!used)
            return used;
    }
    return {};
}

Read readText(std::string_view key, const toml::node& node, const std::function<Read(const std::string&)>& use) {
    const auto text = node.value_exact<std::string>();
    return text ? use(*text) : Read(wrong(key, "must be a text"));
}

Read readAddresses(std::string_view key, const toml::node& node, std::vector<Endpoint>& out) {
    return forEachText(key, node, [&](const std::string& text) -> Read {
        const auto address = parseAddress(text, key);
        if (!address)
            return std::unexpected(address.error());
        out.push_back(*address);
        return {};
    });
}

Read readRanges(std::string_view key, const toml::node& node, std::vector<Cidr>& out) {
    return forEachText(key, node, [&](const std::string& text) -> Read {
        const auto range = Cidr::parse(text);
        if (!range)
            return wrong(key, fmt::format("\"{}\" is not a range of addresses such as 192.168.0.0/16", text));
        out.push_back(*range);
        return {};
    });
}

Read readSeconds(
    std::string_view key, const toml::node& node, std::int64_t least, std::int64_t most, std::chrono::seconds& out) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < least || *value > most)
        return wrong(key, fmt::format("must be a number of seconds from {} to {}", least, most));
    out = std::chrono::seconds(*value);
    return {};
}

Read readBool(std::string_view key, const toml::node& node, bool& out) {
    const auto value = node.value_exact<bool>();
    if (!value)
        return wrong(key, "must be true or false");
    out = *value;
    return {};
}

Read readInteger(
    std::string_view key, const toml::node& node, std::int64_t least, std::int64_t most, std::int64_t& out) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < least || *value > most)
        return wrong(key, fmt::format("must be a number from {} to {}", least, most));
    out = *value;
    return {};
}

} // namespace essaim::trackerd
