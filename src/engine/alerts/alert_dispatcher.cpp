#include "engine/alerts/alert_dispatcher.h"

#include "engine/lt_convert.h"

namespace essaim::engine {

AlertDispatcher::AlertDispatcher(EngineContext& context, TorrentCommands& commands)
    : m_context(context)
    , m_commands(commands) {
    // The one alert whose answer is the business of the commands.
    m_handlers[int{lt::add_torrent_alert::alert_type}] = [this](const lt::alert& alert) {
        const auto& added = static_cast<const lt::add_torrent_alert&>(alert);
        const auto id = m_context.torrents.takeAdd(TorrentList::numberOf(added.params.userdata));
        TorrentEntry* entry = id ? m_context.torrents.find(*id) : nullptr;
        if (entry == nullptr)
            return;
        if (added.error)
            m_commands.onAddFailed(*entry, toError(added.error, Operation::AddTorrent, entry->record.name));
        else
            m_commands.onAdded(*entry, added.handle);
    };
    registerTorrentAlerts(*this);
    registerMetadataAlerts(*this);
    registerStorageAlerts(*this);
    registerRenameAlerts(*this);
    registerTrackerAlerts(*this);
    registerSessionAlerts(*this);
    // Besides what their group does about them: a removal may wait for these.
    andThen<lt::torrent_paused_alert>(&TorrentCommands::onResting);
    andThen<lt::save_resume_data_alert>(&TorrentCommands::onResumeAnswered);
    andThen<lt::save_resume_data_failed_alert>(&TorrentCommands::onResumeAnswered);
}

void AlertDispatcher::dispatch(const lt::alert& alert) const {
    const auto handler = m_handlers.find(alert.type());
    if (handler == m_handlers.end())
        return;
    try {
        handler->second(alert);
    } catch (const lt::system_error&) {
        // The torrent of this alert was removed while the alert waited.
    }
}

} // namespace essaim::engine
