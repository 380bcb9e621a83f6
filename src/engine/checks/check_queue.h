// Comparing the files of torrents in the list with their hashes, one torrent after the other on each disk. Private to
// the engine.
#pragma once

#include "engine/checks/check_run.h"
#include "engine/torrent_entry.h"

#include <libtorrent/add_torrent_params.hpp>

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace essaim::engine {
struct EngineContext;

/// Engine thread. Our own hasher is several times as fast as libtorrent's check, and knows nothing of it: the torrent
/// rests while its files are read, stays in the list with everything that can be asked about it, and is then given to
/// libtorrent anew together with the pieces that were found. The store says "not checked" from the moment when reading
/// begins until the result is saved: a crash leads to another check, never to a wrong claim.
class CheckQueue : public QObject {
    Q_OBJECT
public:
    explicit CheckQueue(EngineContext& context);
    ~CheckQueue() override;

    /// How torrents are given to libtorrent; set once, by whoever does that.
    void setAdder(std::function<void(const TorrentId&, lt::add_torrent_params)> add) { m_add = std::move(add); }

    /// What to do if none of the files is there though some were.
    enum class IfGone : std::uint8_t {
        Wait,      ///< for the user to bring them back: TorrentEntry::areFilesMissing
        StartOver, ///< nothing is there, then
    };
    /// Torrents that libtorrent has not got, or that have no metadata yet, are left alone. One that is being checked
    /// begins again.
    void begin(TorrentEntry& entry, IfGone ifGone = IfGone::Wait);

    /// Before a torrent is given to libtorrent: if that would check the files, keeps it from doing so; begin() follows
    /// in onAdded().
    void takeOver(TorrentEntry& entry, lt::add_torrent_params& params) const;

    /// Holds one check and lets the next go on. Nothing if the torrent is not being checked.
    void setPaused(TorrentEntry& entry, bool isPaused);
    /// The torrent is being removed.
    void drop(TorrentEntry& entry);
    /// Cancels everything, at the end of the session. Waits for a moment until the files are let go of.
    void stop();

    // From the alerts.
    void onPaused(TorrentEntry& entry);
    void onFlushed(TorrentEntry& entry);
    /// True if the answer was meant for us.
    [[nodiscard]] bool onResumeData(TorrentEntry& entry, const lt::add_torrent_params& params);
    [[nodiscard]] bool onResumeFailed(TorrentEntry& entry);
    void onPrioritiesChanged(TorrentEntry& entry);
    void onAdded(TorrentEntry& entry);
    /// What was found does not fit what libtorrent sees a moment later: checked again, by us or, the second time, by
    /// it.
    void onResumeRejected(TorrentEntry& entry);

Q_SIGNALS:
    /// What was known about the pieces of a torrent no longer counts.
    void forgets(const essaim::TorrentId& id);

private:
    void rest(TorrentEntry& entry);
    void flush(TorrentEntry& entry);
    void enqueue(TorrentEntry& entry, const lt::add_torrent_params& params);
    void schedule();
    void start(TorrentEntry& entry);
    void read(const TorrentId& id, std::string torrent);
    void onDone(const TorrentId& id, quint64 number, CheckOutcome outcome);
    void giveBack(const TorrentId& id, quint64 number);
    void waitForFiles(TorrentEntry& entry);
    void cancel(TorrentEntry& entry);
    /// The torrent if that check of it is still under way.
    [[nodiscard]] TorrentEntry* find(const TorrentId& id, quint64 number);

    EngineContext& m_context;
    std::function<void(const TorrentId&, lt::add_torrent_params)> m_add;
    std::deque<TorrentId> m_waiting;
    std::map<TorrentId, std::uint64_t> m_busy; ///< disks of the checks that read
    std::shared_ptr<Mailbox> m_mailbox;
    std::vector<std::weak_ptr<hashing::HashControl>> m_runs; ///< every one whose thread may still be there
    quint64 m_lastNumber = 0;
};

} // namespace essaim::engine
