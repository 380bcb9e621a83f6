#include "storage/torrent_facts.h"

#include "storage/checksum.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace essaim::storage {

namespace {

constexpr std::int64_t kSequential = 1;
constexpr std::int64_t kFirstLastFirst = 2;
constexpr std::int64_t kSuperSeeding = 4;
constexpr std::int64_t kNotAutoManaged = 8;
constexpr std::int64_t kStopAtMetadata = 16;
constexpr std::int64_t kStopAtChecked = 32;
constexpr std::int64_t kOwnFolder = 64;
constexpr std::int64_t kNoFolder = 128;

template <typename Number>
std::optional<Number> numberOf(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string toHex(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes)
        text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return text;
}

std::optional<std::string> fromHex(std::string_view text) {
    std::string bytes;
    if (text.size() % 2 != 0)
        return std::nullopt;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + i + 2, value, 16);
        if (error != std::errc() || end != text.data() + i + 2)
            return std::nullopt;
        bytes.push_back(static_cast<char>(value));
    }
    return bytes;
}

/// How one fact is written and read. `write` gives nothing for the value of a fresh record.
struct FactForm {
    std::string_view key;
    std::string (*write)(const TorrentRecord&);
    bool (*read)(TorrentRecord&, const std::string&);
};

template <auto Member>
constexpr FactForm text(std::string_view key) {
    return {
        key, [](const TorrentRecord& record) { return record.*Member; },
        [](TorrentRecord& record, const std::string& value) {
            record.*Member = value;
            return true;
        }};
}

template <auto Member>
constexpr FactForm number(std::string_view key) {
    return {
        key,
        [](const TorrentRecord& record) {
            return record.*Member == TorrentRecord{}.*Member ? std::string() : std::to_string(record.*Member);
        },
        [](TorrentRecord& record, const std::string& value) {
            const auto read = numberOf<std::remove_cvref_t<decltype(record.*Member)>>(value);
            record.*Member = read.value_or(record.*Member);
            return read.has_value();
        }};
}

template <typename Hash>
bool readHash(std::optional<Hash>& hash, const std::string& value) {
    hash = Hash::fromHex(value);
    return hash.has_value();
}

const FactForm kId{
    "id", [](const TorrentRecord& record) { return record.id.toHex(); },
    [](TorrentRecord& record, const std::string& value) {
        const auto id = TorrentId::fromHex(value);
        record.id = id.value_or(TorrentId{});
        return id.has_value();
    }};

const FactForm kV1{
    "v1", [](const TorrentRecord& record) { return record.infoHash.v1 ? record.infoHash.v1->toHex() : ""; },
    [](TorrentRecord& record, const std::string& value) { return readHash(record.infoHash.v1, value); }};

const FactForm kV2{
    "v2", [](const TorrentRecord& record) { return record.infoHash.v2 ? record.infoHash.v2->toHex() : ""; },
    [](TorrentRecord& record, const std::string& value) { return readHash(record.infoHash.v2, value); }};

const FactForm kPriorities{
    "file-priorities", [](const TorrentRecord& record) { return toHex(record.filePriorities); },
    [](TorrentRecord& record, const std::string& value) {
        const auto bytes = fromHex(value);
        record.filePriorities = bytes.value_or("");
        return bytes.has_value();
    }};

const FactForm kRenamed{
    "renamed-files", [](const TorrentRecord& record) { return encodeRenamedFiles(record.renamedFiles); },
    [](TorrentRecord& record, const std::string& value) { return decodeRenamedFiles(value, record.renamedFiles); }};

const FactForm kTags{
    "tags", [](const TorrentRecord& record) { return joinTags(record.tags); },
    [](TorrentRecord& record, const std::string& value) {
        record.tags = splitTags(value);
        return true;
    }};

const FactForm kFlags{
    "flags",
    [](const TorrentRecord& record) {
        const auto flags = flagsNumber(record);
        return flags == 0 ? std::string() : std::to_string(flags);
    },
    [](TorrentRecord& record, const std::string& value) {
        const auto flags = numberOf<std::int64_t>(value);
        setFlagsNumber(record, flags.value_or(0));
        return flags.has_value();
    }};

