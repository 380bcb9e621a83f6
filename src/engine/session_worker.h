// The engine's thread: start, commands, alerts, end. Private to the engine.
#pragma once

#include "engine/alerts/alert_dispatcher.h"
#include "engine/details/details_watch.h"
#include "engine/details/torrent_editor.h"
#include "engine/durability/doubts.h"
#include "engine/durability/payload_sync.h"
#include "engine/engine_context.h"
#include "engine/files/file_renames.h"
#include "engine/files/incomplete_files.h"
#include "engine/files/removals.h"
#include "engine/files/unlisted_search.h"
#include "engine/final_folder.h"
#include "engine/moved_session.h"
#include "engine/mover/move_queue.h"
#include "engine/port_mapper.h"
#include "engine/save_roots.h"
#include "engine/torrent_commands.h"
#include "engine/volumes/space_keeper.h"

#include <QElapsedTimer>
#include <QTimer>

#include <array>
#include <atomic>

namespace essaim::engine {

/// Owns libtorrent's session and everything around it. Made by Session, lives on the engine's thread.
class SessionWorker : public QObject {
    Q_OBJECT
public:
    explicit SessionWorker(const SessionConfig& config);
    ~SessionWorker() override;

    [[nodiscard]] SessionEvents& events() { return m_context.events; }
    [[nodiscard]] MoveQueue& moves() { return m_moves; }
    [[nodiscard]] Targets& targets() { return m_targets; }
    [[nodiscard]] Removals& removals() { return m_removals; }
    [[nodiscard]] UnlistedSearch& unlisted() { return m_unlisted; }
    [[nodiscard]] DetailsWatch& details() { return m_details; }
    [[nodiscard]] TorrentEditor& editor() { return m_editor; }

    void openStore();
    void start();
    /// events().stopped() within ten seconds, whatever the disk and the network do.
    void shutdown();
    void applySettings(const SessionSettings& settings);
    void mapPort(quint16 port) { m_portMapper.map(port); }
    void requestDetails(const TorrentId& id);
    void requestTorrentFile(const TorrentId& id);
    void requestBackups();
    void requestRestorePreview(const QString& file);

    /// After stopped(): true if neither the store nor the network hangs, so that nobody will call back any more.
    [[nodiscard]] bool isReleased() const { return m_isReleased; }

    /// Runs a command on torrents and lets the window see its effect at once. Ignored unless the session runs.
    template <typename Command>
    void command(Command&& command) {
        if (!m_context.session || m_context.isStopping)
            return;
        command(m_commands);
        postUpdates();
    }

private:
    [[nodiscard]] std::array<QObject*, 14> parts() {
        return {&m_moves,   &m_roots,      &m_targets,     &m_removals,     &m_space,   &m_payloadSync, &m_doubts,
                &m_details, &m_portMapper, &m_finalFolder, &m_movedSession, &m_renames, &m_unlisted,    &m_incomplete};
    }
    void fail(const Error& error);
    void startSession();
    void loadPlaces(std::function<void()> done);
    void loadDurable(const std::shared_ptr<std::vector<storage::TorrentRecord>>& torrents);
    void
    restoreTorrents(std::vector<storage::TorrentRecord> records, const std::vector<storage::DurableRecord>& durable);
    void addRestored();
    void settleQuickly(const std::vector<storage::TorrentRecord>& records);
    void pumpAlerts();
    void tick();
    void postUpdates();
    void saveTimes(const std::vector<lt::torrent_status>& statuses);
    void continueShutdown();
    void endSession();
    [[nodiscard]] std::string mapperInterfaces() const;

    EngineContext m_context;
    MoveQueue m_moves{m_context};
    SaveRoots m_roots{m_context};
    std::vector<storage::SaveRootRecord> m_rootRecords; ///< between their loading and that of the torrents
    Targets m_targets{m_context};
    TorrentCommands m_commands{m_context, m_targets};
    TorrentEditor m_editor{m_context, m_commands};
    DetailsWatch m_details{m_context};
    Removals m_removals{m_context, m_commands};
    UnlistedSearch m_unlisted{m_context, m_moves};
    SpaceKeeper m_space{m_context};
    PayloadSync m_payloadSync{m_context};
    Doubts m_doubts{m_context};
    FileRenames m_renames{m_context};
    IncompleteFiles m_incomplete{m_context};
    PortMapper m_portMapper;
    FinalFolder m_finalFolder{m_context, m_moves};
    MovedSession m_movedSession{m_context};
    AlertDispatcher m_dispatcher{m_context, m_commands};
    QTimer m_tick;                            ///< once a second: ask for changes
    int m_saves = 0;                          ///< by m_saveTimer
    QTimer m_saveTimer;                       ///< once a minute: resume data
    QTimer m_deadline;                        ///< of the shutdown
    std::atomic<bool> m_isPumpPosted = false; ///< set by libtorrent's thread
    std::optional<Expected<void>> m_opened;   ///< between openStore() and start()
    bool m_isEnding = false;
    bool m_hasEnded = false;
    bool m_isReleased = true;
};

} // namespace essaim::engine
