// Which announce URLs go into what is handed out, of the addresses that this computer has.
#pragma once

#include "hosting/reachability.h"

#include <QList>
#include <QStringList>

namespace essaim::hosting {

/// Every address that somebody elsewhere may need, each once; those of the own network only if there are no others.
[[nodiscard]] QStringList urlsOf(const QList<TrackerAddress>& addresses);
/// What comes on top for those in the own network: not every router lets them use the address outside.
[[nodiscard]] QStringList homeUrlsOf(const QList<TrackerAddress>& addresses);

} // namespace essaim::hosting