const FactForm kPaused{
    "paused", [](const TorrentRecord& record) { return std::string(record.paused ? "1" : ""); },
    [](TorrentRecord& record, const std::string& value) {
        record.paused = value == "1";
        return value == "1" || value == "0";
    }};

const FactForm kFacts[] = {
    kId,
    kV1,
    kV2,
    text<&TorrentRecord::name>("name"),
    text<&TorrentRecord::chosenName>("chosen-name"),
    text<&TorrentRecord::savePath>("save-path"),
    text<&TorrentRecord::finalPath>("final-path"),
    text<&TorrentRecord::source>("source"),
    text<&TorrentRecord::extraTrackers>("extra-trackers"),
    text<&TorrentRecord::trackers>("trackers"),
    text<&TorrentRecord::webSeeds>("web-seeds"),
    kPriorities,
    kRenamed,
    text<&TorrentRecord::category>("category"),
    kTags,
    kFlags,
    number<&TorrentRecord::downloadLimit>("download-limit"),
    number<&TorrentRecord::uploadLimit>("upload-limit"),
    kPaused,
    number<&TorrentRecord::addedAt>("added"),
    number<&TorrentRecord::completedAt>("completed"),
};

const FactForm kStatistics[] = {
    number<&TorrentRecord::queuePosition>("queue-position"), number<&TorrentRecord::uploaded>("uploaded"),
    number<&TorrentRecord::downloaded>("downloaded"),        number<&TorrentRecord::lastActivity>("last-activity"),
    number<&TorrentRecord::activeSeconds>("active-seconds"), number<&TorrentRecord::seedingSeconds>("seeding-seconds"),
};

template <typename Forms>
std::vector<Fact> write(const Forms& forms, const TorrentRecord& record) {
    std::vector<Fact> facts;
    for (const FactForm& form : forms) {
        if (auto value = form.write(record); !value.empty())
            facts.emplace_back(form.key, std::move(value));
    }
    return facts;
}

std::uint32_t add(std::uint32_t checksum, const std::vector<Fact>& facts) {
    for (const auto& [key, value] : facts)
        checksum = crc32c(value, crc32c(fmt::format("{}={}:", key, value.size()), checksum));
    return checksum;
}

} // namespace

std::vector<Fact> factsOf(const TorrentRecord& record) {
    return write(kFacts, record);
}

std::vector<Fact> statisticsOf(const TorrentRecord& record) {
    return write(kStatistics, record);
}

bool applyFact(TorrentRecord& record, std::string_view key, const std::string& value) {
    for (const auto& forms : {std::span<const FactForm>(kFacts), std::span<const FactForm>(kStatistics)}) {
        const auto form = std::ranges::find(forms, key, &FactForm::key);
        if (form != forms.end())
            return form->read(record, value);
    }
    return true;
}

std::int64_t factsChecksum(const TorrentRecord& record) {
    return add(add(0, factsOf(record)), statisticsOf(record));
}

std::string impossibleFact(const TorrentRecord& record) {
    const bool isNamed = record.infoHash.v1 == record.id || record.infoHash.truncatedV2() == record.id;
    if (!isNamed)
        return "the id is none of its info-hashes";
    if (!record.savePath.starts_with('/') || record.savePath.find('\0') != std::string::npos)
        return "the save path is not absolute";
    if (!record.finalPath.empty() &&
        (!record.finalPath.starts_with('/') || record.finalPath.find('\0') != std::string::npos))
        return "the final folder is not absolute";
    if (std::ranges::any_of(record.filePriorities, [](char priority) { return priority < 0 || priority > 7; }))
        return "a file priority is out of range";
    for (const auto number :
         {record.addedAt, record.completedAt, record.uploaded, record.downloaded, record.lastActivity,
          record.activeSeconds, record.seedingSeconds, record.downloadLimit, record.uploadLimit}) {
        if (number < 0)
            return "a number is negative";
    }
    return {};
}

