// Taking a torrent out of libtorrent while something else is done with its files, and giving it back as it was.
// Private to the engine.
#pragma once

#include "engine/torrent_entry.h"

#include <libtorrent/add_torrent_params.hpp>

#include <functional>
#include <vector>

namespace essaim::engine {
struct EngineContext;

/// Engine thread. A parked torrent stays in the list; what the user changes meanwhile (paused or not, priorities) is
/// in its record and its row, from which it comes back, with its resume data: nothing is checked again. Needs a store.
class TorrentParking {
public:
    using Reason = TorrentEntry::Parking::Reason;

    explicit TorrentParking(EngineContext& context)
        : m_context(context) {}

    /// How torrents are given to libtorrent; set once, by whoever does that.
    void setAdder(std::function<void(const TorrentId&, lt::add_torrent_params)> add) { m_add = std::move(add); }

    /// Told of torrents that nothing but doubt keeps out any more.
    void setDoubtHandler(std::function<void(const TorrentId&)> handler) { m_onDoubt = std::move(handler); }

    /// Told of torrents whose files must be found under one name or the other first, see Reason::Renaming.
    void setNameHandler(std::function<void(const TorrentId&)> handler) { m_onNames = std::move(handler); }

    /// `parked` is called when the last block is written, the files are closed and the resume data is on its way into
    /// the store; at once if it is so already, never if the torrent is removed first.
    void park(TorrentEntry& entry, Reason reason, std::function<void()> parked = {});
    /// For torrents that libtorrent has not got yet, at the start.
    static void parkBeforehand(TorrentEntry& entry, Reason reason);
    /// For a parked torrent: pieces that are not known to be on the disk are read before it is given back.
    static void doubt(TorrentEntry& entry);
    /// At the start, for a torrent that was parked beforehand: whoever can do something about the reason does it.
    void settle(TorrentEntry& entry);
    /// Gives the torrent back once no other reason keeps it out.
    void unpark(const TorrentId& id, Reason reason);

    // From the alerts.
    void onAdded(TorrentEntry& entry);
    void onPaused(TorrentEntry& entry);
    void onFlushed(TorrentEntry& entry);
    void onResumeAnswered(TorrentEntry& entry);
    /// True if the torrent leaves libtorrent, not the list.
    [[nodiscard]] bool onRemoved(TorrentEntry& entry);

private:
    void rest(TorrentEntry& entry);
    void flush(TorrentEntry& entry);
    void leave(TorrentEntry& entry);
    void setOut(TorrentEntry& entry);
    void giveBack(TorrentEntry& entry);

    EngineContext& m_context;
    std::function<void(const TorrentId&, lt::add_torrent_params)> m_add;
    std::function<void(const TorrentId&)> m_onDoubt;
    std::function<void(const TorrentId&)> m_onNames;
};

} // namespace essaim::engine
