#include "tracker/access/stand_in_report.h"

#include "core/bencode_reader.h"
#include "core/bencode_writer.h"
#include "tracker/access/stand_in_list.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

using Value = BencodeDocument::Value;

constexpr std::size_t kLongestProgram = 8;

std::int64_t signedOf(std::uint64_t number) {
    return static_cast<std::int64_t>(number);
}

std::optional<StandInReport::Entry> entryOf(const Value& value) {
    const auto member = Sha256Hash::fromBytes(value["member"].string().value_or(""));
    const auto torrent = TorrentId::fromBytes(value["torrent"].string().value_or(""));
    if (!member || !torrent)
        return std::nullopt;
    const auto number = [&value](const char* key) { return value[key].integer().value_or(-1); };
    storage::StandInReportRecord record;
    record.member = memberIdOf(*member);
    record.torrent = *torrent;
    record.client = static_cast<std::uint64_t>(value["client"].integer().value_or(0));
    record.firstAt = number("first");
    record.lastAt = number("last");
    record.lacking = std::max<std::int64_t>(number("lacking"), -1);
    const std::int64_t counters[] = {number("down0"), number("up0"), number("down"), number("up")};
    if (std::ranges::any_of(counters, [](auto counter) { return counter < 0; }) || record.firstAt < 0 ||
        record.lastAt < record.firstAt || counters[2] < counters[0] || counters[3] < counters[1])
        return std::nullopt;
    record.firstDownloaded = static_cast<std::uint64_t>(counters[0]);
    record.firstUploaded = static_cast<std::uint64_t>(counters[1]);
    record.downloaded = static_cast<std::uint64_t>(counters[2]);
    record.uploaded = static_cast<std::uint64_t>(counters[3]);
    for (const char c : value["program"].string().value_or("").substr(0, kLongestProgram))
        record.program += c >= ' ' && c <= '~' ? std::string(1, c) : std::string();
    return StandInReport::Entry{*member, std::move(record)};
}

} // namespace

std::string encode(const StandInReport& report) {
    BencodeValue::List entries;
    for (const auto& [member, record] : report.entries) {
        BencodeValue::Dictionary one;
        one.emplace("client", BencodeValue(signedOf(record.client)));
        one.emplace("down", BencodeValue(signedOf(record.downloaded)));
        one.emplace("down0", BencodeValue(signedOf(record.firstDownloaded)));
        one.emplace("first", BencodeValue(record.firstAt));
        one.emplace("lacking", BencodeValue(record.lacking));
        one.emplace("last", BencodeValue(record.lastAt));
        one.emplace("member", BencodeValue(std::string(member.bytes.begin(), member.bytes.end())));
        one.emplace("program", BencodeValue(record.program));
        one.emplace("torrent", BencodeValue(std::string(record.torrent.bytes.begin(), record.torrent.bytes.end())));
        one.emplace("up", BencodeValue(signedOf(record.uploaded)));
        one.emplace("up0", BencodeValue(signedOf(record.firstUploaded)));
        entries.emplace_back(std::move(one));
    }
    BencodeValue::Dictionary all;
    all.emplace("entries", BencodeValue(std::move(entries)));
    all.emplace("essaim-stand-in-report", BencodeValue(std::int64_t{1}));
    all.emplace("now", BencodeValue(report.now));
    return BencodeValue(std::move(all)).encode();
}

std::optional<StandInReport> parseStandInReport(std::string_view bytes) {
    const auto document = BencodeDocument::parse(bytes);
    if (!document || document->root()["essaim-stand-in-report"].integer() != 1)
        return std::nullopt;
    StandInReport report;
    report.now = document->root()["now"].integer().value_or(0);
    if (report.now <= 0)
        return std::nullopt;
    document->root()["entries"].forEach([&](const Value& value) {
        auto entry = entryOf(value);
        if (!entry || report.entries.size() >= StandInReport::kMostEntries)
            return;
        auto& record = entry->record;
        record.lastAt = std::min(record.lastAt, report.now); // a clock that was set back, or a lie
        record.firstAt = std::min(record.firstAt, record.lastAt);
        report.entries.push_back(std::move(*entry));
    });
    return report;
}

} // namespace essaim::tracker
