// What lies where a torrent would be downloaded to, as values.
#pragma once

#include "core/error.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <algorithm>
#include <optional>

namespace essaim::engine {

/// What to do about files that are there already and are not what the torrent contains. Files that are right are used
/// as they are, whatever is chosen.
enum class ExistingFiles : std::uint8_t {
    Refuse,    ///< the torrent is not added
    KeepBoth,  ///< the torrent's file gets another name: "name (1).ext"
    Overwrite, ///< the user said so
};

/// One file that is there.
struct TargetFileReport {
    enum class State : std::uint8_t {
        Matches, ///< every byte is right
        Differs, ///< or only part of it is there
        Blocked, ///< a folder, a link or something else that is no file
    };
    QString path; ///< relative to the save path
    qint64 size = 0;
    State state = State::Differs;
};

/// What a look at the disk found; nothing was changed.
struct TargetReport {
    quint64 requestId = 0;
    QList<TargetFileReport> existing;
    int fileCount = 0; ///< of the torrent, without padding
    /// Name of another torrent of the list that writes one of the files; empty = none.
    QString claimedBy;
    std::optional<Error> error; ///< the folder cannot be looked at

    [[nodiscard]] int count(TargetFileReport::State state) const {
        return int(std::count_if(
            existing.begin(), existing.end(), [state](const TargetFileReport& file) { return file.state == state; }));
    }
};

} // namespace essaim::engine

Q_DECLARE_METATYPE(essaim::engine::TargetReport)
