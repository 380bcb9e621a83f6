// What the threads of one run share. Private to the layer.
#pragma once

#include "hashing/hash_job.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace essaim::hashing {

class HashRun {
public:
    HashRun(const HashJob& wanted, const PieceMap& map, HashResult& into, HashControl& controlledBy, int threads)
        : job(wanted)
        , pieces(map)
        , result(into)
        , control(controlledBy)
        , threadCount(std::size_t(threads)) {}

    const HashJob& job;
    const PieceMap& pieces;
    HashResult& result;
    HashControl& control;
    const std::size_t threadCount;

    std::atomic<std::int64_t> done = 0;       ///< bytes
    std::atomic<std::size_t> currentFile = 0; ///< for people

    /// The next piece to hash; nothing when all are taken. With a reader that goes ahead, waits for it, or gives
    /// nothing if the caller has pieces to go on with: the reader may be waiting for those to be done.
    [[nodiscard]] std::optional<std::size_t> take(bool mayWait);
    /// How many pieces one thread should have at once, so that near the end each gets its share.
    [[nodiscard]] std::size_t fairShare(std::size_t own) const;

    /// False if the run should end. Waits while it is paused.
    [[nodiscard]] bool goOn();
    /// The first one counts. Ends the run unless the job goes on after errors.
    void fail(std::size_t piece, Error error);
    [[nodiscard]] std::optional<Error> error();

    /// Pieces below `count` are in the page cache.
    void setReadAhead(std::size_t count);
    void disableReadAhead() { setReadAhead(SIZE_MAX); }
    bool waitsForReader = false; ///< set before threads start

private:
    [[nodiscard]] std::optional<std::size_t> takeBehindReader(bool mayWait);

    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_ahead = 0;      ///< guarded by `m_mutex`
    std::optional<Error> m_error; ///< guarded by `m_mutex`
    std::atomic<bool> m_isEnding = false;
};

} // namespace essaim::hashing
