#include "hosting/announce_urls.h"

#include <algorithm>

namespace essaim::hosting {

QStringList urlsOf(const QList<TrackerAddress>& addresses) {
    if (addresses.isEmpty())
        return {};
    QStringList result{addresses.first().httpUrl, addresses.first().udpUrl};
    const auto addFirst = [&](auto&& isWanted) {
        const auto found = std::ranges::find_if(addresses, isWanted);
        if (found != addresses.end() && !result.contains(found->httpUrl))
            result << found->httpUrl;
    };
    using Reach = TrackerAddress::Reach;
    addFirst([](const TrackerAddress& one) { return one.reach == Reach::Internet && one.host.startsWith(u'['); });
    return result;
}

QStringList homeUrlsOf(const QList<TrackerAddress>& addresses) {
    const auto home = std::ranges::find(addresses, TrackerAddress::Reach::LocalNetwork, &TrackerAddress::reach);
    return home == addresses.end() || home == addresses.begin() ? QStringList() : QStringList{home->httpUrl};
}

} // namespace essaim::hosting
