#include "hashing/hasher.h"

#include "hashing/disk_kind.h"
#include "hashing/hash_worker.h"
#include "hashing/patience.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace essaim::hashing {
namespace {

using namespace std::chrono_literals;

constexpr int kMostThreads = 64;
constexpr unsigned kAutomaticThreads = 16;
constexpr std::size_t kReadAhead = 128 * 1024 * 1024; ///< bytes in the page cache before those that are hashed

int threadsFor(const HashJob& job, std::size_t pieces) {
    const int automatic = int(std::clamp(std::thread::hardware_concurrency(), 1U, kAutomaticThreads));
    const int wanted = job.threads > 0 ? std::min(job.threads, kMostThreads) : automatic;
    return int(std::clamp<std::size_t>(pieces, 1, std::size_t(wanted)));
}

bool readsSequentially(const HashJob& job) {
    if (job.readOrder != ReadOrder::Automatic)
        return job.readOrder == ReadOrder::Sequential;
    for (const HashFile& file : job.files) {
        if (!file.path.empty() && file.size > 0)
            return turns(deviceOf(file.path));
    }
    return false;
}

/// For disks that turn: brings the files into the page cache one after the other, a little ahead of the workers.
void readAhead(HashRun& run) {
    constexpr std::size_t kChunk = 1024 * 1024;
    const std::unique_ptr<std::uint8_t[]> buffer(new std::uint8_t[kChunk]);
    PieceReader reader;
    reader.skipCached();
    std::int64_t read = run.done;
    for (std::size_t piece = 0; piece < run.pieces.pieceCount() && run.goOn(); ++piece) {
        if (run.result.stateOf(piece) != HashResult::State::Known) {
            reader.begin(run.job, run.pieces, piece);
            while (reader.bytesLeft() > 0 && run.goOn()) {
                const auto size = std::size_t(std::min(std::int64_t(kChunk), reader.bytesLeft()));
                if (!reader.read({buffer.get(), size}))
                    break; // the worker meets the same error and says so
                read += std::int64_t(size);
            }
        }
        run.setReadAhead(piece + 1);
        while (read - run.done > std::int64_t(kReadAhead) && run.goOn())
            std::this_thread::sleep_for(5ms);
    }
    run.disableReadAhead();
}

} // namespace

struct Hasher::Private {
    const HashJob& job;
    const PieceMap& pieces;
};

Hasher::Hasher(const HashJob& job, const PieceMap& pieces)
    : m_private(new Private{job, pieces}) {}

Hasher::~Hasher() = default;

Expected<void> Hasher::run(HashResult& result, HashControl& control, const HashWatcher& watcher) {
    const HashJob& job = m_private->job;
    const PieceMap& pieces = m_private->pieces;
    HashStatus status;
    status.total = job.totalSize();
    for (std::size_t piece = 0; piece < pieces.pieceCount(); ++piece) {
        if (result.states[piece] == HashResult::State::Known)
            status.reused += pieces.bytesOf(piece);
    }
    const int count = threadsFor(job, pieces.pieceCount());
    HashRun run(job, pieces, result, control, count);
    run.done = status.reused;
    run.waitsForReader = status.reused < status.total && readsSequentially(job);

    const auto report = [&] {
        status.done = std::min(run.done.load(), status.total);
        status.file = run.currentFile;
        status.isPaused = control.isPaused;
        if (watcher && !watcher(status))
            control.isCancelled = true;
    };
    report();
    std::vector<std::thread> threads;
    std::mutex mutex;
    std::condition_variable changed;
    int working = count; // guarded by `mutex`
    if (run.waitsForReader)
        threads.emplace_back([&run] {
            if (run.job.isGentle)
                makeThisThreadPatient();
            readAhead(run);
        });
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&] {
            if (job.isGentle)
                makeThisThreadPatient();
            HashWorker(run).work();
            const std::lock_guard lock(mutex);
            --working;
            changed.notify_all();
        });
    }
    for (std::unique_lock lock(mutex); working > 0;) {
        if (changed.wait_for(lock, 50ms, [&] { return working == 0; }))
            break;
        lock.unlock();
        report();
        lock.lock();
    }
    for (std::thread& thread : threads)
        thread.join();
    report();
    if (const auto error = run.error())
        return std::unexpected(*error);
    if (control.isCancelled)
        return failure(ErrorKind::Cancelled, Operation::ReadFile);
    return {};
}

} // namespace essaim::hashing
