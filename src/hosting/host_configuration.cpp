#include "hosting/host_configuration.h"

#include "hosting/announce_urls.h"
#include "hosting/tracker_policy.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QFile>

#include <chrono>
#include <filesystem>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
// A few friends cost nothing, and the window shows what they told last.
constexpr auto kInterval = 10min;
constexpr auto kShortestInterval = 1min;
constexpr auto kPeerTimeout = 25min;

} // namespace

tracker::TrackerConfig configurationOf(const settings::SettingsStore& settings, const HostPlace& place) {
    tracker::TrackerConfig result;
    result.http = {{place.loopbackOnly ? IpAddress::v4(127, 0, 0, 1) : IpAddress(), place.port}};
    if (place.hasIpv6)
        result.http.push_back({IpAddress::v6({}), place.port});
    result.udp = result.http;
    result.interval = kInterval;
    result.minInterval = kShortestInterval;
    result.peerTimeout = kPeerTimeout;
    result.access = settings.value(settings::kTrackerOpen) ? tracker::AccessMode::Open : tracker::AccessMode::Hosted;
    result.database = QFile::encodeName(place.database).toStdString();
    result.title = settings.value(settings::kTrackerTitle).toStdString();
    applyPolicy(settings, result);
    for (const QString& url : urlsOf(place.addresses))
        result.announceUrls.push_back(url.toStdString());
    for (const QString& url : homeUrlsOf(place.addresses))
        result.homeAnnounceUrls.push_back(url.toStdString());
    if (!result.database.empty())
        result.secret = std::filesystem::path(result.database).replace_extension("secret");
    result.externalAddress = place.publicV4;
    for (const QByteArray& list : place.standInLists)
        result.standInLists.push_back(list.toStdString());
    return result;
}

} // namespace essaim::hosting
