#include "hosting/file_supply.h"

#include "engine/session.h"
#include "hosting/tracker_host.h"

namespace essaim::hosting {

FileSupply::FileSupply(engine::Session& session, TrackerHost& trackerHost, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_trackerHost(trackerHost) {
    connect(&trackerHost, &TrackerHost::snapshotChanged, this, &FileSupply::askForMissing);
    connect(&session, &engine::Session::torrentFile, this, &FileSupply::supply);
}

void FileSupply::askForMissing() {
    for (const tracker::HostedStatus& status : m_trackerHost.snapshot().hosted) {
        const TorrentId id = status.torrent.infoHash.id();
        if (!status.hasFile && m_asked.insert(id).second)
            m_session.requestTorrentFile(id); // silent where it is not in the list
    }
}

void FileSupply::supply(const TorrentId& id, const QByteArray& file) {
    if (!m_asked.contains(id)) // somebody else asked
        return;
    for (const tracker::HostedStatus& status : m_trackerHost.snapshot().hosted) {
        if (!status.hasFile && status.torrent.infoHash.matches(id))
            m_trackerHost.change(
                [id, bytes = file.toStdString()](tracker::Tracker& tracker) { return tracker.giveFile(id, bytes); },
                [](const Expected<void>&) {}); // asked for again at the next start
    }
}

} // namespace essaim::hosting
