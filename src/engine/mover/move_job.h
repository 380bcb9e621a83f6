// One move in the queue. Private to the mover.
#pragma once

#include "engine/lt_convert.h"
#include "engine/mover/move_queue.h"

#include <algorithm>

namespace essaim::engine {

/// Engine thread, but for `control`.
struct MoveQueue::Job {
    storage::MoveRecord record;
    QString name;
    MoveState state = MoveState::Waiting;
    std::optional<Error> error;
    std::shared_ptr<MoveControl> control; ///< of the run that is under way or was the last
    bool isRunning = false;               ///< something of it is under way
    bool wantsBack = false;               ///< cancelled
    bool goesOnWithout = false;
    bool checksAfterwards = false;
    double rate = 0; ///< bytes a second
    qint64 measuredDone = 0;
    QElapsedTimer sinceMeasured;
    QStringList leftBehind;
    std::vector<std::function<void()>> afterwards;
    qint64 expected = 0; ///< bytes, while there is no plan

    void describe(const TorrentEntry* entry) {
        if (entry == nullptr)
            return;
        name = toQString(entry->record.name);
        expected = entry->status                                      ? entry->status->total_done
                   : entry->metadata && entry->record.completedAt > 0 ? entry->metadata->totalSize
                                                                      : 0;
    }

    [[nodiscard]] bool isOver() const { return state >= MoveState::Done; }
    /// The torrent is kept out of libtorrent.
    [[nodiscard]] bool holdsTorrent() const { return !isOver() && record.phase != storage::MovePhase::CleaningUp; }
    [[nodiscard]] qint64 total() const {
        if (record.phase == storage::MovePhase::Waiting)
            return expected;
        qint64 bytes = 0;
        for (const storage::MoveFile& file : record.files)
            bytes += file.size;
        return control ? std::max<qint64>(bytes, control->total) : bytes;
    }
    [[nodiscard]] double fraction() const {
        const qint64 all = total();
        return all > 0 && control ? std::clamp(double(control->done) / double(all), 0.0, 1.0) : 0;
    }
    [[nodiscard]] MoveSnapshot snapshot() const {
        MoveSnapshot snapshot;
        snapshot.jobId = record.id;
        snapshot.id = record.torrent;
        snapshot.name = name;
        snapshot.source = toQString(record.source);
        snapshot.target = toQString(record.target);
        snapshot.state = state;
        snapshot.total = total();
        snapshot.done = control ? qint64(control->done) : state == MoveState::Done ? snapshot.total : 0;
        if (!isRunning) // what a stop has broken off is not lost, only not counted until it goes on
            snapshot.done = std::max(snapshot.done, measuredDone);
        if (state == MoveState::Moving && rate >= 1) {
            snapshot.rate = qint64(rate);
            snapshot.etaSeconds = (snapshot.total - snapshot.done + snapshot.rate - 1) / snapshot.rate;
        }
        snapshot.leftBehind = leftBehind;
        snapshot.error = error;
        return snapshot;
    }
};

} // namespace essaim::engine
