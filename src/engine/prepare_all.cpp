#include "engine/prepare_all.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace essaim::engine {
namespace {

constexpr std::size_t kWorthAThread = 32; ///< torrents

/// Nothing may be thrown out of a thread.
Expected<PreparedTorrent> prepareOne(const storage::TorrentRecord& record, const SessionSettings& settings) {
    try {
        return prepareStored(record, settings);
    } catch (const std::exception& error) {
        return std::unexpected(Error{ErrorKind::Internal, Operation::OpenTorrent, record.name, error.what()});
    }
}

} // namespace

std::vector<Expected<PreparedTorrent>>
prepareAllStored(std::span<const storage::TorrentRecord> records, const SessionSettings& settings) {
    std::vector<Expected<PreparedTorrent>> prepared(records.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < records.size(); i = next++)
            prepared[i] = prepareOne(records[i], settings);
    };
    const std::size_t most = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    const std::size_t helpers = std::min(most, records.size() / kWorthAThread + 1) - 1;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < helpers; ++i)
            threads.emplace_back(work);
        work();
    }
    return prepared;
}

} // namespace essaim::engine
