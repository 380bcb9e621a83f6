// Puts a torrent that is in the list already on the host's own tracker.
#pragma once

#include "core/error.h"
#include "tracker/tracker.h"

#include <QObject>
#include <QString>

#include <memory>

namespace essaim::engine {
class Session;
}

namespace essaim::hosting {
class TrackerHost;

/// One torrent, as it is: the tracker is switched on if it is off and admits it, the session announces it there. GUI
/// thread; one run per object; deletes itself after finished().
class HostTransfer : public QObject {
    Q_OBJECT
public:
    HostTransfer(engine::Session& session, TrackerHost& host, QObject* parent);
    ~HostTransfer() override;

    /// Its .torrent comes from the session.
    void start(const tracker::HostedTorrent& torrent);
    /// Takes the torrent off the tracker again if it is there already; finished() follows with kind Cancelled.
    void cancel();

Q_SIGNALS:
    /// A magnet link with the tracker's URLs; empty where friends need a .torrent: for a private torrent, and for one
    /// that is not for everyone.
    /// It waits some seconds for the router's answer, on which the addresses depend.
    /// Errors: NotFound (its metadata is not there), those of starting the tracker and of Tracker::admit().
    void finished(const essaim::Expected<QString>& inviteLink);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hosting
