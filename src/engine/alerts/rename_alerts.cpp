// Alerts about files that got another name.
#include "engine/alerts/alert_dispatcher.h"
#include "engine/files/file_renames.h"

namespace essaim::engine {
namespace {

void onRenamed(EngineContext& context, const lt::file_renamed_alert& alert) {
    if (TorrentEntry* entry = context.torrents.find(alert.handle))
        context.renames->onRenamed(*entry, static_cast<int>(alert.index), alert.new_name());
}

void onRenameFailed(EngineContext& context, const lt::file_rename_failed_alert& alert) {
    if (const TorrentEntry* entry = context.torrents.find(alert.handle))
        context.renames->onFailed(*entry, static_cast<int>(alert.index), alert.error);
}

} // namespace

void registerRenameAlerts(AlertDispatcher& dispatcher) {
    dispatcher.on<lt::file_renamed_alert>(onRenamed);
    dispatcher.on<lt::file_rename_failed_alert>(onRenameFailed);
}

} // namespace essaim::engine
