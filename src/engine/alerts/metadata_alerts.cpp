// Metadata that a magnet received from peers.
#include "engine/alerts/alert_dispatcher.h"
#include "engine/magnet_stages.h"

namespace essaim::engine {
namespace {

void onMetadataReceived(EngineContext& context, const lt::metadata_received_alert& alert) {
    if (TorrentEntry* entry = context.torrents.find(alert.handle))
        onMetadata(context, *entry);
}

void onTorrentConflict(EngineContext& context, const lt::torrent_conflict_alert& alert) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    TorrentEntry* other = context.torrents.find(alert.conflicting_torrent);
    if (entry != nullptr && other != nullptr && alert.metadata)
        onConflict(context, *entry, *other, *alert.metadata);
}

} // namespace

void registerMetadataAlerts(AlertDispatcher& dispatcher) {
    dispatcher.on<lt::metadata_received_alert>(onMetadataReceived);
    dispatcher.on<lt::torrent_conflict_alert>(onTorrentConflict);
}

} // namespace essaim::engine
