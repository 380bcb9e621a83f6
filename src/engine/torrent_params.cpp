#include "engine/torrent_params.h"

#include "core/endpoint.h"

#include "engine/details/chosen_addresses.h"
#include "engine/files/incomplete_names.h"
#include "engine/gate/url_rules.h"
#include "engine/lt_convert.h"
#include "engine/magnet_stages.h"
#include "engine/place_rules.h"
#include "engine/resume_rules.h"
#include "engine/resume_saver.h"
#include "engine/settings_translation.h"
#include "engine/snapshot_maker.h"

#include <QDir>

#include <libtorrent/read_resume_data.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <ctime>
#include <limits>

namespace essaim::engine {
namespace {

namespace flags = lt::torrent_flags;

/// Of a row: 0 = none. The library's is an int, and -1 for none.
int limitOf(std::int64_t bytesPerSecond) {
    return bytesPerSecond > 0 ? int(std::min<std::int64_t>(bytesPerSecond, std::numeric_limits<int>::max())) : -1;
}

void setCommon(lt::add_torrent_params& params, const storage::TorrentRecord& record, const SessionSettings& settings) {
    params.save_path = record.savePath;
    params.storage_mode = lt::storage_mode_sparse;
    params.flags &= flags::seed_mode;
    if (record.flags.sequential)
        params.flags |= flags::sequential_download;
    if (record.flags.superSeeding)
        params.flags |= flags::super_seeding;
    if (record.flags.stopAt == storage::StopAt::Checked && !record.metadata.empty())
        params.flags |= flags::stop_when_ready;
    params.download_limit = limitOf(record.downloadLimit);
    params.upload_limit = limitOf(record.uploadLimit);
    params.flags |= flags::update_subscribe | flags::apply_ip_filter | flags::duplicate_is_error;
    params.flags |= flags::override_trackers | flags::override_web_seeds; // the lists in `params` are complete
    if (record.paused)
        params.flags |= flags::paused;
    else if (record.flags.autoManaged)
        params.flags |= flags::auto_managed;
    params.flags |= torrentFlags(settings);
    if (record.metadata.empty())
        makeMetadataOnly(params);
    else
        params.file_priorities = toLtPriorities(record.filePriorities);
}

void addTrackers(lt::add_torrent_params& params, const QStringList& urls) {
    QStringList known;
    for (const std::string& url : params.trackers)
        known.append(toQString(url));
    const int tier = params.tracker_tiers.empty() ? 0 : *std::ranges::max_element(params.tracker_tiers) + 1;
    for (const QString& url : newTrackers(urls, known)) {
        params.trackers.push_back(url.toStdString());
        params.tracker_tiers.resize(params.trackers.size() - 1, 0);
        params.tracker_tiers.push_back(tier);
    }
}

/// The library takes an absolute path, and one that climbs, as it stands.
bool staysInside(const std::string& path) {
    const QString clean = QDir::cleanPath(toQString(path));
    return !path.empty() && !QDir::isAbsolutePath(clean) && clean != QLatin1String("..") &&
           !clean.startsWith(QLatin1String("../"));
}

/// The files of a torrent that was made here lie under their own names, which the library may have changed when it
/// read the torrent: another name at the top, names that differ in case only, characters it does not write.
void keepDiskNames(lt::add_torrent_params& params, const GateReport& report, const AddTorrentRequest& request) {
    const QStringList paths = request.diskPaths.isEmpty() && request.layout != ContentLayout::AsStated
                                  ? diskPathsOf(describeTorrent(*params.ti), request.layout, request.diskName)
                                  : request.diskPaths;
    if (!request.seedMode && request.diskName.isEmpty() && paths.isEmpty())
        return;
    const lt::file_storage& files = params.ti->files();
    auto stated = report.files.begin();
    qsizetype number = 0; // among the files that are no padding
    for (const lt::file_index_t index : files.file_range()) {
        if (files.pad_file_at(index)) // version 2 has none in its file tree, the library puts them in
            continue;
        stated = std::find_if(stated, report.files.end(), [](const GateFile& file) { return !file.isPadding; });
        if (stated == report.files.end())
            return;
        const std::string& path = (stated++)->path;
        const auto slash = path.find('/');
        const std::string top = request.diskName.isEmpty() ? path.substr(0, slash) : request.diskName.toStdString();
        std::string onDisk = slash == std::string::npos ? top : top + path.substr(slash);
        if (const std::string given = paths.value(number++).toStdString(); staysInside(given))
            onDisk = given;
        if (files.file_path(index) != onDisk)
            params.renamed_files[index] = onDisk;
    }
}

int secondsOf(std::int64_t seconds) {
    return int(std::clamp<std::int64_t>(seconds, 0, std::numeric_limits<int>::max()));
}

lt::add_torrent_params magnetParams(const MagnetDescription& magnet) {
    lt::add_torrent_params params;
    params.info_hashes = toLt(magnet.infoHash);
    params.name = magnet.name.toStdString();
    for (const QString& tracker : magnet.trackers)
        params.trackers.push_back(tracker.toStdString());
    params.tracker_tiers.assign(params.trackers.size(), 0);
    return params;
}

/// Numbers of a damaged row must not become numbers of the library.
void clampResume(lt::add_torrent_params& resume) {
    for (int* seconds : {&resume.active_time, &resume.finished_time, &resume.seeding_time})
        *seconds = std::max(0, *seconds);
    resume.total_uploaded = std::max<std::int64_t>(0, resume.total_uploaded);
    resume.total_downloaded = std::max<std::int64_t>(0, resume.total_downloaded);
    resume.merkle_trees.clear();
    resume.merkle_tree_mask.clear();
    resume.verified_leaf_hashes.clear();
    // Pieces are wanted as their files are, which the store knows better: it is told before libtorrent is.
    resume.piece_priorities.clear();
    resume.http_seeds.clear();
    resume.dht_nodes.clear();
}

/// The program ended before libtorrent had carried out that files are wanted which were not. Pieces of theirs may still
/// lie in the part file, where it does not look for those of wanted files: the disk has to be checked.
void forgetPiecesOfUnwanted(lt::add_torrent_params& resume, const std::string& wanted) {
    const auto isLeftOut = [](const auto& priorities, std::size_t file) {
        return file < priorities.size() && std::uint8_t(priorities[file]) == 0;
    };
    for (std::size_t file = 0; file < resume.file_priorities.size(); ++file) {
        if (!isLeftOut(resume.file_priorities, file) || isLeftOut(wanted, file))
            continue;
        resume.have_pieces.clear();
        resume.verified_pieces.clear();
        resume.unfinished_pieces.clear();
        return;
    }
}

/// Nothing if there is none, it cannot be read, or it belongs to another torrent.
std::optional<lt::add_torrent_params> readResume(const storage::TorrentRecord& record, const MetadataFacts& metadata) {
    const ResumeFacts facts{record.infoHash, metadata.pieceCount, metadata.listedFileCount, metadata.pieceLength};
    if (record.resumeData.empty() || refusedResume(record.resumeData, facts))
        return std::nullopt;
    lt::error_code error;
    lt::add_torrent_params resume =
        lt::read_resume_data({record.resumeData.data(), std::ptrdiff_t(record.resumeData.size())}, error);
    if (error)
        return std::nullopt;
    const InfoHash stated = toInfoHash(resume.info_hashes);
    const bool fits = stated.isValid() && (!stated.v1 || stated.v1 == record.infoHash.v1) &&
                      (!stated.v2 || stated.v2 == record.infoHash.v2);
    if (!fits)
        return std::nullopt;
    clampResume(resume);
    forgetPiecesOfUnwanted(resume, record.filePriorities);
    return resume;
}

void addPeers(lt::add_torrent_params& params, const QStringList& peers) {
    for (const QString& peer : peers) {
        const auto endpoint = Endpoint::parse(peer.toStdString());
        lt::error_code error;
        const auto address = endpoint ? lt::make_address(endpoint->address.toString(), error) : lt::address();
        if (endpoint && !error)
            params.peers.emplace_back(address, endpoint->port);
    }
}

/// What the user chose about it: written with the torrent, so that it is never there without.
void setChosen(storage::TorrentRecord& record, const AddTorrentRequest& request) {
    record.flags.sequential = request.sequential;
    record.flags.firstLastFirst = request.firstLastFirst;
    if (request.stop == StopCondition::FilesChecked)
        record.flags.stopAt = storage::StopAt::Checked;
    else if (request.stop == StopCondition::MetadataReceived && record.metadata.empty())
        record.flags.stopAt = storage::StopAt::Metadata;
    else if (request.stop == StopCondition::MetadataReceived)
        record.paused = true;
    if (record.metadata.empty())
        record.flags.layout = storage::Layout(request.layout);
    record.chosenName = request.name.simplified().toStdString();
    record.category = request.category.simplified().toStdString();
    for (const QString& tag : request.tags)
        record.tags.push_back(tag.toStdString());
    record.tags = storage::normalizedTags(std::move(record.tags));
}

/// What the row is about, checked as if it came from anywhere else.
Expected<lt::add_torrent_params> storedContent(const storage::TorrentRecord& record) {
    if (!record.metadata.empty()) {
        auto loaded = loadTorrent(record.metadata, record.infoHash);
        if (!loaded)
            return std::unexpected(loaded.error());
        return std::move(loaded->params);
    }
    const auto magnet = parseMagnet(toQString(record.source));
    if (!magnet)
        return std::unexpected(magnet.error());
    if (magnet->infoHash != record.infoHash)
        return refused(Operation::OpenMagnet, {Fault::OtherTorrent});
    return magnetParams(*magnet);
}

Expected<PreparedTorrent> prepareContent(const AddTorrentRequest& request) {
    PreparedTorrent prepared;
    if (!request.magnet.isEmpty()) {
        const auto magnet = parseMagnet(request.magnet);
        if (!magnet)
            return std::unexpected(magnet.error());
        prepared.params = magnetParams(*magnet);
        prepared.record.source = request.magnet.toStdString();
        prepared.record.infoHash = magnet->infoHash;
        prepared.record.name = magnet->name.isEmpty() ? magnet->infoHash.id().toHex() : magnet->name.toStdString();
    } else {
        auto loaded = loadTorrent(viewOf(request.torrent));
        if (!loaded)
            return std::unexpected(loaded.error());
        prepared.params = std::move(loaded->params);
        prepared.record.metadata = request.torrent.toStdString();
        prepared.record.infoHash = toInfoHash(prepared.params.ti->info_hashes());
        prepared.record.name = prepared.params.ti->name();
        prepared.metadata = factsOf(*prepared.params.ti);
        keepDiskNames(prepared.params, loaded->report, request);
    }
    prepared.record.id = prepared.record.infoHash.id();
    return prepared;
}

} // namespace

MetadataFacts factsOf(const lt::torrent_info& info) {
    const TorrentDescription description = describeTorrent(info);
    MetadataFacts facts;
    facts.isPrivate = description.isPrivate;
    facts.totalSize = description.totalSize;
    facts.pieceLength = description.pieceLength;
    facts.pieceCount = description.pieceCount;
    facts.fileCount = int(std::ranges::count(description.files, false, &TorrentFileEntry::isPadding));
    facts.listedFileCount = int(description.files.size());
    facts.mayMarkFiles = std::ranges::none_of(description.files, [](const TorrentFileEntry& file) {
        const QLatin1String suffix(kIncompleteSuffix.data(), qsizetype(kIncompleteSuffix.size()));
        return file.path.endsWith(suffix, Qt::CaseInsensitive);
    });
    facts.comment = description.comment;
    facts.createdBy = description.createdBy;
    facts.createdAt = description.createdAt;
    return facts;
}

std::string encodePriorities(const QList<int>& priorities) {
    std::string bytes;
    for (const int priority : priorities)
        bytes.push_back(char(std::clamp(priority, 0, 7)));
    return bytes;
}

std::vector<lt::download_priority_t> toLtPriorities(const std::string& stored) {
    std::vector<lt::download_priority_t> priorities;
    for (const char byte : stored)
        priorities.emplace_back(std::uint8_t(std::clamp(int(byte), 0, 7)));
    return priorities;
}

QStringList splitLines(const std::string& lines) {
    return toQString(lines).split(u'\n', Qt::SkipEmptyParts);
}

QStringList newTrackers(const QStringList& urls, const QStringList& known) {
    QStringList result;
    for (const QString& url : urls) {
        if (isTrackerUrl(url.toStdString()) && !known.contains(url) && !result.contains(url))
            result.append(url);
    }
    return result;
}

Expected<PreparedTorrent> prepareRequest(const AddTorrentRequest& request, const SessionSettings& settings) {
    auto prepared = prepareContent(request);
    if (!prepared)
        return prepared;
    storage::TorrentRecord& record = prepared->record;
    record.savePath = QDir::cleanPath(request.savePath).toStdString();
    if (auto refusal = refusedPlace(record.savePath, prepared->params.ti.get()))
        return refused(Operation::AddTorrent, std::move(*refusal));
    if (!request.finalPath.isEmpty() && !request.seedMode) {
        record.finalPath = QDir::cleanPath(request.finalPath).toStdString();
        if (auto refusal = refusedPlace(record.finalPath, prepared->params.ti.get()))
            return refused(Operation::AddTorrent, std::move(*refusal));
        if (record.finalPath == record.savePath)
            record.finalPath.clear();
    }
    record.extraTrackers = newTrackers(request.extraTrackers, {}).join(u'\n').toStdString();
    record.filePriorities = encodePriorities(request.filePriorities);
    record.paused = request.paused;
    record.addedAt = std::time(nullptr);
    record.completedAt = request.seedMode ? record.addedAt : 0;
    setChosen(record, request);
    for (const auto& [index, path] : prepared->params.renamed_files)
        record.renamedFiles[static_cast<int>(index)] = path;

    lt::add_torrent_params& params = prepared->params;
    params.flags = {};
    if (request.seedMode && params.ti)
        params.flags |= flags::seed_mode;
    params.added_time = record.addedAt;
    params.completed_time = record.completedAt;
    setCommon(params, record, settings);
    addTrackers(params, request.extraTrackers);
    prepared->trackerHosts = hostsOf(params.trackers);
    if (params.ti)
        params.info_hashes = params.ti->info_hashes();
    record.resumeData = encodeResume(params);
    addPeers(params, request.peers);
    return prepared;
}

Expected<PreparedTorrent> prepareStored(storage::TorrentRecord record, const SessionSettings& settings) {
    PreparedTorrent prepared;
    auto content = storedContent(record);
    if (!content)
        return std::unexpected(content.error());
    if (auto refusal = refusedPlace(record.savePath, nullptr))
        return refused(Operation::OpenTorrent, std::move(*refusal));
    lt::add_torrent_params& fresh = *content;
    if (fresh.ti)
        prepared.metadata = factsOf(*fresh.ti);
    if (auto resume = readResume(record, prepared.metadata.value_or(MetadataFacts()))) {
        if (std::exchange(record.areFlagsInResumeData, false)) {
            record.flags.sequential = bool(resume->flags & flags::sequential_download);
            record.flags.superSeeding = bool(resume->flags & flags::super_seeding);
        }
        if (record.renamedFiles.empty()) { // a row of an old version
            for (const auto& [index, path] : resume->renamed_files)
                record.renamedFiles[static_cast<int>(index)] = path;
        }
        prepared.params = std::move(*resume);
        prepared.params.ti = fresh.ti;
        prepared.params.name = fresh.name;
        prepared.params.url_seeds = fresh.url_seeds;
        if (!std::ranges::all_of(prepared.params.trackers, isTrackerUrl)) {
            prepared.params.trackers = fresh.trackers;
            prepared.params.tracker_tiers = fresh.tracker_tiers;
        }
        prepared.params.merkle_trees = fresh.merkle_trees;
        prepared.params.merkle_tree_mask = fresh.merkle_tree_mask;
    } else {
        prepared.params = std::move(fresh);
        prepared.params.flags = {};
        prepared.params.added_time = record.addedAt;
        prepared.params.completed_time = record.completedAt;
        prepared.params.total_uploaded = record.uploaded;
        prepared.params.total_downloaded = record.downloaded;
        prepared.params.active_time = secondsOf(record.activeSeconds);
        prepared.params.seeding_time = secondsOf(record.seedingSeconds);
    }
    // What the store knows is right: resume data may be a generation older.
    for (const auto& [index, path] : record.renamedFiles) {
        if (prepared.params.ti && index >= 0 && index < prepared.params.ti->num_files() && staysInside(path))
            prepared.params.renamed_files[lt::file_index_t(index)] = path;
    }
    prepared.params.info_hashes = prepared.params.ti ? prepared.params.ti->info_hashes() : toLt(record.infoHash);
    applyChosenAddresses(prepared.params, record);
    setCommon(prepared.params, record, settings);
    addTrackers(prepared.params, splitLines(record.extraTrackers));
    prepared.trackerHosts = hostsOf(prepared.params.trackers);
    prepared.record = std::move(record);
    return prepared;
}

} // namespace essaim::engine
