#include "engine/files/bin_file.h"

#include "engine/files/trash.h"

#include <ctime>

namespace essaim::engine {

Expected<void> moveToBin(const QString& path) {
    const std::string file = path.toStdString();
    const auto bin = Trash::onVolumeOf(file);
    if (!bin)
        return std::unexpected(bin.error());
    if (const auto taken = bin->take(file, std::time(nullptr)); !taken)
        return std::unexpected(taken.error());
    return {};
}

} // namespace essaim::engine
