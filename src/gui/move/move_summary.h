// What the moves of a session come to: which are shown, in which order, and their totals.
#pragma once

#include "engine/mover/move_snapshot.h"

namespace essaim::gui {

struct MoveSummary {
    QList<engine::MoveSnapshot> rows;  ///< worth a row each, those that run first
    QList<engine::MoveSnapshot> ended; ///< the others: moved, or taken back, with nothing to say about them
    int active = 0;                    ///< under way or waiting
    bool canPause = false;             ///< some go forward
    bool canResume = false;            ///< some are paused
    qint64 done = 0;                   ///< bytes of the active ones, and the next
    qint64 total = 0;
    qint64 rate = 0;        ///< bytes a second
    qint64 etaSeconds = -1; ///< -1 = unknown
};

/// It can be paused and taken back.
[[nodiscard]] bool goesForward(const engine::MoveSnapshot& move);

[[nodiscard]] MoveSummary summarize(const QList<engine::MoveSnapshot>& moves);

/// "3 moves: 1.2 GB of 40 GB, 80 MB/s, 8 min left"
[[nodiscard]] QString summaryWords(const MoveSummary& summary);

/// "1.2 GB of 4 GB, 80 MB/s, 35 s left"; without the last two while the rate is not known.
[[nodiscard]] QString amountWords(qint64 done, qint64 total, qint64 rate, qint64 etaSeconds);

} // namespace essaim::gui
