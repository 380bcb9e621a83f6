#include "app/session_settings.h"

#include "core/units.h"
#include "settings/schema.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace essaim::app {

namespace {

// IANA's dynamic range: no service is registered there, and routers do not treat it specially.
constexpr int kFirstDynamicPort = 49152;
constexpr int kAfterLastPort = 65536;

/// The session counts bytes in an int: two gibibytes a second are as much as no limit.
int bytesOf(int kibibytes) {
    return static_cast<int>(std::min<std::int64_t>(kibibytes * std::int64_t{kKiB}, std::numeric_limits<int>::max()));
}

} // namespace

int listenPort(settings::SettingsStore& store) {
    int port = store.value(settings::kListenPort);
    if (port == 0) {
        port = QRandomGenerator::global()->bounded(kFirstDynamicPort, kAfterLastPort);
        store.set(settings::kListenPort, port);
    }
    return port;
}

engine::SessionSettings sessionSettings(settings::SettingsStore& store, bool offline) {
    engine::SessionSettings result;
    result.listenPort = listenPort(store);
    result.offline = offline;
    result.dht = store.value(settings::kDht);
    result.lsd = store.value(settings::kLsd);
    result.pex = store.value(settings::kPex);
    result.utp = store.value(settings::kUtp);
    result.portMapping = store.value(settings::kPortMapping);
    result.downloadLimit = bytesOf(store.value(settings::kDownloadLimit));
    result.uploadLimit = bytesOf(store.value(settings::kUploadLimit));
    result.maxActiveDownloads = store.value(settings::kMaxActiveDownloads);
    result.hashesGently = store.value(settings::kGentleHashing);
    result.marksIncomplete = store.value(settings::kMarkIncomplete);
    result.bannedPeers = store.value(settings::kBannedPeers);
    result.keepFreeBytes = store.value(settings::kKeepFree) * qint64{kMiB};
    return result;
}

} // namespace essaim::app
