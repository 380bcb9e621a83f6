// Two generations of a settings file: the one in use and the one before, each whole or known not to be.
#pragma once

#include <QString>

namespace essaim::settings {

/// Where the generation before `file` is kept.
[[nodiscard]] QString previousOf(const QString& file);

/// True if the file ends with the line that is written last. A file that a person wrote has none.
[[nodiscard]] bool isWhole(const QString& file);

/// Writes that line and waits until all of the file has reached the disk.
[[nodiscard]] bool finish(const QString& file);

/// Keeps `file`, if it is there and whole, under the name of previousOf(): of this name there is always a whole file or
/// none.
void keepAsPrevious(const QString& file);

/// Names in the folder of `file`, new and gone, reach the disk.
void syncFolderOf(const QString& file);

} // namespace essaim::settings
