// The named networks of a host: who gets in from where, and who meets whom first.
#pragma once

#include "core/cidr.h"
#include "core/error.h"
#include "tracker/tracker_config.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace essaim::hosting {

/// One row of the list. The first network that contains an address decides about it.
struct Network {
    QString name;
    std::vector<Cidr> ranges = {};
    bool isAllowed = true;
    bool prefersOwn = false; ///< its members are handed each other first

    bool operator==(const Network&) const = default;
};

/// In order; what is in none of them is `elsewhereAllowed`.
struct Networks {
    QList<Network> list = {};
    bool elsewhereAllowed = true;

    bool operator==(const Networks&) const = default;
};

/// The tracker counts and prefers so many; more are not taken.
inline constexpr qsizetype kMostNetworks = 30;

/// "192.168.0.0/16, 2001:db8::/32": commas, spaces or lines between. InvalidData with the word that is no range;
/// also where there is none.
[[nodiscard]] Expected<std::vector<Cidr>> parseRanges(const QString& text);
[[nodiscard]] QString rangesText(const std::vector<Cidr>& ranges);

struct Entry {
    bool isAllowed = true;
    QString network; ///< that decided; empty = elsewhere, or this computer, which is never shut out
};
/// Would this address get in?
[[nodiscard]] Entry entryOf(const Networks& networks, const IpAddress& address);

/// What the tracker is told: rules and names. This computer always gets in, or the host's own client would not.
void applyNetworks(const Networks& networks, tracker::TrackerConfig& config);

/// As it stands in the settings. What cannot be read (any more) is left out.
[[nodiscard]] QString toText(const Networks& networks);
[[nodiscard]] Networks networksFrom(const QString& text);

} // namespace essaim::hosting
