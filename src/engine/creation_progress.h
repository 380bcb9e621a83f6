// How far the making or checking of a torrent is.
#pragma once

#include <QString>

#include <functional>

namespace essaim::engine {

struct HashProgress {
    qint64 done = 0;         ///< bytes of the files, those included that need not be read
    qint64 total = 0;        ///< bytes of all files
    qint64 reused = 0;       ///< bytes of `done` that were known from earlier
    qint64 rate = 0;         ///< bytes a second of late; what was reused does not count
    qint64 secondsLeft = -1; ///< -1 = not known yet
    bool isPaused = false;
    QString file; ///< one that is being read, as the torrent calls it; empty between files

    bool operator==(const HashProgress&) const = default;
};

/// Called on the thread that asked for hashing, at the start, at the end and about twenty times a second; false
/// cancels.
using HashObserver = std::function<bool(const HashProgress&)>;

} // namespace essaim::engine
