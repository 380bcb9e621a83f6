// Writing a file as a whole or not at all.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace essaim::cli {

/// What was there before stays until the new bytes are on the disk.
[[nodiscard]] Expected<void> saveFile(const QString& path, const QByteArray& bytes);

} // namespace essaim::cli
