// One move as the window sees it: a value that crosses threads.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace essaim::engine {

enum class MoveState : std::uint8_t {
    Waiting,     ///< for its turn: one move at a time and disk
    Preparing,   ///< the torrent is being stopped, its files are looked at
    Moving,      ///< bytes arrive
    Paused,      ///< by the user
    Stopped,     ///< by a failure; can go on or back
    RollingBack, ///< everything returns
    CleaningUp,  ///< moved; what was copied is removed where it came from
    Done,        ///< the end, as the next two
    Cancelled,   ///< everything is as it was before
    Refused,     ///< nothing was touched; see the error
};

struct MoveSnapshot {
    qint64 jobId = 0;
    TorrentId id;
    QString name;
    QString source; ///< save folders
    QString target;
    MoveState state = MoveState::Waiting;
    qint64 done = 0; ///< bytes
    qint64 total = 0;
    qint64 rate = 0;        ///< bytes a second
    qint64 etaSeconds = -1; ///< -1 = unknown
    QStringList leftBehind; ///< files that stayed because somebody had changed them
    std::optional<Error> error;

    bool operator==(const MoveSnapshot&) const = default;
    [[nodiscard]] bool isOver() const { return state >= MoveState::Done; }
};

} // namespace essaim::engine

Q_DECLARE_METATYPE(essaim::engine::MoveSnapshot)
