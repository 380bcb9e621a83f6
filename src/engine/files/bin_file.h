// One file to the desktop's bin, for who has no torrent in mind.
#pragma once

#include "core/error.h"

#include <QString>

namespace essaim::engine {

/// `path` is absolute. Errors: Unsupported where the volume has no bin; what the disk says otherwise. The file is then
/// where it was. Any thread; waits for the disk.
[[nodiscard]] Expected<void> moveToBin(const QString& path);

} // namespace essaim::engine
