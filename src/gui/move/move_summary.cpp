#include "gui/move/move_summary.h"

#include "gui/move/move_row.h"
#include "text/text.h"

#include <algorithm>

namespace essaim::gui {

using engine::MoveSnapshot;
using engine::MoveState;

namespace {

/// The place in the strip: the smaller, the nearer to the top.
int rankOf(const MoveSnapshot& move) {
    switch (move.state) {
    case MoveState::Preparing:
    case MoveState::Moving:
    case MoveState::RollingBack:
    case MoveState::CleaningUp:
        return 0;
    case MoveState::Stopped:
        return 1;
    case MoveState::Refused:
        return 2;
    case MoveState::Paused:
        return 3;
    case MoveState::Waiting:
        return 4;
    case MoveState::Done:
    case MoveState::Cancelled:
        break;
    }
    return 5;
}

bool isOrdinaryEnd(const MoveSnapshot& move) {
    return (move.state == MoveState::Done || move.state == MoveState::Cancelled) && move.leftBehind.isEmpty();
}

} // namespace

bool goesForward(const MoveSnapshot& move) {
    return move.state == MoveState::Waiting || move.state == MoveState::Preparing || move.state == MoveState::Moving;
}

MoveSummary summarize(const QList<MoveSnapshot>& moves) {
    MoveSummary summary;
    for (const MoveSnapshot& move : moves) {
        (isOrdinaryEnd(move) ? summary.ended : summary.rows).append(move);
        if (move.isOver())
            continue;
        ++summary.active;
        summary.canPause |= goesForward(move);
        summary.canResume |= move.state == MoveState::Paused;
        summary.done += move.done;
        summary.total += move.total;
        summary.rate += move.rate;
    }
    if (summary.rate > 0)
        summary.etaSeconds = (summary.total - summary.done + summary.rate - 1) / summary.rate;
    std::ranges::stable_sort(summary.rows, {}, rankOf);
    return summary;
}

QString summaryWords(const MoveSummary& summary) {
    return MoveRow::tr("%n move(s): %1", nullptr, summary.active)
        .arg(amountWords(summary.done, summary.total, summary.rate, summary.etaSeconds));
}

QString amountWords(qint64 done, qint64 total, qint64 rate, qint64 etaSeconds) {
    const QString amount = MoveRow::tr("%1 of %2").arg(text::size(done), text::size(total));
    if (rate <= 0)
        return amount;
    return MoveRow::tr("%1, %2, %3 left").arg(amount, text::rate(rate), text::duration(etaSeconds));
}

} // namespace essaim::gui
