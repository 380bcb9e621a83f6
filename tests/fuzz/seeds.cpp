// Writes inputs that each fuzz target can begin with, the same every time: FOLDER/TARGET/NUMBER.
#include "core/bencode_writer.h"
#include "data/hostile_torrents.h"
#include "data/torrent_parts.h"
#include "storage/torrent_card.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <string>
#include <vector>

using namespace essaim;
using namespace essaim::test;

namespace {

using Inputs = std::vector<std::string>;

/// What is longer only slows the fuzzer down.
constexpr std::size_t kLongest = 20'000;

Inputs torrents() {
    Inputs inputs;
    for (HostileSample& sample : hostileTorrents()) {
        if (sample.torrent.size() <= kLongest)
            inputs.push_back(std::move(sample.torrent));
    }
    return inputs;
}

Inputs magnets() {
    const std::string v1 = "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567";
    const std::string v2 = "xt=urn:btmh:1220" + std::string(64, 'a');
    return {
        v1,
        "magnet:?xt=urn:btih:ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
        "MAGNET:?" + v2,
        v1 + "&" + v2 + "&dn=Both+of+them",
        v1 + "&dn=%C3%A9t%C3%A9&tr=udp%3A%2F%2Ft.example%3A6969%2Fannounce&tr.1=http://u.example/a?passkey=1",
        v1 + "&x.pe=10.0.0.1:1&so=0-99999999999&ws=http://w.example/&xs=http://x.example/",
        v1 + "&dn=%00%0a%E2%80%AE&tr=http://127.0.0.1/admin",
        "magnet:?xt=urn:btih:zz",
        "magnet:?dn=none"};
}

/// For the torrent that the target knows: ten pieces of a block each, three files.
Inputs savedProgress() {
    const Dictionary sound{
        {"file-format", "libtorrent resume file"},
        {"file-version", number(1)},
        {"info-hash", std::string(20, 'h')},
        {"pieces", std::string(10, '\1')},
        {"file_priority", List{number(4), number(0), number(7)}},
        {"mapped_files", List{"Folder/a", "", "Folder/c"}},
        {"unfinished", List{Dictionary{{"piece", number(3)}, {"bitmask", std::string(1, '\1')}}}},
        {"trackers", List{List{"http://t.example/announce"}}},
        {"url-list", List{"http://w.example/"}},
        {"peers", std::string("\x7f\0\0\1\x1a\xe1", 6)},
        {"active_time", number(-5)},
        {"added_time", number(1'700'000'000)},
        {"save_path", "/somewhere"},
        {"total_uploaded", number(std::int64_t(1) << 62)}};
    Inputs inputs{BencodeValue(sound).encode()};
    const auto with = [&](const char* key, BencodeValue value) {
        Dictionary resume = sound;
        resume[key] = std::move(value);
        inputs.push_back(BencodeValue(std::move(resume)).encode());
    };
    with("info-hash2", std::string(32, '\0'));
    with("pieces", std::string(11, '\1'));
    with("mapped_files", List{"/etc/passwd", "../x"});
    with("info", Dictionary{{"name", "other"}});
    with("trees", List{Dictionary{{"hashes", std::string(64, 'x')}}});
    with("piece_priority", std::string(10, '\4'));
    return inputs;
}

Inputs httpRequests() {
    const std::string announce =
        "GET /announce?info_hash=%01%02%03%04%05%06%07%08%09%0a%0b%0c%0d%0e%0f%10%11%12%13%14&peer_id=-EM0100-"
        "abcdefghijkl&port=6881&uploaded=0&downloaded=0&left=10&compact=1&numwant=50";
    const std::string end = " HTTP/1.1\r\nHost: t.example\r\n\r\n";
    return {
        announce + end,
        announce + "&event=started&no_peer_id=1&key=ffff&ip=1.2.3.4&ipv6=%5B::1%5D%3A7" + end,
        announce + "&event=stopped" + end,
        announce + "&compact=0" + end,
        "GET /0123456789abcdef0123456789abcdef" + announce.substr(4) + end,
        "GET /scrape?info_hash=aaaaaaaaaaaaaaaaaaaa&info_hash=%ff%ffaaaaaaaaaaaaaaaaaa" + end,
        "GET /announce/0123456789abcdef/scrape" + end,
        "GET / HTTP/1.0\r\n\r\n",
        "HEAD /stats HTTP/1.1\r\nConnection: close\r\nX-Forwarded-For: 9.9.9.9\r\n\r\n",
        "POST /announce HTTP/1.1\r\nContent-Length: 5\r\n\r\nabcde",
        "GET /announce?info_hash=%zz&port=99999&left=-1" + end};
}

/// Without the first line and the checksum, which the target adds.
Inputs cards() {
    storage::TorrentCard card;
    card.record.infoHash.v1.emplace().bytes.fill(1);
    card.record.id = card.record.infoHash.id();
    card.record.name = "two\nlines";
    card.record.savePath = "/srv/home";
    Inputs inputs{storage::encodeCard(card)};
    card.metadataChecksum = 0xdeadbeef;
    card.record.infoHash.v2.emplace().bytes.fill(2);
    card.record.chosenName = "checksum: 00000000";
    card.record.source = "magnet:?xt=urn:btih:01";
    card.record.extraTrackers = "udp://a/\nudp://b/";
    card.record.filePriorities = std::string("\0\4\7", 3);
    card.record.renamedFiles = {{0, "a"}, {12, "b:c\n"}};
    card.record.tags = {"x", "y z"};
    card.record.flags = {.sequential = true, .firstLastFirst = true, .superSeeding = true, .autoManaged = false};
    card.record.queuePosition = 3;
    card.record.paused = true;
    card.record.addedAt = card.record.completedAt = 1'700'000'000;
    card.record.uploaded = card.record.downloaded = 9;
    inputs.push_back(storage::encodeCard(card));
    for (const std::string& whole : Inputs(inputs)) {
        const auto begin = whole.find('\n') + 1;
        inputs.push_back(whole.substr(begin, whole.rfind("checksum: ") - 1 - begin));
    }
    return inputs;
}

std::string bigEndian(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = bytes - 1; i >= 0; --i)
        text += char(value >> (8 * i));
    return text;
}

Inputs udpPackets() {
    const std::string connect = bigEndian(0x41727101980, 8) + bigEndian(0, 4) + bigEndian(7, 4);
    const std::string head = bigEndian(1, 8) + bigEndian(1, 4) + bigEndian(7, 4);
    const std::string announce = head + std::string(20, 'h') + std::string(20, 'p') + bigEndian(0, 8) +
                                 bigEndian(100, 8) + bigEndian(0, 8) + bigEndian(2, 4) + bigEndian(0, 4) +
                                 bigEndian(9, 4) + bigEndian(50, 4) + bigEndian(6881, 2);
    const std::string path = "/announce/0123456789abcdef";
    return {
        connect,
        announce,
        announce + '\2' + char(path.size()) + path + std::string(1, '\0'),
        announce + "\1\1\2\5/anno\2\3/x?",
        announce + "\2\xff/short",
        bigEndian(1, 8) + bigEndian(2, 4) + bigEndian(7, 4) + std::string(60, 'h'),
        bigEndian(1, 8) + bigEndian(9, 4) + bigEndian(7, 4)};
}

Inputs standInLists() {
    const std::string v1(20, '1');
    const Dictionary accepted{
        {"accepted", number(1)},
        {"essaim-stand-in", number(1)},
        {"members", std::string(32, 'm') + std::string(32, 'n')},
        {"report", std::string(32, 'a')},
        {"title", "Alice"},
        {"torrents", List{
                         Dictionary{{"v1", v1}, {"members", List{number(0), number(1)}}},
                         Dictionary{{"v1", v1}, {"v2", std::string(32, '2')}, {"everyone", number(1)}}}}};
    Inputs inputs{BencodeValue(accepted).encode()};
    const auto with = [&](const char* key, BencodeValue value) {
        Dictionary list = accepted;
        list[key] = std::move(value);
        inputs.push_back(BencodeValue(std::move(list)).encode());
    };
    with("accepted", number(0));
    with("members", std::string(33, 'm'));
    with("members", std::string());
    with("report", std::string(32, 'Z'));
    with("torrents", List{Dictionary{{"v1", v1}, {"members", List{number(2), number(-1), number(0), number(0)}}}});
    with("torrents", List{Dictionary{{"v1", std::string(19, '1')}}, number(1)});
    inputs.push_back("http://alice.example:6969/announce");
    inputs.push_back("udp://[2001:db8::1]:6969/announce");
    return inputs;
}

Inputs standInReports() {
    const Dictionary sound{
        {"client", number(-7)},
        {"down", number(2000)},
        {"down0", number(1000)},
        {"first", number(1'700'000'000)},
        {"lacking", number(-1)},
        {"last", number(1'700'000'600)},
        {"member", std::string(32, 'm')},
        {"program", "-TR4050-"},
        {"torrent", std::string(20, '1')},
        {"up", number(9)},
        {"up0", number(0)}};
    const auto reportOf = [](Dictionary entry) {
        return BencodeValue(Dictionary{
                                {"entries", List{std::move(entry)}},
                                {"essaim-stand-in-report", number(1)},
                                {"now", number(1'700'001'000)}})
            .encode();
    };
    Inputs inputs{reportOf(sound)};
    const auto with = [&](const char* key, BencodeValue value) {
        Dictionary entry = sound;
        entry[key] = std::move(value);
        inputs.push_back(reportOf(std::move(entry)));
    };
    constexpr auto kHighest = std::numeric_limits<std::int64_t>::max();
    with("last", number(kHighest));
    with("first", number(1'700'000'601));
    with("down", number(kHighest));
    with("up0", number(-1));
    with("lacking", number(std::numeric_limits<std::int64_t>::min()));
    with("program", std::string("\0\x7f-long program-", 18));
    with("member", "short");
    return inputs;
}

Inputs addresses() {
    return {"127.0.0.1", "::ffff:1.2.3.4", "[2001:db8::1]:6881", "10.0.0.0/8", "fe80::1%eth0",      "1.5 GiB",
            "64k",       "::/0",           "1.2.3.4:65535",      "0177.0.0.1", std::string(40, 'a')};
}

void write(const std::filesystem::path& folder, const Inputs& inputs) {
    std::filesystem::create_directories(folder);
    for (std::size_t i = 0; i < inputs.size(); ++i)
        std::ofstream(folder / std::to_string(i), std::ios::binary) << inputs[i];
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: fuzz_seeds FOLDER\n", stderr);
        return 2;
    }
    const std::map<std::string, Inputs> inputs{
        {"addresses", addresses()},
        {"bencode_reader", torrents()},
        {"gate", torrents()},
        {"magnet", magnets()},
        {"resume_data", savedProgress()},
        {"torrent_card", cards()},
        {"tracker_http_announce", httpRequests()},
        {"tracker_http_wire", httpRequests()},
        {"tracker_stand_in_list", standInLists()},
        {"tracker_stand_in_report", standInReports()},
        {"tracker_udp_packets", udpPackets()},
        {"tracker_udp_wire", udpPackets()}};
    for (const auto& [target, list] : inputs)
        write(std::filesystem::path(argv[1]) / target, list);
    return 0;
}
