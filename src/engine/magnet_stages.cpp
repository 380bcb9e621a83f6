#include "engine/magnet_stages.h"

#include "core/bencode_writer.h"
#include "engine/content_layout.h"
#include "engine/files/targets.h"
#include "engine/handshake_guard.h"
#include "engine/lt_convert.h"
#include "engine/magnet_selection.h"
#include "engine/resume_rules.h"
#include "engine/torrent_params.h"

#include <libtorrent/announce_entry.hpp>
#include <libtorrent/peer_info.hpp>
#include <libtorrent/torrent_info.hpp>

#include <sstream>

namespace essaim::engine {
namespace {

namespace flags = lt::torrent_flags;

/// A file, not a folder: whatever the library tries to make below it, the system refuses. An empty folder would do for
/// most torrents, but the library makes empty files before anybody can stop it.
constexpr const char* kNowhere = "/dev/null/essaim";

/// What the first stage leaves to the second.
struct Harvest {
    std::string torrent; ///< as others would have it
    lt::torrent_flags_t flags{};
    std::vector<lt::peer_info> peers;
};

/// The info dictionary byte for byte, and the trackers that we know.
std::string assembleTorrent(const lt::torrent_info& info, const std::vector<lt::announce_entry>& trackers) {
    BencodeValue::Dictionary torrent;
    const auto section = info.info_section();
    torrent["info"] = BencodeValue::encoded(std::string(section.data(), std::size_t(section.size())));
    BencodeValue::List tiers;
    BencodeValue::List tier;
    for (std::size_t i = 0; i < trackers.size(); ++i) {
        tier.emplace_back(trackers[i].url);
        if (i + 1 == trackers.size() || trackers[i + 1].tier != trackers[i].tier)
            tiers.emplace_back(std::exchange(tier, {}));
    }
    if (!tiers.empty()) {
        torrent["announce"] = trackers.front().url;
        torrent["announce-list"] = std::move(tiers);
    }
    return BencodeValue(std::move(torrent)).encode();
}

Harvest harvest(const lt::torrent_handle& handle, const lt::torrent_info& info) {
    Harvest result;
    result.torrent = assembleTorrent(info, handle.trackers());
    result.flags = handle.flags() & flags::sequential_download;
    handle.get_peer_info(result.peers);
    return result;
}

/// Peers that we reached and may reach again. A private torrent keeps those that its trackers or the user named.
QStringList peersFor(const std::vector<lt::peer_info>& peers, bool isPrivate) {
    constexpr auto kPublic = lt::peer_info::dht | lt::peer_info::pex | lt::peer_info::lsd;
    QStringList result;
    for (const lt::peer_info& peer : peers) {
        if (!(peer.flags & lt::peer_info::local_connection) || (isPrivate && (peer.source & kPublic)))
            continue;
        std::ostringstream address;
        address << peer.ip;
        result.append(QString::fromStdString(address.str()));
    }
    return result;
}

/// Stays in the list with the reason.
void stop(EngineContext& context, TorrentEntry& entry, const Error& error) {
    context.targets->release(entry.record.id);
    entry.error = error;
    entry.isBeingAdded = false;
    context.publisher.touch(entry);
    context.publisher.publish();
}

void refuse(EngineContext& context, TorrentEntry& entry, Error error) {
    error.operation = Operation::FetchMetadata;
    error.subject = entry.record.name;
    stop(context, entry, error);
}

/// The same torrent under another hash of a hybrid.
bool isKnownOtherwise(EngineContext& context, const TorrentEntry& entry, const InfoHash& infoHash) {
    for (const auto& hash : {infoHash.v1, infoHash.truncatedV2()}) {
        const TorrentEntry* known = hash ? context.torrents.findMatching(InfoHash{*hash, std::nullopt}) : nullptr;
        if (known != nullptr && known != &entry)
            return true;
    }
    return false;
}

/// By file index, as TorrentRecord::renamedFiles has them.
std::map<int, std::string> renamedFor(storage::Layout layout, const lt::torrent_info& info) {
    std::map<int, std::string> renamed;
    const TorrentDescription torrent = describeTorrent(info);
    const QStringList paths = diskPathsOf(torrent, ContentLayout(layout));
    qsizetype number = 0; // among the files that are no padding
    for (int index = 0; index < int(torrent.files.size()) && number < paths.size(); ++index) {
        if (torrent.files[index].isPadding)
            continue;
        if (std::string path = paths[number++].toStdString(); staysInside(path))
            renamed[index] = std::move(path);
    }
    return renamed;
}

/// From here on the torrent is like one that was added by file.
void addAnew(EngineContext& context, TorrentEntry& entry, const Harvest& first) {
    storage::TorrentRecord record = entry.record;
    record.metadata = first.torrent;
    auto prepared = prepareStored(std::move(record), context.settings);
    if (!prepared)
        return refuse(context, entry, prepared.error());
    entry.metadata = prepared->metadata;
    context.torrents.noteTrackers(entry, prepared->trackerHosts);
    entry.peersToConnect += peersFor(first.peers, entry.metadata->isPrivate);
    prepared->params.flags |= first.flags;
    context.publisher.touch(entry);
    const TorrentId id = entry.record.id;
    auto files = targetFiles(prepared->params.ti->files(), prepared->params.renamed_files);
    const auto onDecided = [&context, id, prepared = std::move(*prepared)](Expected<TargetDecision> decision) mutable {
        TorrentEntry* current = context.torrents.find(id);
        if (current == nullptr || !context.session)
            return;
        if (!decision)
            return stop(context, *current, decision.error());
        applyDecision(prepared, *decision);
        const auto report = [&context](const Expected<void>& saved) { context.report(saved); };
        context.repository.putResume({{id, prepared.record.resumeData, 0, 0, 0}}, report);
        current->record.renamedFiles = prepared.record.renamedFiles;
        context.repository.setRenamedFiles(id, prepared.record.renamedFiles, report);
        context.files.putOwners(id, std::move(decision->owners), [&context, id](const Expected<void>& saved) {
            context.report(saved);
            context.targets->release(id);
        });
        context.checks.takeOver(*current, prepared.params);
        prepared.params.userdata = TorrentList::tokenFor(context.torrents.nextAddNumber(id));
        context.session->async_add_torrent(std::move(prepared.params));
    };
    // Nobody can be asked now: what is there and differs keeps its name, the download gets another.
    context.targets->claim(
        id, QByteArray::fromStdString(first.torrent), std::move(files), entry.record.savePath, ExistingFiles::KeepBoth,
        onDecided);
}

/// What libtorrent says of it from now on is nobody's.
void leaveLibrary(EngineContext& context, TorrentEntry& entry) {
    context.session->remove_torrent(context.torrents.takeHandle(entry));
    entry.status.reset();
    entry.error.reset();
}

/// Takes the torrent of the first stage away from libtorrent and saves what it received.
void passOn(EngineContext& context, TorrentEntry& entry, const lt::torrent_info& info) {
    const Harvest first = harvest(entry.handle, info);
    entry.isBeingAdded = true; // a removal waits for the second stage, a pause is kept in mind
    leaveLibrary(context, entry);

    const auto loaded = loadTorrent(first.torrent, entry.record.infoHash);
    if (!loaded)
        return refuse(context, entry, loaded.error());
    const InfoHash infoHash = loaded->report.infoHash;
    if (isKnownOtherwise(context, entry, infoHash))
        return refuse(context, entry, {ErrorKind::AlreadyExists, Operation::FetchMetadata, {}, {}});
    context.torrents.setInfoHash(entry, infoHash);
    entry.record.name = loaded->params.ti->name();
    const TorrentId id = entry.record.id;
    if (entry.record.filePriorities.empty()) {
        entry.record.filePriorities = selectedFiles(entry.record.source, loaded->params.ti->num_files());
        if (!entry.record.filePriorities.empty())
            context.repository.setFilePriorities(
                id, entry.record.filePriorities, [&context](const Expected<void>& saved) { context.report(saved); });
    }
    const auto onSaved = [&context, id, kept = first](const Expected<void>& saved) {
        TorrentEntry* current = context.torrents.find(id);
        if (current == nullptr || !context.session)
            return;
        if (saved)
            addAnew(context, *current, kept);
        else
            refuse(context, *current, saved.error());
    };
    if (entry.record.flags.stopAt == storage::StopAt::Metadata) {
        entry.record.flags.stopAt = storage::StopAt::Nothing;
        entry.record.paused = true;
    }
    if (const auto layout = std::exchange(entry.record.flags.layout, storage::Layout::AsStated);
        layout != storage::Layout::AsStated)
        entry.record.renamedFiles = renamedFor(layout, *loaded->params.ti);
    const auto save = [id, infoHash, name = entry.record.name, torrent = first.torrent, flags = entry.record.flags,
                       renamed = entry.record.renamedFiles,
                       isPaused = entry.record.paused](SQLite::Database& database) {
        storage::TorrentStore store(database);
        store.setMetadata(id, infoHash, name, torrent);
        store.setFlags(id, flags);
        store.setRenamedFiles(id, renamed);
        store.setPaused(id, isPaused);
    };
    context.repository.run(Operation::SaveStore, save, onSaved);
}

} // namespace

void makeMetadataOnly(lt::add_torrent_params& params) {
    params.save_path = kNowhere;
    params.flags |= flags::default_dont_download | flags::upload_mode;
    params.flags &= ~flags::seed_mode;
    guardHandshakes(params);
}

void onMetadata(EngineContext& context, TorrentEntry& entry) {
    if (entry.metadata || entry.removal || context.isStopping)
        return;                                        // after a restart the first stage begins again
    if (const auto info = entry.handle.torrent_file()) // else the alert was outrun
        passOn(context, entry, *info);
}

void onConflict(EngineContext& context, TorrentEntry& entry, TorrentEntry& other, const lt::torrent_info& metadata) {
    if (context.isStopping || entry.removal || other.removal || entry.metadata)
        return;
    TorrentEntry& second = other.metadata ? entry : other;
    leaveLibrary(context, second);
    refuse(context, second, {ErrorKind::AlreadyExists, Operation::FetchMetadata, {}, {}});
    if (&second == &other) {
        context.torrents.giveUpHashes(other);
        return passOn(context, entry, metadata);
    }
    // Libtorrent has stopped the other one, too.
    other.error.reset();
    other.handle.clear_error();
    if (!other.record.paused)
        other.handle.set_flags(flags::auto_managed);
    context.publisher.touch(other);
}

} // namespace essaim::engine
