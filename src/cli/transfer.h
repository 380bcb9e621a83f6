// One torrent, downloaded or seeded until it is done or told to stop: what download and seed share.
#pragma once

#include "cli/output.h"
#include "engine/session.h"

#include <QObject>

namespace essaim::cli {

struct TransferRequest {
    engine::SessionConfig session;
    engine::AddTorrentRequest torrent;
    bool exitWhenDone = false;
    bool isSeed = false; ///< being interrupted is how it ends
};

/// Owns the session of the command. Main thread; run() spins the event loop.
class Transfer : public QObject {
    Q_OBJECT
public:
    Transfer(const TransferRequest& request, Output& output);
    [[nodiscard]] int run();

private:
    void onAdded(const engine::AddTorrentOutcome& outcome);
    void onChanged(const QList<engine::TorrentSnapshot>& torrents);
    void onProblem(const Error& error);
    void show(const engine::TorrentSnapshot& torrent);
    /// Ends the session; the program ends with this code.
    void end(int exitCode);
    void fail(const Error& error);

    TransferRequest m_request;
    Output& m_output;
    engine::Session m_session;
    TorrentId m_id;
    int m_exitCode = Success;
    int m_listenPort = 0;
    bool m_isEnding = false;
    bool m_isDone = false;
    int m_shownStep = -1; ///< twentieths of the whole that a line was written about
    std::optional<engine::TorrentState> m_shownState;
};

} // namespace essaim::cli
