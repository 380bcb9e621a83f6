// The drives on which torrents lie: which are there, and what becomes of torrents whose drive is not.
// Private to the engine.
#pragma once

#include "engine/engine_context.h"
#include "engine/files/followed_paths.h"
#include "engine/mailbox.h"
#include "engine/save_root_probe.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <map>

namespace essaim::engine {

/// Engine thread; never waits for a drive: each is asked on a thread of its own, and one that does not answer in time
/// counts as gone. A torrent whose drive is away is not in libtorrent: nothing is opened, made or written at its
/// place, and nothing is checked when the drive is back.
class SaveRoots : public QObject {
    Q_OBJECT
public:
    explicit SaveRoots(EngineContext& context);
    ~SaveRoots() override;

    /// Asks every drive that is known; `ready` follows soon, whether all have answered or not.
    void begin(std::vector<storage::SaveRootRecord> roots, std::function<void()> ready);
    /// Asks no more: the session ends.
    void stop() { m_timer.stop(); }
    /// Keeps a torrent that comes back at the start out of libtorrent if its drive is away.
    void adopt(TorrentEntry& entry);
    /// After the torrents came back, and whenever one was added: its drive is to be remembered.
    void noteFolders();
    /// The torrent lies elsewhere now.
    void onMoved(const TorrentId& id);
    /// False while the drive of this folder is away or does not answer.
    [[nodiscard]] bool isThere(const std::string& folder) const;
    /// False as well if it has gone since it answered, see EngineContext::isDriveThere.
    [[nodiscard]] bool isStillThere(const std::string& folder) const;

Q_SIGNALS:
    /// Every drive that is known.
    void changed(const QList<essaim::engine::DriveSnapshot>& drives);
    /// Some drive came or went.
    void drivesChanged();

private:
    struct Root {
        storage::SaveRootRecord record;
        DriveState state = DriveState::Present;
        bool isAsked = false;   ///< the answer is still to come
        bool asksAgain = false; ///< something changed since it was asked
        QElapsedTimer asked;
        int mount = 0;                              ///< as it answered last; 0 = never
        std::chrono::system_clock::time_point seen; ///< it was there then, and is not known to have gone since
    };
    /// `folder` may lead to the drive by links.
    [[nodiscard]] const Root* of(const std::string& folder) const;
    [[nodiscard]] const Root* below(const std::string& place) const;
    void ask();
    void onAnswer(const std::string& point, const RootAnswer& answer, std::chrono::system_clock::time_point asked);
    void setState(Root& root, DriveState state);
    void finishBeginning();
    void apply(const Root& root);
    void apply(TorrentEntry& entry);
    void parkWithoutDrive(TorrentEntry& entry, const Root& root);
    void watchMounts();
    void publish();
    [[nodiscard]] static bool mustWait(const Root& root, const TorrentEntry& entry);

    EngineContext& m_context;
    std::shared_ptr<Mailbox> m_mailbox;
    std::map<std::string, Root> m_roots; ///< by mount point
    std::set<std::string> m_noted;       ///< mount points that are being identified
    mutable FollowedPaths m_places{[this](const std::string& place) { return below(place) != nullptr; }};
    std::function<void()> m_ready; ///< until begin() is over
    QTimer m_timer{this};
    QList<DriveSnapshot> m_published;
};

} // namespace essaim::engine
