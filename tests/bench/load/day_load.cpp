// A day of many users in minutes: they come, announce every half hour, complete, look at numbers, and go.
#include "http_load.h"
#include "udp_load.h"

#include <deque>
#include <queue>

namespace essaim::load {

namespace {

constexpr double kInterval = 1800; // seconds of the day between announces of one user
constexpr double kDay = 86'400;

struct Visit {
    double at = 0; ///< second of the day
    std::uint32_t user = 0;
    bool operator>(const Visit& other) const { return at > other.at; }
};

} // namespace

/// One in eight speaks HTTP on a connection of its own, the others UDP; one announce in twenty comes with a scrape.
int runDay(const Options& given) {
    auto options = given;
    options.population.peers = options.users;
    UdpLoad udp(options);
    std::deque<HttpTask> httpTasks;
    HttpLoad http(options, false, [&]() -> std::optional<HttpTask> {
        if (httpTasks.empty())
            return std::nullopt;
        const auto task = httpTasks.front();
        httpTasks.pop_front();
        return task;
    });
    Random random(7);
    const auto fraction = [&] { return static_cast<double>(random.below(1 << 20)) / (1 << 20); };
    std::priority_queue<Visit, std::vector<Visit>, std::greater<>> visits;
    for (std::uint32_t user = 0; user < options.users; ++user)
        visits.push({fraction() * kInterval, user});

    const auto torrents = options.population.torrents;
    const auto visit = [&](const Visit& now, Time since) {
        const auto torrent = now.user % torrents;
        const auto number = now.user / torrents;
        const bool scrapes = random.below(20) == 0;
        if (now.user % 8 == 0) {
            httpTasks.push_back({.torrent = torrent, .number = number});
            if (scrapes)
                httpTasks.push_back({.torrent = torrent, .number = number, .isScrape = true});
        } else {
            udp.send(Kind::Connect, torrent, number, since);
            udp.send(Kind::Announce, torrent, number, since);
            if (scrapes)
                udp.send(Kind::Scrape, torrent, number, since);
        }
        visits.push({now.at + kInterval * (0.9 + 0.2 * fraction()), now.user});
    };

    const auto start = timeNow();
    const double wholeDay = std::min(kDay / options.speed, options.seconds);
    auto tidyAt = start;
    for (auto now = start; secondsBetween(start, now) < wholeDay; now = timeNow()) {
        const double timeOfDay = secondsBetween(start, now) * options.speed;
        while (visits.top().at <= timeOfDay) {
            const auto next = visits.top();
            visits.pop();
            visit(next, now);
        }
        udp.flush();
        udp.receive();
        http.step(0);
        if (now > tidyAt) {
            udp.giveUp();
            tidyAt = now + std::chrono::milliseconds(250);
        }
    }
    const auto seconds = secondsBetween(start, timeNow());
    udp.finish();
    while (http.busy() > 0 && secondsBetween(start, timeNow()) < seconds + 2)
        http.step(20);
    auto& sum = udp.measure();
    auto& other = http.measure();
    sum.lost += udp.underWay() + http.busy();
    sum.sent += other.sent;
    sum.answers += other.answers;
    sum.announces += other.announces;
    sum.peers += other.peers;
    if (sum.wrong == 0)
        sum.firstFault = other.firstFault;
    sum.wrong += other.wrong;
    sum.latency.insert(sum.latency.end(), other.latency.begin(), other.latency.end());
    sum.print(seconds);
    return sum.wrong == 0 ? 0 : 1;
}

} // namespace essaim::load
