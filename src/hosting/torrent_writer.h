// Puts a .torrent on the disk.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace essaim::hosting {

enum class TorrentFileWritten : std::uint8_t {
    New,      ///< nothing stood there before
    Replaced, ///< an older file gave way
};

/// Writes all or nothing; a file that stands there stays whole until the new one is. Makes missing folders.
/// Any thread; blocks on the disk.
[[nodiscard]] Expected<TorrentFileWritten> writeTorrentFile(const QString& path, const QByteArray& bytes);

} // namespace essaim::hosting
