// Addresses of this computer that will still be its own tomorrow.
#pragma once

#include <QList>
#include <QNetworkAddressEntry>

namespace essaim::hosting {

/// Without the temporary IPv6 addresses that the system makes for privacy, and without those that it is about to drop,
/// where there is another one of the same network: what a link or a .torrent names must last.
[[nodiscard]] QList<QNetworkAddressEntry> stableAddresses(const QList<QNetworkAddressEntry>& entries);

} // namespace essaim::hosting
