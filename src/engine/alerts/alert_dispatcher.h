// Which alert of libtorrent goes to which handler. Private to the engine.
#pragma once

#include "engine/engine_context.h"
#include "engine/torrent_commands.h"

#include <libtorrent/alert_types.hpp>

#include <functional>
#include <map>

namespace essaim::engine {

/// Engine thread. Handlers are small functions, grouped by subject in the files of this folder; a new alert is one
/// function and one line in its group's registration. Alerts without a handler are none of our business.
class AlertDispatcher {
public:
    AlertDispatcher(EngineContext& context, TorrentCommands& commands);

    void dispatch(const lt::alert& alert) const;

    template <typename Alert>
    using Handler = void (*)(EngineContext&, const Alert&);

    template <typename Alert>
    void on(Handler<Alert> handler) {
        m_handlers[int{Alert::alert_type}] = [this, handler](const lt::alert& alert) {
            handler(m_context, static_cast<const Alert&>(alert));
        };
    }

    [[nodiscard]] TorrentCommands& commands() { return m_commands; }

private:
    template <typename Alert>
    void andThen(void (TorrentCommands::*command)(TorrentEntry&)) {
        auto& handler = m_handlers[int{Alert::alert_type}];
        handler = [this, command, group = std::move(handler)](const lt::alert& alert) {
            if (group)
                group(alert);
            if (TorrentEntry* entry = m_context.torrents.find(static_cast<const Alert&>(alert).handle))
                (m_commands.*command)(*entry);
        };
    }

    EngineContext& m_context;
    TorrentCommands& m_commands;
    std::map<int, std::function<void(const lt::alert&)>> m_handlers;
};

// One per file.
void registerTorrentAlerts(AlertDispatcher& dispatcher);
void registerMetadataAlerts(AlertDispatcher& dispatcher);
void registerStorageAlerts(AlertDispatcher& dispatcher);
void registerRenameAlerts(AlertDispatcher& dispatcher);
void registerTrackerAlerts(AlertDispatcher& dispatcher);
void registerSessionAlerts(AlertDispatcher& dispatcher);

} // namespace essaim::engine
