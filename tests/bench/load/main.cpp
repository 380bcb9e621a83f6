// essaim-load: sends a tracker more than it likes and checks every answer. Used by the tracker's benchmark.
#include "options.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <string_view>

using namespace essaim::load;

namespace {

constexpr std::string_view kUsage =
    "essaim-load whitelist|echo|fill|udp|http|day [port=N] [torrents=N] [peers=N] [sources=N] [seconds=S] [rate=R]\n"
    "    [window=N] [wanted=N] [mix=CONNECTS:ANNOUNCES:SCRAPES] [echo=1] [keepalive=1] [users=N] [speed=X]\n";

template <typename Number>
bool read(std::string_view text, Number& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
}

bool readMix(std::string_view text, Options& options) {
    const auto first = text.find(':');
    const auto second = text.find(':', first + 1);
    return second != std::string_view::npos && read(text.substr(0, first), options.connects) &&
           read(text.substr(first + 1, second - first - 1), options.announces) &&
           read(text.substr(second + 1), options.scrapes);
}

bool readFlag(std::string_view text, bool& flag) {
    flag = text == "1";
    return flag || text == "0";
}

bool readOption(std::string_view word, Options& options) {
    const auto name = word.substr(0, word.find('='));
    const auto value = word.substr(std::min(word.size(), name.size() + 1));
    auto& population = options.population;
    return (name == "port" && read(value, options.port)) || (name == "torrents" && read(value, population.torrents)) ||
           (name == "peers" && read(value, population.peers)) ||
           (name == "sources" && read(value, population.sources)) ||
           (name == "seconds" && read(value, options.seconds)) || (name == "rate" && read(value, options.rate)) ||
           (name == "window" && read(value, options.window)) || (name == "wanted" && read(value, options.wanted)) ||
           (name == "users" && read(value, options.users)) || (name == "speed" && read(value, options.speed)) ||
           (name == "mix" && readMix(value, options)) || (name == "echo" && readFlag(value, options.echo)) ||
           (name == "keepalive" && readFlag(value, options.keepAlive));
}

int run(const Options& options) {
    if (options.mode == "whitelist")
        return printWhitelist(options);
    if (options.mode == "echo")
        return runEcho(options);
    if (options.mode == "fill")
        return runFill(options);
    if (options.mode == "udp")
        return runUdp(options);
    if (options.mode == "http")
        return runHttp(options);
    if (options.mode == "day")
        return runDay(options);
    fmt::print(stderr, "{}", kUsage);
    return 2;
}

} // namespace

int essaim::load::printWhitelist(const Options& options) {
    for (std::uint32_t torrent = 0; torrent < options.population.torrents; ++torrent) {
        for (const auto byte : Population::hashOf(torrent))
            fmt::print("{:02x}", byte);
        fmt::print("\n");
    }
    return 0;
}

int main(int argc, char** argv) {
    Options options;
    options.mode = argc > 1 ? argv[1] : "";
    for (int i = 2; i < argc; ++i) {
        if (!readOption(argv[i], options)) {
            fmt::print(stderr, "essaim-load: not understood: {}\n{}", argv[i], kUsage);
            return 2;
        }
    }
    return run(options);
}
