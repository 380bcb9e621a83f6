#include "app/session_settings.h"

#include "core/units.h"
#include "settings/schema.h"

#include <QRandomGenerator>

namespace essaim::app {

namespace {

// IANA's dynamic range: no service is registered there, and routers do not treat it specially.
constexpr int kFirstDynamicPort = 49152;
constexpr int kAfterLastPort = 65536;

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
    result.downloadLimit = store.value(settings::kDownloadLimit) * static_cast<int>(kKiB);
    result.uploadLimit = store.value(settings::kUploadLimit) * static_cast<int>(kKiB);
    result.maxActiveDownloads = store.value(settings::kMaxActiveDownloads);
    return result;
}

} // namespace essaim::app
