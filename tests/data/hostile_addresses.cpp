// Trackers, web seeds and nodes that no stranger may make anybody contact.
#include "data/hostile_torrents.h"
#include "data/torrent_parts.h"

namespace essaim::test {
namespace {

using Kind = TorrentNote::Kind;

const std::vector<std::string>& badTrackers() {
    static const std::vector<std::string> urls{
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://a.example/",
        "http://",
        "http:///announce",
        "//a.example/",
        "http://user:secret@a.example/announce",
        "http://a.example:0/",
        "http://a.example:99999/",
        "http://a.example:x/",
        "http://a b/",
        "http://a.example/\r\nX: y",
        "http://\xc3\xa4.example/",
        "http://" + std::string(2'100, 'a'),
        "http://127.0.0.1:8080/admin",
        "http://localhost/",
        "http://[::1]:22/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://0x7f000001/announce",
        "http://2130706433/announce",
        "http://0177.0.0.1/announce",
        "http://127.1/announce",
        "http://0/announce",
        "http://0.0.0.0/announce",
        "http://169.254.169.254/latest/meta-data",
        "udp://224.0.0.1:6969",
        "udp://255.255.255.255:1",
        "http://[fe80::1]/announce",
        "http://[ff02::1]/announce",
        "http://-a.example/announce",
        "http://a..example/announce",
        "http://[::1/announce"};
    return urls;
}

const std::vector<std::string>& badWebSeeds() {
    static const std::vector<std::string> urls{
        "file:///etc/passwd", "ftp://a.example/",       "http://192.168.0.1/x",   "http://10.0.0.1:80/",
        "http://127.0.0.1/x", "http://localhost/x",     "http://router/x",        "http://nas.local/x",
        "http://[fd00::1]/x", "http://a.example/x?y=1", "http://user@a.example/", "http://169.254.169.254/"};
    return urls;
}

} // namespace

void addHostileAddresses(std::vector<HostileSample>& samples, std::uint32_t seed) {
    const auto add = [&](std::string name, Dictionary rest, std::optional<Kind> note) {
        samples.push_back({std::move(name), torrentOf(twoFiles(++seed), std::move(rest)), std::nullopt, note});
    };
    for (std::size_t i = 0; i < badTrackers().size(); ++i)
        add("tracker " + std::to_string(i), {{"announce", badTrackers()[i]}}, Kind::TrackersLeftOut);
    for (std::size_t i = 0; i < badWebSeeds().size(); ++i)
        add("web seed " + std::to_string(i), {{"url-list", List{badWebSeeds()[i]}}}, Kind::WebSeedsLeftOut);
    add("tracker in a private network", {{"announce", "http://192.168.1.5:6969/announce"}}, Kind::LocalTrackers);
    add("tracker on this computer", {{"announce", "http://127.0.0.1:6969/announce"}}, Kind::LocalTrackers);
    List many;
    for (int i = 0; i < 10'000; ++i)
        many.emplace_back(List{BencodeValue("http://t" + std::to_string(i) + ".example/announce")});
    add("10,000 trackers", {{"announce-list", std::move(many)}}, Kind::TrackersLeftOut);
    add("empty tiers", {{"announce-list", List(1'000, BencodeValue(List{}))}}, std::nullopt);
    add("tiers of numbers", {{"announce-list", List{List{number(1)}, number(2), Dictionary{}}}}, Kind::TrackersLeftOut);
    add("trackers are a number", {{"announce-list", number(1)}}, std::nullopt);
    add("nodes", {{"nodes", List{List{"224.0.0.1", number(1)}}}}, Kind::NodesLeftOut);
    add("web seeds of the old kind", {{"httpseeds", List{"http://a.example/"}}}, Kind::WebSeedsLeftOut);
    add("a good web seed", {{"url-list", "http://a.example/x"}}, std::nullopt);
}

} // namespace essaim::test
