// Holds downloads back while their disk cannot take them, and lets them go on by themselves. Private to the engine.
#pragma once

#include "engine/engine_context.h"
#include "engine/volumes/space_books.h"
#include "engine/volumes/volume.h"

#include <QTimer>

#include <map>

namespace essaim::engine {

/// Engine thread; disks are asked elsewhere, one volume never waits for another's answer longer than one question.
/// What was downloaded is offered to others all the while.
class SpaceKeeper : public QObject {
    Q_OBJECT
public:
    explicit SpaceKeeper(EngineContext& context);

    void start();
    void stop() { m_timer.stop(); }
    /// See EngineContext::onDiskError.
    [[nodiscard]] bool onDiskError(TorrentEntry& entry, DiskHold::Reason reason);

private:
    struct Volume {
        VolumeInfo info;
        bool isFull = false;
        bool isTold = false; ///< the user has had his notice
        std::optional<DiskHold::Reason> failure;
        std::string probeFolder; ///< where the failure was
        int probesToSkip = 0;    ///< before the next try
        int probesSkipped = 1;   ///< doubles with each that failed
    };
    struct Answer {
        std::map<std::string, VolumeInfo> volumes; ///< by save path
        std::map<std::int64_t, bool> isWritable;   ///< of the volumes that were tried
    };

    void ask();
    void onAnswer(const Answer& answer);
    void decide();
    void decideVolume(std::int64_t device, std::vector<TorrentEntry*> torrents);
    void hold(TorrentEntry& entry, const DiskHold& hold);
    void letGo(TorrentEntry& entry);
    void fail(std::int64_t device, const std::string& savePath, DiskHold::Reason reason);
    void tell(Volume& volume, int waiting);

    EngineContext& m_context;
    QTimer m_timer;
    bool m_isAsking = false;
    /// Nothing has wanted to write since this number of SnapshotPublisher::touches().
    std::optional<std::uint64_t> m_quietSince;
    std::map<std::string, std::int64_t> m_devices;   ///< by save path
    std::map<std::string, DiskHold::Reason> m_early; ///< failures by save path, before its volume is known
    std::map<std::int64_t, Volume> m_volumes;        ///< by device
};

} // namespace essaim::engine
