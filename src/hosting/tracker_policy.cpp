#include "hosting/tracker_policy.h"

#include "settings/schema.h"
#include "settings/settings_store.h"

#include <algorithm>

namespace essaim::hosting {

Networks networksOf(const settings::SettingsStore& settings) {
    Networks networks = networksFrom(settings.value(settings::kTrackerNetworks));
    if (const auto banned = parseRanges(settings.value(settings::kTrackerBanned)))
        networks.list.prepend({bannedNetwork(), *banned, false, false});
    return networks;
}

QString bannedNetwork() {
    return QStringLiteral("\n"); // names are simplified, see networksFrom()
}

void withoutBanned(std::vector<tracker::NetworkStatus>& networks) {
    std::erase_if(networks, [](const auto& one) { return one.name == bannedNetwork().toStdString(); });
    if (networks.size() == 1) // everywhere else, in contrast to nothing
        networks.clear();
}

void applyPolicy(const settings::SettingsStore& settings, tracker::TrackerConfig& config) {
    applyNetworks(networksOf(settings), config);
    auto& limits = config.limits;
    limits.requestsPerSecond = std::uint32_t(settings.value(settings::kTrackerRequests));
    limits.peersPerAddress = std::uint32_t(settings.value(settings::kTrackerPeers));
    limits.connectionsPerAddress = std::size_t(settings.value(settings::kTrackerConnections));
    limits.clientsPerFriend = std::uint32_t(settings.value(settings::kTrackerFriendPrograms));
    limits.torrentsPerFriend = std::uint32_t(settings.value(settings::kTrackerFriendTorrents));
}

bool isPolicy(const QString& key) {
    const char* const keys[] = {settings::kTrackerNetworks.key,      settings::kTrackerBanned.key,
                                settings::kTrackerRequests.key,      settings::kTrackerPeers.key,
                                settings::kTrackerConnections.key,   settings::kTrackerFriendPrograms.key,
                                settings::kTrackerFriendTorrents.key};
    return std::ranges::any_of(keys, [&key](const char* one) { return key == QLatin1String(one); });
}

bool tellsTheSame(const Reachability& one, const Reachability& other) {
    return one.addresses == other.addresses && one.publicV4 == other.publicV4;
}

} // namespace essaim::hosting
