// Something worth sharing, for the demonstration: nested files with names of many scripts.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace essaim::app {

/// SHA-256 by path relative to the folder, '/' between parts.
using FolderDigest = QMap<QString, QByteArray>;

/// Writes about `totalSize` bytes of incompressible data into a new folder `path`. Throws DemoFailure if it cannot.
void makeSampleFolder(const QString& path, qint64 totalSize);

/// Reads every file below `path`; empty if there is none.
[[nodiscard]] FolderDigest digestFolder(const QString& path);

} // namespace essaim::app
