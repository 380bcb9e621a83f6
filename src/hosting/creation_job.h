// One torrent that is to be made, is being made, or was made.
#pragma once

#include "hosting/publisher.h"

#include <optional>

namespace essaim::hosting {

struct CreationJob {
    enum class State : std::uint8_t {
        Waiting,  ///< for another job that reads the same disk
        Running,  ///< reading, or one of the short steps after it
        Paused,   ///< by the user
        Finished, ///< `result` is there
        Failed,   ///< `error` says why; it can be tried again
    };
    quint64 id = 0; ///< unique in the profile, also over restarts
    PublishRequest request;
    State state = State::Waiting;
    engine::HashProgress progress;
    PublishedTorrent result;
    std::optional<Error> error;

    /// What the torrent is or will be called.
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isOver() const { return state == State::Finished || state == State::Failed; }
};

} // namespace essaim::hosting
