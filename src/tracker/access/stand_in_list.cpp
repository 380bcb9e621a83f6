#include "tracker/access/stand_in_list.h"

#include "core/bencode_reader.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

using Value = BencodeDocument::Value;

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestUrl = 200;
constexpr std::size_t kTokenLength = 32;

template <typename Hash>
std::string_view viewOf(const Hash& hash) {
    return {reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size()};
}

void appendText(std::string& out, std::string_view text) {
    out += std::to_string(text.size());
    out += ':';
    out += text;
}

void appendField(std::string& out, std::string_view key, std::string_view text) {
    appendText(out, key);
    appendText(out, text);
}

void append(std::string& out, const StandInTorrent& torrent) {
    out += 'd';
    if (torrent.isForEveryone) {
        out += "8:everyonei1e";
    } else {
        out += "7:membersl";
        for (const auto place : torrent.members) {
            out += 'i';
            out += std::to_string(place);
            out += 'e';
        }
        out += 'e';
    }
    if (torrent.infoHash.v1)
        appendField(out, "v1", viewOf(*torrent.infoHash.v1));
    if (torrent.infoHash.v2)
        appendField(out, "v2", viewOf(*torrent.infoHash.v2));
    out += 'e';
}

bool isToken(std::string_view text) {
    return text.size() == kTokenLength &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<StandInTorrent> torrentOf(const Value& value, std::size_t members) {
    StandInTorrent torrent;
    torrent.infoHash.v1 = Sha1Hash::fromBytes(value["v1"].string().value_or(""));
    torrent.infoHash.v2 = Sha256Hash::fromBytes(value["v2"].string().value_or(""));
    if (!torrent.infoHash.isValid())
        return std::nullopt;
    torrent.isForEveryone = value["everyone"].integer() == 1;
    value["members"].forEach([&](const Value& place) {
        const auto number = place.integer().value_or(-1);
        if (number >= 0 && static_cast<std::uint64_t>(number) < members)
            torrent.members.push_back(static_cast<std::uint32_t>(number));
    });
    return torrent;
}

} // namespace

/// Directly: a tree of values would take twenty times the memory, for lists of millions of numbers.
std::string encode(const StandInList& list) {
    std::string out = "d8:acceptedi" + std::string(list.isAccepted ? "1" : "0") + "e15:essaim-stand-ini1e";
    out += "7:members" + std::to_string(list.members.size() * Sha256Hash::kSize) + ':';
    for (const auto& digest : list.members)
        out += viewOf(digest);
    appendField(out, "report", list.reportToken);
    appendField(out, "title", list.title);
    out += "8:torrentsl";
    for (const auto& torrent : list.torrents)
        append(out, torrent);
    return out += "ee";
}

std::optional<StandInList> parseStandInList(std::string_view bytes) {
    const auto document = BencodeDocument::parse(bytes);
    if (!document || document->root()["essaim-stand-in"].integer() != 1)
        return std::nullopt;
    const Value root = document->root();
    StandInList list;
    list.isAccepted = root["accepted"].integer() == 1;
    list.title = root["title"].string().value_or("").substr(0, kLongestTitle);
    list.reportToken = root["report"].string().value_or("");
    if (!isToken(list.reportToken))
        return std::nullopt;
    if (!list.isAccepted)
        return list;
    auto members = root["members"].string().value_or("");
    if (members.size() > StandInList::kMostMembers * Sha256Hash::kSize || members.size() % Sha256Hash::kSize != 0)
        return std::nullopt;
    for (; !members.empty(); members.remove_prefix(Sha256Hash::kSize))
        list.members.push_back(*Sha256Hash::fromBytes(members.substr(0, Sha256Hash::kSize)));
    root["torrents"].forEach([&](const Value& value) {
        auto torrent = torrentOf(value, list.members.size());
        if (torrent && list.torrents.size() < StandInList::kMostTorrents)
            list.torrents.push_back(std::move(*torrent));
    });
    return list;
}

bool isAnnounceBase(std::string_view url) {
    constexpr std::string_view kPath = "/announce";
    if (url.size() > kLongestUrl || !url.ends_with(kPath))
        return false;
    for (const std::string_view scheme : {"http://", "https://", "udp://"}) {
        if (!url.starts_with(scheme))
            continue;
        auto host = url.substr(scheme.size());
        host.remove_suffix(std::min(kPath.size(), host.size()));
        return !host.empty() && std::ranges::all_of(host, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
                   c == ':' || c == '[' || c == ']';
        });
    }
    return false;
}

std::int64_t memberIdOf(const Sha256Hash& digest) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8U | digest.bytes[i];
    return -1 - static_cast<std::int64_t>(number >> 2U);
}

} // namespace essaim::tracker
