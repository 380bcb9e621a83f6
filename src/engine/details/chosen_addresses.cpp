#include "engine/details/chosen_addresses.h"

#include "engine/gate/url_rules.h"

#include <QSet>

#include <charconv>
#include <limits>
#include <string_view>

namespace essaim::engine {
namespace {

constexpr int kMostTiers = std::numeric_limits<std::uint8_t>::max() + 1;

template <typename Take>
void forEachLine(std::string_view lines, Take take) {
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        take(lines.substr(0, end));
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    }
}

std::string orNone(std::string lines) {
    return lines.empty() ? std::string(storage::kNoAddress) : lines;
}

void addLine(std::string& lines, const std::string& line) {
    if (!lines.empty())
        lines += '\n';
    lines += line;
}

} // namespace

std::string encodeTrackers(const QList<QStringList>& tiers) {
    std::string lines;
    QSet<QString> known;
    int number = 0;
    for (const QStringList& tier : tiers) {
        bool isUsed = false;
        for (const QString& url : tier) {
            const std::string text = url.trimmed().toStdString();
            if (number >= kMostTiers || !isTrackerUrl(text) || known.contains(url.trimmed()))
                continue;
            known.insert(url.trimmed());
            addLine(lines, std::to_string(number) + ' ' + text);
            isUsed = true;
        }
        number += isUsed ? 1 : 0;
    }
    return orNone(std::move(lines));
}

std::string encodeWebSeeds(const QStringList& urls) {
    std::string lines;
    QSet<QString> known;
    for (const QString& url : urls) {
        const std::string text = url.trimmed().toStdString();
        if (!isWebSeedUrl(text) || known.contains(url.trimmed()))
            continue;
        known.insert(url.trimmed());
        addLine(lines, text);
    }
    return orNone(std::move(lines));
}

std::vector<lt::announce_entry> decodeTrackers(const std::string& stored) {
    std::vector<lt::announce_entry> trackers;
    forEachLine(stored, [&trackers](std::string_view line) {
        std::uint8_t tier = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), tier);
        const auto used = std::size_t(end - line.data());
        if (error != std::errc() || used >= line.size() || line[used] != ' ' || !isTrackerUrl(line.substr(used + 1)))
            return;
        trackers.emplace_back(std::string(line.substr(used + 1)));
        trackers.back().tier = tier;
    });
    return trackers;
}

std::vector<std::string> decodeWebSeeds(const std::string& stored) {
    std::vector<std::string> urls;
    forEachLine(stored, [&urls](std::string_view line) {
        if (isWebSeedUrl(line))
            urls.emplace_back(line);
    });
    return urls;
}

void applyChosenAddresses(lt::add_torrent_params& params, const storage::TorrentRecord& record) {
    if (!record.trackers.empty()) {
        params.trackers.clear();
        params.tracker_tiers.clear();
        for (const lt::announce_entry& tracker : decodeTrackers(record.trackers)) {
            params.trackers.push_back(tracker.url);
            params.tracker_tiers.push_back(tracker.tier);
        }
    }
    if (!record.webSeeds.empty())
        params.url_seeds = decodeWebSeeds(record.webSeeds);
}

void addAfterAll(const lt::torrent_handle& handle, const QStringList& urls) {
    int tier = 0;
    for (const lt::announce_entry& tracker : urls.isEmpty() ? std::vector<lt::announce_entry>() : handle.trackers())
        tier = std::max(tier, int(tracker.tier) + 1);
    for (const QString& url : urls) { // libtorrent skips those that it has already
        lt::announce_entry tracker(url.toStdString());
        tracker.tier = std::uint8_t(std::min(tier++, 255));
        handle.add_tracker(tracker);
    }
}

} // namespace essaim::engine
