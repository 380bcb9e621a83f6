#include "gui/tracker/link_reach.h"

#include "hosting/tracker_host.h"

namespace essaim::gui {

QString LinkReach::warning(const hosting::TrackerHost& host) {
    const auto addresses = host.addresses();
    if (addresses.isEmpty())
        return tr("Your tracker is off. The link opens when it is on.");
    using Verdict = hosting::Reachability::Verdict;
    switch (addresses.first().reach) {
    case hosting::TrackerAddress::Reach::Internet:
        return {};
    case hosting::TrackerAddress::Reach::ThisComputer:
        return tr("Only this computer can open the link: it is not connected to a network.");
    case hosting::TrackerAddress::Reach::LocalNetwork:
        break;
    }
    return host.reachability().verdict == Verdict::Asking
               ? tr("Your router is still asked for an address that friends elsewhere can use. Until it answers, the "
                    "link opens on your own network only.")
               : tr("The link opens on your own network only: friends elsewhere cannot reach your tracker yet. The "
                    "Tracker page says why, and what to do.");
}

} // namespace essaim::gui
