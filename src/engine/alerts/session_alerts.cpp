// Alerts about the session as a whole: its port, its totals, lost alerts.
#include "engine/alerts/alert_dispatcher.h"
#include "engine/lt_convert.h"

#include <libtorrent/session_stats.hpp>

namespace essaim::engine {
namespace {

/// The window hears once of a port that is taken, though TCP and uTP, IPv4 and IPv6 each fail on their own. That a
/// computer has no IPv6 is no failure.
void onListenFailed(EngineContext& context, const lt::listen_failed_alert& alert) {
    Error error =
        toError(alert.error, Operation::ListenPeers, alert.address.to_string() + " port " + std::to_string(alert.port));
    if (alert.error == boost::system::errc::address_in_use)
        error.kind = ErrorKind::AddressInUse;
    else if (alert.error == boost::system::errc::permission_denied)
        error.kind = ErrorKind::PermissionDenied;
    else if (context.settings.bindAddress.isEmpty())
        return;
    else
        error.kind = ErrorKind::Network;
    const std::string key = std::to_string(int(error.kind)) + ':' + std::to_string(alert.port);
    if (context.reportedListenFailures.insert(key).second)
        Q_EMIT context.events.problem(error);
}

struct Metrics {
    std::size_t downloaded = std::size_t(lt::find_metric_idx("net.recv_bytes"));
    std::size_t uploaded = std::size_t(lt::find_metric_idx("net.sent_bytes"));
    std::size_t dhtNodes = std::size_t(lt::find_metric_idx("dht.dht_nodes"));
    std::size_t hasIncoming = std::size_t(lt::find_metric_idx("net.has_incoming_connections"));
};

/// Rates are what came since the last report: the reports are a second apart.
void onSessionStats(EngineContext& context, const lt::session_stats_alert& alert) {
    static const Metrics metrics;
    const auto counters = alert.counters();
    const auto at = [&counters](std::size_t index) { return qint64(counters[std::ptrdiff_t(index)]); };
    SessionSnapshot snapshot;
    snapshot.downloaded = at(metrics.downloaded);
    snapshot.uploaded = at(metrics.uploaded);
    const auto since = alert.timestamp() - context.lastStats;
    const double seconds = std::chrono::duration<double>(since).count();
    if (context.lastStats != lt::time_point{} && seconds > 0) {
        snapshot.downloadRate = qint64(double(snapshot.downloaded - context.sessionSnapshot.downloaded) / seconds);
        snapshot.uploadRate = qint64(double(snapshot.uploaded - context.sessionSnapshot.uploaded) / seconds);
    }
    context.lastStats = alert.timestamp();
    snapshot.dhtNodes = context.session->is_dht_running() ? int(at(metrics.dhtNodes)) : 0;
    snapshot.listenPort = context.session->is_listening() ? context.session->listen_port() : 0;
    snapshot.hasIncomingConnections = at(metrics.hasIncoming) != 0;
    if (snapshot == context.sessionSnapshot)
        return;
    context.sessionSnapshot = snapshot;
    Q_EMIT context.events.sessionChanged(snapshot);
}

/// Whatever was lost, the status of every torrent tells how things stand.
void onAlertsDropped(EngineContext& context, const lt::alerts_dropped_alert&) {
    const auto isAny = [](const lt::torrent_status&) { return true; };
    for (lt::torrent_status& status :
         context.session->get_torrent_status(isAny, lt::torrent_handle::query_distributed_copies)) {
        TorrentEntry* entry = context.torrents.find(status.handle);
        if (entry == nullptr)
            continue;
        ResumeSaver::look(*entry, status);
        entry->status = std::move(status);
        context.publisher.touch(*entry);
    }
}

} // namespace

void registerSessionAlerts(AlertDispatcher& dispatcher) {
    dispatcher.on<lt::listen_failed_alert>(onListenFailed);
    dispatcher.on<lt::session_stats_alert>(onSessionStats);
    dispatcher.on<lt::alerts_dropped_alert>(onAlertsDropped);
}

} // namespace essaim::engine
