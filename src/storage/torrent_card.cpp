#include "storage/torrent_card.h"

#include "storage/checksum.h"
#include "storage/torrent_facts.h"

#include <fmt/format.h>

#include <charconv>

namespace essaim::storage {

namespace {

constexpr std::string_view kFirstLine = "essaim torrent card 1\n";
constexpr std::string_view kChecksum = "checksum: ";
constexpr std::string_view kMetadata = "metadata-checksum";

std::string escaped(std::string_view value) {
    std::string text;
    for (const char c : value) {
        if (c == '\\')
            text += "\\\\";
        else if (c == '\n')
            text += "\\n";
        else if (c == '\r')
            text += "\\r";
        else if (c == '\0')
            text += "\\0";
        else
            text += c;
    }
    return text;
}

std::string unescaped(std::string_view text) {
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            value += text[i];
            continue;
        }
        const char c = text[++i];
        value += c == 'n' ? '\n' : c == 'r' ? '\r' : c == '0' ? '\0' : c;
    }
    return value;
}

std::optional<std::uint32_t> hexNumber(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

std::string encodeCard(const TorrentCard& card) {
    std::string text(kFirstLine);
    for (const auto& facts : {factsOf(card.record), statisticsOf(card.record)}) {
        for (const auto& [key, value] : facts)
            text += fmt::format("{}: {}\n", key, escaped(value));
    }
    if (card.metadataChecksum)
        text += fmt::format("{}: {:08x}\n", kMetadata, *card.metadataChecksum);
    return text + fmt::format("{}{:08x}\n", kChecksum, crc32c(text));
}

std::optional<TorrentCard> decodeCard(std::string_view text) {
    const auto last = text.rfind(kChecksum);
    if (!text.starts_with(kFirstLine) || last == std::string_view::npos || !text.ends_with('\n'))
        return std::nullopt;
    auto sum = text.substr(last + kChecksum.size());
    sum.remove_suffix(1);
    text = text.substr(0, last);
    if (hexNumber(sum) != crc32c(text))
        return std::nullopt;
    TorrentCard card;
    text.remove_prefix(kFirstLine.size());
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const auto colon = line.find(": ");
        if (colon == std::string_view::npos)
            return std::nullopt;
        const auto key = line.substr(0, colon);
        const auto value = line.substr(colon + 2);
        if (key == kMetadata)
            card.metadataChecksum = hexNumber(value);
        else if (!applyFact(card.record, key, unescaped(value)))
            return std::nullopt;
    }
    if (!impossibleFact(card.record).empty())
        return std::nullopt;
    return card;
}

} // namespace essaim::storage
