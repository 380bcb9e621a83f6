// Requests for torrents as text, for what outlives the program: the queue and the presets.
#pragma once

#include "hosting/publisher.h"

#include <QJsonObject>

namespace essaim::hosting {

/// Everything but the cache of hashes and the number of threads, which belong to the machine of the moment.
[[nodiscard]] QJsonObject toJson(const PublishRequest& request);
/// What is missing or of another type keeps its default; numbers out of range, too.
[[nodiscard]] PublishRequest publishRequestOf(const QJsonObject& object);

/// Without what belongs to one torrent: sources, name, ticks, renames, the place of the .torrent.
[[nodiscard]] PublishRequest presetOf(PublishRequest request);

} // namespace essaim::hosting
