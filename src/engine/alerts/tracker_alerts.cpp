// What trackers answer.
#include "engine/alerts/alert_dispatcher.h"
#include "engine/late_completion.h"
#include "engine/lt_convert.h"

namespace essaim::engine {
namespace {

void setMessage(EngineContext& context, const lt::torrent_alert& alert, const QString& message) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    if (entry == nullptr || entry->trackerMessage == message)
        return;
    entry->trackerMessage = message;
    context.publisher.touch(*entry);
}

/// Trackers write what they like: one line of text, and not a long one.
QString oneLine(const QString& text) {
    constexpr qsizetype kLongest = 300;
    return text.simplified().left(kLongest);
}

void onTrackerError(EngineContext& context, const lt::tracker_error_alert& alert) {
    if (alert.error == lt::errors::announce_skipped)
        return; // from this address no way leads there; what the tracker answers at another one counts
    const QString reason = QString::fromUtf8(alert.failure_reason());
    setMessage(context, alert, oneLine(reason.isEmpty() ? QString::fromStdString(alert.error.message()) : reason));
}

void onTrackerWarning(EngineContext& context, const lt::tracker_warning_alert& alert) {
    setMessage(context, alert, oneLine(QString::fromUtf8(alert.warning_message())));
}

void onTrackerReply(EngineContext& context, const lt::tracker_reply_alert& alert) {
    setMessage(context, alert, {});
    if (TorrentEntry* entry = context.torrents.find(alert.handle))
        announceLateCompletion(*entry, alert.tracker_url());
}

} // namespace

void registerTrackerAlerts(AlertDispatcher& dispatcher) {
    dispatcher.on<lt::tracker_error_alert>(onTrackerError);
    dispatcher.on<lt::tracker_warning_alert>(onTrackerWarning);
    dispatcher.on<lt::tracker_reply_alert>(onTrackerReply);
}

} // namespace essaim::engine
