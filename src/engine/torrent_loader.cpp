#include "engine/torrent_loader.h"

#include "engine/lt_convert.h"
#include "engine/url_rules.h"

#include <libtorrent/load_torrent.hpp>
#include <libtorrent/torrent_info.hpp>

#include <map>

namespace essaim::engine {
namespace {

constexpr std::size_t kMaxTrackers = 64;
constexpr std::size_t kMaxWebSeeds = 64;

lt::load_torrent_limits libraryLimits() {
    lt::load_torrent_limits limits;
    limits.max_buffer_size = int(GateLimits::kTorrentBytes);
    limits.max_pieces = int(GateLimits::kPieces);
    limits.max_decode_depth = GateLimits::kDepth + 1;
    limits.max_decode_tokens = 2 * GateLimits::kTokens; // the library counts in another way; ours has counted already
    return limits;
}

/// Torrents in the wild list all kinds of things as trackers; one of them is no reason to refuse the rest.
void dropBadUrls(lt::add_torrent_params& params) {
    std::vector<std::string> trackers;
    std::vector<int> tiers;
    for (std::size_t i = 0; i < params.trackers.size() && trackers.size() < kMaxTrackers; ++i) {
        if (!isTrackerUrl(params.trackers[i]))
            continue;
        trackers.push_back(params.trackers[i]);
        tiers.push_back(i < params.tracker_tiers.size() ? params.tracker_tiers[i] : 0);
    }
    params.trackers = std::move(trackers);
    params.tracker_tiers = std::move(tiers);

    std::erase_if(params.url_seeds, [](const std::string& url) { return !isWebSeedUrl(url); });
    if (params.url_seeds.size() > kMaxWebSeeds)
        params.url_seeds.resize(kMaxWebSeeds);
    params.http_seeds.clear(); // BEP 17 is dead
    params.dht_nodes.clear();  // a torrent has no say in whom the DHT contacts first
}

} // namespace

Expected<LoadedTorrent> loadTorrent(std::string_view torrent) {
    auto report = passGate(torrent);
    if (!report)
        return std::unexpected(report.error());
    try {
        LoadedTorrent loaded{
            lt::load_torrent_buffer({torrent.data(), std::ptrdiff_t(torrent.size())}, libraryLimits()),
            std::move(*report)};
        dropBadUrls(loaded.params);
        return loaded;
    } catch (const lt::system_error& error) {
        return failure(ErrorKind::InvalidData, Operation::OpenTorrent, {}, error.code().message());
    } catch (const std::exception& error) {
        return failure(ErrorKind::InvalidData, Operation::OpenTorrent, {}, error.what());
    }
}

QList<QStringList> tiersOf(const std::vector<std::string>& urls, const std::vector<int>& tiers) {
    std::map<int, QStringList> byTier;
    for (std::size_t i = 0; i < urls.size(); ++i)
        byTier[i < tiers.size() ? tiers[i] : 0].append(toQString(urls[i]));
    QList<QStringList> result;
    for (auto& [tier, list] : byTier)
        result.append(std::move(list));
    return result;
}

TorrentDescription describeTorrent(const lt::torrent_info& info) {
    TorrentDescription description;
    description.infoHash = toInfoHash(info.info_hashes());
    description.name = toQString(info.name());
    const lt::file_storage& files = info.files();
    description.files.reserve(files.num_files());
    for (const lt::file_index_t index : files.file_range()) {
        TorrentFileEntry entry;
        entry.path = toQString(files.file_path(index));
        entry.size = files.file_size(index);
        entry.isPadding = files.pad_file_at(index);
        description.totalSize += entry.isPadding ? 0 : entry.size;
        description.files.append(std::move(entry));
    }
    description.pieceLength = info.piece_length();
    description.pieceCount = info.num_pieces();
    description.isPrivate = info.priv();
    description.comment = toQString(info.comment());
    description.createdBy = toQString(info.creator());
    description.createdAt = toDateTime(info.creation_date());
    const lt::bdecode_node source = info.info("source");
    if (source.type() == lt::bdecode_node::string_t) {
        const lt::string_view text = source.string_value();
        description.source = toQString({text.data(), text.size()});
    }
    return description;
}

TorrentDescription describeTorrent(const LoadedTorrent& torrent) {
    TorrentDescription description = describeTorrent(*torrent.params.ti);
    // As stated: the library has shuffled the tiers, as announcing wants it.
    for (const auto& stated : torrent.report.trackers) {
        QStringList tier;
        for (const std::string& url : stated) {
            if (isTrackerUrl(url))
                tier.append(toQString(url));
        }
        if (!tier.isEmpty())
            description.trackers.append(tier);
    }
    for (const std::string& url : torrent.params.url_seeds)
        description.webSeeds.append(toQString(url));
    return description;
}

} // namespace essaim::engine
