// Metadata that a magnet received from peers.
#include "engine/alerts/alert_dispatcher.h"
#include "engine/magnet_stages.h"

namespace essaim::engine {
namespace {

void onMetadataReceived(EngineContext& context, const lt::metadata_received_alert& alert) {
    if (TorrentEntry* entry = context.torrents.find(alert.handle))
        onMetadata(context, *entry);
}

} // namespace

void registerMetadataAlerts(AlertDispatcher& dispatcher) {
    dispatcher.on<lt::metadata_received_alert>(onMetadataReceived);
}

} // namespace essaim::engine
