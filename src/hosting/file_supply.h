// Gives the tracker the .torrent of what was hosted without one, for its invite page.
#pragma once

#include "core/info_hash.h"

#include <QObject>

#include <unordered_set>

namespace essaim::engine {
class Session;
}

namespace essaim::hosting {
class TrackerHost;

/// Works by itself. GUI thread; both outlive it.
class FileSupply : public QObject {
    Q_OBJECT
public:
    FileSupply(engine::Session& session, TrackerHost& trackerHost, QObject* parent = nullptr);

private:
    void askForMissing();
    void supply(const TorrentId& id, const QByteArray& file);

    engine::Session& m_session;
    TrackerHost& m_trackerHost;
    std::unordered_set<TorrentId> m_asked; ///< once while the program runs
};

} // namespace essaim::hosting
