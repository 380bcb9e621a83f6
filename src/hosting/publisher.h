// From dropped files to something a friend can open: create, host, seed, invite.
#pragma once

#include "core/error.h"
#include "engine/create_torrent.h"
#include "tracker/tracker.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace essaim::engine {
class Session;
}

namespace essaim::hosting {
class TrackerHost;

struct PublishRequest {
    engine::CreateTorrentRequest create;
    QString torrentPath; ///< where to write the .torrent; empty = do not write one
    bool host = true;    ///< put it on our tracker: its URLs go in first; the tracker is switched on if it is off
    /// With whom, if hosted. A torrent that is not for everyone is made private, and names no tracker: each friend gets
    /// a .torrent with a key of its own (hosting/friends.h).
    tracker::Visibility visibility = tracker::Visibility::Everyone;
    std::vector<std::int64_t> chosen; ///< friends, for Visibility::Chosen
    /// A torrent that this one takes the place of: when this one is there, it leaves the list, and our tracker if this
    /// one is hosted. Its files stay.
    std::optional<TorrentId> replaces;
    bool seed = true; ///< add it to the session, complete, from where the files lie
};

struct PublishedTorrent {
    engine::CreatedTorrent torrent;
    QString torrentPath;
    /// Magnet link with our tracker's URLs; empty when not hosted, and for a private torrent: clients do not hand out
    /// the metadata of those, so friends need the .torrent.
    QString inviteLink;

    bool operator==(const PublishedTorrent&) const = default;
};

/// One publication: hashing, writing the .torrent, admission, seeding, in the background. GUI thread; one run per
/// object. What was done before a cancel or a failure is undone: no new .torrent, no hosted row and no torrent in the
/// list remain. The tracker stays on if it was switched on for this. Destroying a running one cancels it, too.
/// A torrent that is in the list already is hosted as it is: it learns the new announce URLs.
class Publisher : public QObject {
    Q_OBJECT
public:
    Publisher(engine::Session& session, TrackerHost& trackerHost, QObject* parent = nullptr);
    ~Publisher() override;

    void start(const PublishRequest& request);
    void cancel(); ///< finished() follows with kind Cancelled
    void pause();  ///< reads no more until resume(); the other steps are short and go on
    void resume();

Q_SIGNALS:
    void progressed(const essaim::engine::HashProgress& progress);
    void finished(const essaim::Expected<essaim::hosting::PublishedTorrent>& result);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hosting
