// A .torrent in a folder, under the name of its torrent.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace essaim::gui {

/// Makes the folder if it is not there, and replaces nothing: another .torrent of that name gets a neighbour with a
/// part of `hash` in its name. Waits for the disk.
[[nodiscard]] Expected<void>
writeTorrentCopy(const QString& folder, const QString& name, const QString& hash, const QByteArray& bytes);

} // namespace essaim::gui
