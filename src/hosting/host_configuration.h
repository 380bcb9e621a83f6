// What the embedded tracker is told: where to serve, whom, and under which addresses.
#pragma once

#include "core/endpoint.h"
#include "hosting/reachability.h"
#include "tracker/tracker_config.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::hosting {

/// What settings do not say.
struct HostPlace {
    quint16 port = 0;
    bool loopbackOnly = false; ///< serve 127.0.0.1 alone
    bool hasIpv6 = false;
    QString database; ///< tracker.db; empty = none
    QList<TrackerAddress> addresses;
    std::optional<IpAddress> publicV4;
    QList<QByteArray> standInLists; ///< see TrackerConfig::standInLists
};

[[nodiscard]] tracker::TrackerConfig configurationOf(const settings::SettingsStore& settings, const HostPlace& place);

} // namespace essaim::hosting
