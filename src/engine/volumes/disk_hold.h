// Why a download waits for its disk, as a value.
#pragma once

#include <QMetaType>
#include <QString>

namespace essaim::engine {

struct DiskHold {
    enum class Reason : std::uint8_t {
        NoRoom,   ///< what is still to come does not fit beside the other downloads
        Full,     ///< less is free than is to stay free, or the disk said so
        ReadOnly, ///< the disk cannot be written
        Failing,  ///< the disk reports errors
    };
    Reason reason = Reason::NoRoom;
    QString volume;     ///< name of the drive; "/" for the system's
    qint64 missing = 0; ///< bytes, for NoRoom
    bool operator==(const DiskHold&) const = default;
};

/// Said once when a disk stops taking data.
struct VolumeNotice {
    DiskHold::Reason reason = DiskHold::Reason::Full;
    QString volume;
    int torrents = 0; ///< that wait
};

} // namespace essaim::engine

Q_DECLARE_METATYPE(essaim::engine::VolumeNotice)
