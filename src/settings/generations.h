// Two generations of a settings file: the one in use and the one before, each whole or known not to be.
#pragma once

#include <QByteArray>
#include <QString>

namespace essaim::settings {

/// Where the generation before `file` is kept.
[[nodiscard]] QString previousOf(const QString& file);

/// True if the file ends with the line that is written last. A file that a person wrote has none.
[[nodiscard]] bool isWhole(const QString& file);

/// True if the last line tells of another content: somebody has changed the file, or a disk has.
[[nodiscard]] bool isChanged(const QString& file);

/// What the file was before a single bit of it changed, if that is all that happened; empty otherwise. Takes
/// milliseconds: the window waits for it. Files of more than 64 KiB are not looked at.
[[nodiscard]] QByteArray withBitMended(const QString& file);

/// Replaces the file, as a whole or not at all, and waits for the disk.
[[nodiscard]] bool replace(const QString& file, const QByteArray& content);

/// Writes that line and waits until all of the file has reached the disk.
[[nodiscard]] bool finish(const QString& file);

/// Keeps `file`, if it is there and whole, under the name of previousOf(): of this name there is always a whole file or
/// none.
void keepAsPrevious(const QString& file);

/// Names in the folder of `file`, new and gone, reach the disk.
void syncFolderOf(const QString& file);

} // namespace essaim::settings
