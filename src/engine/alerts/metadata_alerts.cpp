// Metadata that a magnet received from peers: through the gate, into the store, then to the disk.
#include "core/bencode_writer.h"
#include "engine/alerts/alert_dispatcher.h"
#include "engine/lt_convert.h"

#include <libtorrent/torrent_info.hpp>

namespace essaim::engine {
namespace {

/// The .torrent that others would have: the info dictionary byte for byte, and the trackers that we know.
std::string assembleTorrent(const lt::torrent_handle& handle, const lt::torrent_info& info) {
    BencodeValue::Dictionary torrent;
    const auto section = info.info_section();
    torrent["info"] = BencodeValue::encoded(std::string(section.data(), std::size_t(section.size())));
    BencodeValue::List tiers;
    for (const lt::announce_entry& tracker : handle.trackers())
        tiers.push_back(BencodeValue::List{BencodeValue(tracker.url)});
    if (!tiers.empty()) {
        torrent["announce"] = handle.trackers().front().url;
        torrent["announce-list"] = std::move(tiers);
    }
    return BencodeValue(std::move(torrent)).encode();
}

void refuse(EngineContext& context, TorrentEntry& entry, Error error) {
    error.operation = Operation::FetchMetadata;
    error.subject = entry.record.name;
    entry.error = std::move(error);
    entry.handle.unset_flags(lt::torrent_flags::auto_managed);
    entry.handle.pause();
    context.publisher.touch(entry);
}

/// From here on the torrent is like one that was added by file.
void accept(EngineContext& context, TorrentEntry& entry, const lt::torrent_info& info) {
    entry.metadata = factsOf(info);
    std::vector<lt::download_priority_t> priorities = toLtPriorities(entry.record.filePriorities);
    priorities.resize(std::size_t(info.num_files()), lt::default_priority);
    entry.handle.prioritize_files(priorities);
    context.resumeSaver.save(entry);
    context.publisher.touch(entry);
}

void onMetadataReceived(EngineContext& context, const lt::metadata_received_alert& alert) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    const auto info = alert.handle.torrent_file();
    if (entry == nullptr || entry->metadata || !info)
        return;
    const std::string torrent = assembleTorrent(alert.handle, *info);
    if (const auto loaded = loadTorrent(torrent); !loaded)
        return refuse(context, *entry, loaded.error());
    const TorrentId id = entry->record.id;
    context.torrents.setInfoHash(*entry, toInfoHash(info->info_hashes()));
    entry->record.name = info->name();
    const auto onSaved = [&context, id, info](const Expected<void>& saved) {
        TorrentEntry* current = context.torrents.find(id);
        if (current == nullptr || !current->handle.is_valid())
            return;
        unlessRemoved([&] {
            if (saved)
                accept(context, *current, *info);
            else
                refuse(context, *current, saved.error());
        });
    };
    context.repository.setMetadata(id, entry->record.infoHash, entry->record.name, torrent, onSaved);
}

} // namespace

void registerMetadataAlerts(AlertDispatcher& dispatcher) {
    dispatcher.on<lt::metadata_received_alert>(onMetadataReceived);
}

} // namespace essaim::engine
