// The list of blocked torrents as a text that can be sent and read.
#pragma once

#include "core/error.h"
#include "tracker/tracker.h"

#include <QByteArray>

#include <vector>

namespace essaim::hosting {

/// One line each: hash, reason and name, with tabs between; UTF-8; lines that begin with # are remarks.
[[nodiscard]] QByteArray toText(const std::vector<tracker::BlockedStatus>& blocked);
/// 40 digits of a hash begin each line (64 of a version 2 hash are cut to what is announced); the rest may be missing.
/// InvalidData with the number of the first line that is none.
[[nodiscard]] Expected<std::vector<tracker::BlockedStatus>> blockListFrom(const QByteArray& text);

} // namespace essaim::hosting
