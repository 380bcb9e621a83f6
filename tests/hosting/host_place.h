// A tracker host with a profile and a port of its own.
#pragma once

#include "hosting/free_port.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QTemporaryDir>

#include <optional>

namespace essaim::hosting::test {

struct Place {
    Place()
        : settings(folder.filePath(QStringLiteral("settings.ini"))) {
        settings.set(settings::kTrackerPort, int(freePortNear(6969, true).value()));
        host.emplace(settings, folder.filePath(QStringLiteral("tracker.db")), true);
    }

    QTemporaryDir folder;
    settings::SettingsStore settings;
    std::optional<TrackerHost> host;
};

} // namespace essaim::hosting::test