void fallBackToMagnet(TorrentRecord& record) {
    record.metadata.clear();
    if (record.source.empty() && record.infoHash.v1)
        record.source = "magnet:?xt=urn:btih:" + record.infoHash.v1->toHex();
    else if (record.source.empty() && record.infoHash.v2)
        record.source = "magnet:?xt=urn:btmh:1220" + record.infoHash.v2->toHex();
}

std::int64_t flagsNumber(const TorrentRecord& record) {
    if (record.areFlagsInResumeData)
        return -1;
    const TorrentFlags& flags = record.flags;
    return (flags.sequential ? kSequential : 0) | (flags.firstLastFirst ? kFirstLastFirst : 0) |
           (flags.superSeeding ? kSuperSeeding : 0) | (flags.autoManaged ? 0 : kNotAutoManaged) |
           (flags.stopAt == StopAt::Metadata ? kStopAtMetadata : 0) |
           (flags.stopAt == StopAt::Checked ? kStopAtChecked : 0) |
           (flags.layout == Layout::OwnFolder ? kOwnFolder : 0) | (flags.layout == Layout::NoFolder ? kNoFolder : 0);
}

void setFlagsNumber(TorrentRecord& record, std::int64_t number) {
    record.areFlagsInResumeData = number < 0;
    record.flags = {};
    if (number < 0)
        return;
    record.flags.sequential = (number & kSequential) != 0;
    record.flags.firstLastFirst = (number & kFirstLastFirst) != 0;
    record.flags.superSeeding = (number & kSuperSeeding) != 0;
    record.flags.autoManaged = (number & kNotAutoManaged) == 0;
    record.flags.stopAt = (number & kStopAtMetadata) != 0  ? StopAt::Metadata
                          : (number & kStopAtChecked) != 0 ? StopAt::Checked
                                                           : StopAt::Nothing;
    record.flags.layout = (number & kOwnFolder) != 0  ? Layout::OwnFolder
                          : (number & kNoFolder) != 0 ? Layout::NoFolder
                                                      : Layout::AsStated;
}

std::string joinTags(const std::vector<std::string>& tags) {
    return fmt::format("{}", fmt::join(tags, "\n"));
}

std::vector<std::string> splitTags(std::string_view lines) {
    std::vector<std::string> tags;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        if (end != 0)
            tags.emplace_back(lines.substr(0, end));
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    }
    return tags;
}

std::vector<std::string> normalizedTags(std::vector<std::string> tags) {
    for (auto& tag : tags) {
        std::ranges::replace_if(tag, [](char c) { return c == '\n' || c == '\r' || c == '\0'; }, ' ');
        const auto first = tag.find_first_not_of(" \t");
        tag = first == std::string::npos ? "" : tag.substr(first, tag.find_last_not_of(" \t") + 1 - first);
    }
    std::erase(tags, "");
    std::ranges::sort(tags);
    const auto repeated = std::ranges::unique(tags);
    tags.erase(repeated.begin(), repeated.end());
    return tags;
}

std::string encodeRenamedFiles(const std::map<int, std::string>& files) {
    std::string text;
    for (const auto& [index, path] : files)
        text += fmt::format("{}:{}:{}", index, path.size(), path);
    return text;
}

bool decodeRenamedFiles(std::string_view text, std::map<int, std::string>& files) {
    files.clear();
    while (!text.empty()) {
        const auto first = text.find(':');
        const auto second = first == std::string_view::npos ? first : text.find(':', first + 1);
        if (second == std::string_view::npos)
            return false;
        const auto index = numberOf<int>(text.substr(0, first));
        const auto length = numberOf<std::size_t>(text.substr(first + 1, second - first - 1));
        text.remove_prefix(second + 1);
        if (!index || *index < 0 || !length || *length > text.size())
            return false;
        files[*index] = text.substr(0, *length);
        text.remove_prefix(*length);
    }
    return true;
}

} // namespace essaim::storage
