#include "engine/volumes/space_keeper.h"

#include "engine/background.h"
#include "engine/lt_convert.h"

#include <libtorrent/torrent_flags.hpp>

#include <algorithm>
#include <chrono>
#include <set>

namespace essaim::engine {
namespace {

namespace flags = lt::torrent_flags;
using Reason = DiskHold::Reason;

constexpr std::chrono::milliseconds kAskEvery{1000};
constexpr int kMostProbesSkipped = 60;

/// What it still has to write; nothing if it does not want to write at present.
std::optional<std::int64_t> neededBy(const TorrentEntry& entry) {
    if (!entry.metadata || !entry.status || entry.status->is_finished)
        return std::nullopt;
    const bool isStopped = entry.removal || entry.record.paused || entry.error || entry.areFilesMissing;
    if (isStopped || !entry.handle.is_valid())
        return std::nullopt;
    using Status = lt::torrent_status;
    const Status& status = *entry.status;
    const bool isChecking = status.state == Status::checking_files || status.state == Status::checking_resume_data;
    // What stopped at its disk before it was checked waits as well.
    if (isChecking && !entry.hold)
        return std::nullopt;
    return std::max<std::int64_t>(0, status.total_wanted - status.total_wanted_done);
}

} // namespace

SpaceKeeper::SpaceKeeper(EngineContext& context)
    : m_context(context)
    , m_timer(this) {
    m_timer.setInterval(kAskEvery);
    connect(&m_timer, &QTimer::timeout, this, &SpaceKeeper::ask);
    context.onDiskError = [this](TorrentEntry& entry, Reason reason) { return onDiskError(entry, reason); };
}

void SpaceKeeper::start() {
    m_timer.start();
    ask();
}

void SpaceKeeper::ask() {
    const std::uint64_t touches = m_context.publisher.touches();
    if (m_isAsking || m_quietSince == touches)
        return;
    std::set<std::string> paths;
    m_context.torrents.forEach([&paths](const TorrentEntry& entry) {
        if (neededBy(entry) || entry.hold)
            paths.insert(entry.record.savePath);
    });
    std::map<std::int64_t, std::string> probes;
    for (auto& [device, volume] : m_volumes) {
        if (volume.failure && --volume.probesToSkip < 0)
            probes.emplace(device, volume.probeFolder);
    }
    if (paths.empty()) {
        m_quietSince = touches;
        return;
    }
    m_isAsking = true;
    const auto look = [paths, probes] {
        Answer answer;
        for (const std::string& path : paths) {
            if (const auto volume = volumeOf(path))
                answer.volumes.emplace(path, *volume);
        }
        for (const auto& [device, folder] : probes)
            answer.isWritable.emplace(device, tryToWrite(folder).has_value());
        return answer;
    };
    runInBackground(this, look, [this](const Answer& answer) { onAnswer(answer); });
}

void SpaceKeeper::onAnswer(const Answer& answer) {
    m_isAsking = false;
    for (const auto& [path, info] : answer.volumes) {
        m_devices[path] = info.device;
        m_volumes[info.device].info = info;
    }
    std::erase_if(m_early, [this](const auto& early) {
        const auto device = m_devices.find(early.first);
        if (device != m_devices.end())
            fail(device->second, early.first, early.second);
        return device != m_devices.end();
    });
    for (const auto& [device, isWritable] : answer.isWritable) {
        Volume& volume = m_volumes[device];
        if (isWritable) {
            volume.failure.reset();
            volume.probesSkipped = 1;
        } else {
            volume.probesSkipped = std::min(volume.probesSkipped * 2, kMostProbesSkipped);
            volume.probesToSkip = volume.probesSkipped;
        }
    }
    if (m_context.session && !m_context.isStopping)
        decide();
}

void SpaceKeeper::decide() {
    std::map<std::int64_t, std::vector<TorrentEntry*>> byDevice;
    m_context.torrents.forEach([this, &byDevice](TorrentEntry& entry) {
        const auto device = m_devices.find(entry.record.savePath);
        if (neededBy(entry) && device != m_devices.end())
            byDevice[device->second].push_back(&entry);
        else if (entry.hold && !neededBy(entry))
            entry.hold.reset(); // paused or finished meanwhile
    });
    for (auto& [device, volume] : m_volumes) {
        if (!byDevice.contains(device))
            volume.isFull = volume.isTold = false;
    }
    for (auto& [device, torrents] : byDevice)
        decideVolume(device, std::move(torrents));
}

void SpaceKeeper::decideVolume(std::int64_t device, std::vector<TorrentEntry*> torrents) {
    std::ranges::stable_sort(torrents, {}, [](const TorrentEntry* entry) {
        return std::pair(static_cast<int>(entry->status->queue_position), entry->record.addedAt);
    });
    Volume& volume = m_volumes[device];
    std::vector<BookedTorrent> booked;
    for (const TorrentEntry* entry : torrents)
        booked.push_back({neededBy(*entry).value_or(0), !entry->hold && entry->isBooked});
    const SpaceDecision decision = decideSpace(
        {volume.info.freeBytes, volume.info.totalBytes, m_context.settings.keepFreeBytes, volume.isFull,
         volume.failure},
        booked);
    volume.isFull = decision.isFull;
    int waiting = 0;
    for (std::size_t i = 0; i < torrents.size(); ++i) {
        torrents[i]->isBooked = !decision.holds[i];
        if (!decision.holds[i]) {
            letGo(*torrents[i]);
            continue;
        }
        ++waiting;
        hold(*torrents[i], {decision.holds[i]->reason, toQString(volume.info.name), decision.holds[i]->missing});
    }
    if (volume.failure || volume.isFull)
        tell(volume, waiting);
    else
        volume.isTold = false;
}

void SpaceKeeper::tell(Volume& volume, int waiting) {
    if (std::exchange(volume.isTold, true))
        return;
    Q_EMIT m_context.events.volumeHeld({volume.failure.value_or(Reason::Full), toQString(volume.info.name), waiting});
}

void SpaceKeeper::hold(TorrentEntry& entry, const DiskHold& hold) {
    const bool isNew = !entry.hold;
    if (entry.hold != hold) {
        entry.hold = hold;
        m_context.publisher.touch(entry);
    }
    if (entry.check) // it rests, and comes back as its record says
        return;
    unlessRemoved([&] {
        // What it has, others may still get; a torrent without anything would only take a place in the queue.
        const bool hasData = entry.status->num_pieces > 0 && !entry.status->errc;
        if (isNew || (entry.handle.flags() & flags::auto_managed)) {
            entry.handle.unset_flags(flags::auto_managed);
            entry.handle.set_flags(flags::upload_mode);
            if (hasData)
                entry.handle.resume();
            else
                entry.handle.pause();
        }
    });
}

void SpaceKeeper::letGo(TorrentEntry& entry) {
    if (!entry.hold)
        return;
    entry.hold.reset();
    m_context.publisher.touch(entry);
    if (entry.check)
        return;
    unlessRemoved([&] {
        entry.handle.clear_error();
        entry.handle.unset_flags(flags::upload_mode);
        entry.handle.set_flags(flags::auto_managed);
        entry.handle.resume();
    });
}

void SpaceKeeper::fail(std::int64_t device, const std::string& savePath, Reason reason) {
    Volume& volume = m_volumes[device];
    volume.failure = reason;
    volume.probeFolder = savePath;
    volume.probesToSkip = volume.probesSkipped;
}

bool SpaceKeeper::onDiskError(TorrentEntry& entry, Reason reason) {
    const std::string& savePath = entry.record.savePath;
    const auto device = m_devices.find(savePath);
    if (device == m_devices.end()) { // in its first moment: the answer says whose disk it is
        m_early[savePath] = reason;
        entry.hold = DiskHold{reason, {}, 0};
        m_quietSince.reset();
        ask();
        return true;
    }
    fail(device->second, savePath, reason);
    entry.hold = DiskHold{reason, toQString(m_volumes[device->second].info.name), 0};
    decide();
    return true;
}

} // namespace essaim::engine
