// The list of banned peers: what is typed, what it contains.
#pragma once

#include "core/address_range.h"

#include <QStringList>

#include <expected>
#include <vector>

namespace essaim::gui {

/// The first word that is no range of addresses, and a sentence that says why.
struct WrongBan {
    QString word;
    QString sentence;
};

/// Addresses, networks and ranges with lines, blanks, commas or semicolons between, as settings::kBannedPeers has them:
/// each once, in its shortest form.
[[nodiscard]] std::expected<QStringList, WrongBan> readBans(const QString& text);
/// Those entries of the setting that can be read.
[[nodiscard]] std::vector<AddressRange> bannedRanges(const QStringList& bans);
[[nodiscard]] bool isBanned(const QString& address, const std::vector<AddressRange>& ranges);
/// What is usually one household or office: the 256 neighbours of an IPv4 address, the /64 of an IPv6 one; empty for
/// what is no address, and for this computer.
[[nodiscard]] QString networkOf(const QString& address);

} // namespace essaim::gui
