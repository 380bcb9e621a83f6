#include "engine/torrent_loader.h"

#include "engine/gate/name_twins.h"
#include "engine/gate/path_rules.h"
#include "engine/lt_convert.h"

#include <libtorrent/load_torrent.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/version.hpp>

#include <algorithm>
#include <cstdio>
#include <map>

namespace essaim::engine {
namespace {

lt::load_torrent_limits libraryLimits() {
    lt::load_torrent_limits limits;
    limits.max_buffer_size = int(GateLimits::kTorrentBytes);
    limits.max_pieces = int(GateLimits::kPieces);
    limits.max_decode_depth = GateLimits::kDepth + 1;
    limits.max_decode_tokens = 2 * GateLimits::kTokens; // the library counts in another way; ours has counted already
    return limits;
}

/// The addresses that passed the gate, and no others.
void setAddresses(lt::add_torrent_params& params, const GateReport& report) {
    params.trackers.clear();
    params.tracker_tiers.clear();
    int tier = 0;
    for (const auto& urls : report.trackers) {
        params.trackers.insert(params.trackers.end(), urls.begin(), urls.end());
        params.tracker_tiers.resize(params.trackers.size(), tier++);
    }
    params.url_seeds = usesWebSeeds() ? report.webSeeds : std::vector<std::string>();
    params.http_seeds.clear();
    params.dht_nodes.clear(); // a torrent has no say in whom the DHT contacts first
}

/// Names as the library means to write them: none may leave its folder, none may be another's twin.
Expected<void> settleNames(lt::torrent_info& info) {
    std::vector<std::string> paths;
    std::vector<lt::file_index_t> indexes;
    for (const lt::file_index_t index : info.files().file_range()) {
        if (info.files().pad_file_at(index))
            continue;
        indexes.push_back(index);
        paths.push_back(info.files().file_path(index));
        if (auto refusal = refusedRelativePath(paths.back()))
            return refused(Operation::OpenTorrent, std::move(*refusal));
    }
    for (std::size_t i = 0; const std::string& renamed : separateTwins(paths)) {
        if (!renamed.empty())
            info.rename_file(indexes[i], renamed);
        ++i;
    }
    return {};
}

/// The library must have read what the gate read, or the gate has checked something else than what will be used.
Expected<void> compare(const lt::torrent_info& info, const GateReport& report) {
    const lt::file_storage& files = info.files();
    auto stated = report.files.begin();
    bool agrees = toInfoHash(info.info_hashes()) == report.infoHash;
    for (const lt::file_index_t index : files.file_range()) {
        if (files.pad_file_at(index))
            continue;
        stated = std::find_if(stated, report.files.end(), [](const GateFile& file) { return !file.isPadding; });
        if (stated == report.files.end() || stated->size != files.file_size(index))
            return refused(Operation::OpenTorrent, {Fault::LibraryDisagrees});
        agrees = agrees && !(files.file_flags(index) & lt::file_storage::flag_symlink);
        ++stated;
    }
    agrees = agrees && std::none_of(stated, report.files.end(), [](const GateFile& file) { return !file.isPadding; });
    if (!agrees)
        return refused(Operation::OpenTorrent, {Fault::LibraryDisagrees});
    return {};
}

std::unexpected<Error> libraryRefuses(const char* reason) {
    return refused(Operation::OpenTorrent, {Fault::LibraryDisagrees, reason});
}

Expected<LoadedTorrent> load(std::string_view torrent, GateReport report) {
    LoadedTorrent loaded{
        lt::load_torrent_buffer({torrent.data(), std::ptrdiff_t(torrent.size())}, libraryLimits()), std::move(report)};
    if (const auto same = compare(*loaded.params.ti, loaded.report); !same)
        return std::unexpected(same.error());
    if (const auto settled = settleNames(*loaded.params.ti); !settled)
        return std::unexpected(settled.error());
    setAddresses(loaded.params, loaded.report);
    return loaded;
}

/// Whether the library is of the version, or a later one, that has no known fault in web seeds and in version 2.
bool isMendedLibrary() {
    static const bool isMended = [] {
        int tiny = 0;
        return std::sscanf(lt::version(), "2.0.%d", &tiny) == 1 && tiny >= 14; // NOLINT(cert-err34-c)
    }();
    return isMended;
}

} // namespace

bool usesWebSeeds() {
    return isMendedLibrary();
}

Expected<LoadedTorrent> loadTorrent(std::string_view torrent, const std::optional<InfoHash>& expected) {
    auto report = passGate(torrent, expected);
    if (!report)
        return std::unexpected(report.error());
    try {
        return load(torrent, std::move(*report));
    } catch (const lt::system_error& error) {
        return libraryRefuses(error.code().message().c_str());
    } catch (const std::exception& error) {
        return libraryRefuses(error.what());
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

/// A comment can be ten megabytes long; no window shows that.
QString shortened(std::string_view text, std::size_t bytes) {
    const QString all = toQString(text.substr(0, bytes));
    return text.size() <= bytes ? all : all + QStringLiteral(" …");
}

TorrentDescription describeTorrent(const lt::torrent_info& info, const std::vector<std::string>& renamed) {
    TorrentDescription description;
    description.infoHash = toInfoHash(info.info_hashes());
    description.name = toQString(info.name());
    const lt::file_storage& files = info.files();
    description.files.reserve(files.num_files());
    for (const lt::file_index_t index : files.file_range()) {
        TorrentFileEntry entry;
        entry.path = toQString(renamed.empty() ? files.file_path(index) : renamed.at(std::size_t(int(index))));
        entry.size = files.file_size(index);
        entry.isPadding = files.pad_file_at(index);
        description.totalSize += entry.isPadding ? 0 : entry.size;
        description.files.append(std::move(entry));
    }
    description.pieceLength = info.piece_length();
    description.pieceCount = info.num_pieces();
    description.isPrivate = info.priv();
    description.comment = shortened(info.comment(), GateLimits::kCommentBytes);
    description.createdBy = shortened(info.creator(), GateLimits::kLabelBytes);
    description.createdAt = toDateTime(info.creation_date());
    const lt::bdecode_node source = info.info("source");
    if (source.type() == lt::bdecode_node::string_t) {
        const lt::string_view text = source.string_value();
        description.source = shortened({text.data(), text.size()}, GateLimits::kLabelBytes);
    }
    return description;
}

TorrentDescription describeTorrent(const LoadedTorrent& torrent) {
    TorrentDescription description = describeTorrent(*torrent.params.ti);
    // As stated: the library has shuffled the tiers, as announcing wants it.
    for (const auto& stated : torrent.report.trackers) {
        QStringList tier;
        for (const std::string& url : stated)
            tier.append(toQString(url));
        description.trackers.append(tier);
    }
    for (const std::string& url : torrent.report.webSeeds)
        description.webSeeds.append(toQString(url));
    for (const TorrentNote& note : torrent.report.notes)
        description.notes.append(note);
    const auto unusedSeeds = usesWebSeeds() ? 0 : int(torrent.report.webSeeds.size());
    if (unusedSeeds > 0)
        description.notes.append({TorrentNote::Kind::WebSeedsUnused, unusedSeeds, {}});
    if (torrent.report.infoHash.v2 && !isMendedLibrary())
        description.notes.append({TorrentNote::Kind::Version2, 1, {}});
    return description;
}

} // namespace essaim::engine
