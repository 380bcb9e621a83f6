// Writing a file as a whole or not at all.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <optional>

namespace essaim::engine {

/// What was there before stays until the new bytes are on the disk. The rights are those of the file that is replaced,
/// or the usual ones, unless they are given. Any thread; blocks on the disk. Errors: what the system says, as
/// Operation::WriteFile on `path`.
[[nodiscard]] Expected<void> saveFile(
    const QString& path, const QByteArray& bytes, std::optional<QFileDevice::Permissions> permissions = std::nullopt);

} // namespace essaim::engine
