#include "tracker/service/metrics_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace essaim::tracker {

namespace {

class Text {
public:
    void head(std::string_view name, std::string_view type, std::string_view help) {
        fmt::format_to(out(), "# HELP essaim_{} {}\n# TYPE essaim_{} {}\n", name, help, name, type);
    }
    void value(std::string_view name, std::string_view labels, auto number) {
        fmt::format_to(out(), "essaim_{}{} {}\n", name, labels, number);
    }
    void one(std::string_view name, std::string_view type, std::string_view help, auto number) {
        head(name, type, help);
        value(name, "", number);
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::back_insert_iterator<std::string> out() { return std::back_inserter(m_text); }
    std::string m_text;
};

/// Quotes, backslashes and line ends would end the label.
std::string escaped(std::string_view label) {
    std::string text;
    for (const char c : label) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c == '\n' ? ' ' : c;
    }
    return text;
}

} // namespace

std::string metricsText(const TrackerSnapshot& snapshot) {
    const auto& totals = snapshot.totals;
    Text text;
    text.head("requests_total", "counter", "Requests served, by protocol and action.");
    text.value("requests_total", "{protocol=\"http\",action=\"announce\"}", totals.httpAnnounces);
    text.value("requests_total", "{protocol=\"http\",action=\"scrape\"}", totals.httpScrapes);
    text.value("requests_total", "{protocol=\"udp\",action=\"announce\"}", totals.udpAnnounces);
    text.value("requests_total", "{protocol=\"udp\",action=\"scrape\"}", totals.udpScrapes);
    text.value("requests_total", "{protocol=\"udp\",action=\"connect\"}", totals.udpConnects);
    text.head("refused_total", "counter", "Announces refused, by reason.");
    for (const auto& [reason, count] : snapshot.refusals)
        text.value("refused_total", fmt::format("{{reason=\"{}\"}}", reason), count);
    text.head("dropped_total", "counter", "Requests that were not served, by reason.");
    text.value("dropped_total", "{reason=\"malformed\"}", totals.malformed);
    text.value("dropped_total", "{reason=\"connection_id\"}", totals.badConnectionIds);
    text.value("dropped_total", "{reason=\"denied\"}", totals.denied);
    text.value("dropped_total", "{reason=\"rate\"}", totals.limited);
    text.one("implausible_reports_total", "counter", "Reports of friends that were not credited.", totals.implausible);
    if (!snapshot.networks.empty())
        text.head("network_announces_total", "counter", "Announces by named network; an empty name is all others.");
    for (const auto& network : snapshot.networks)
        text.value(
            "network_announces_total", fmt::format("{{network=\"{}\"}}", escaped(network.name)), network.announces);
    text.one("torrents", "gauge", "Torrents with peers, and hosted ones.", totals.swarms);
    text.one("peers", "gauge", "Peers of all torrents.", totals.peers);
    text.one("seeds", "gauge", "Peers that have everything.", totals.seeds);
    text.one("hosted_torrents", "gauge", "Torrents that are hosted.", snapshot.hosted.size());
    const auto isActive = [](const FriendStatus& one) { return !one.revokedAt; };
    text.one("friends", "gauge", "Friends who may announce.", std::ranges::count_if(snapshot.friends, isActive));
    text.one("http_connections", "gauge", "HTTP connections open.", totals.connections);
    text.one("start_time_seconds", "gauge", "When the tracker started, in Unix seconds.", snapshot.startedAt);
    return text.text();
}

} // namespace essaim::tracker
