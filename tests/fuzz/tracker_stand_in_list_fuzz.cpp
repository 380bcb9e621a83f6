// What a host answers to a tracker that offers to stand in: whatever it is, nobody gets in who is not on the list.
#include "check.h"

#include "tracker/access/stand_in_list.h"
#include "tracker/access/standing_in.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace essaim;
using namespace essaim::tracker;

namespace {

void checkList(const StandInList& list) {
    FUZZ_CHECK(list.members.size() <= StandInList::kMostMembers);
    FUZZ_CHECK(list.torrents.size() <= StandInList::kMostTorrents);
    FUZZ_CHECK(list.reportToken.size() == 32);
    FUZZ_CHECK(list.isAccepted || (list.members.empty() && list.torrents.empty()));
    for (const auto& torrent : list.torrents) {
        FUZZ_CHECK(torrent.infoHash.isValid());
        for (const auto place : torrent.members)
            FUZZ_CHECK(place < list.members.size());
    }
}

/// What the tracker makes of it.
void checkStandingIn(const StandingIn& standing) {
    const auto members = standing.members();
    for (const auto& member : standing.access())
        FUZZ_CHECK(member.id < 0 && members.contains(member.id));
    for (const auto& entry : standing.restricted()) {
        FUZZ_CHECK(!entry.forAllFriends && standing.hashes().contains(entry.infoHash));
        for (const auto id : entry.friends)
            FUZZ_CHECK(members.contains(id));
    }
    for (const auto& [member, torrent] : standing.places())
        FUZZ_CHECK(members.contains(member));
    for (const auto& infoHash : standing.hybrids())
        FUZZ_CHECK(infoHash.isHybrid());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(data), size);
    const auto list = parseStandInList(input);
    if (list) {
        checkList(*list);
        const std::string written = encode(*list);
        const auto again = parseStandInList(written);
        FUZZ_CHECK(again && encode(*again) == written);
    }
    const StandingIn standing({input, input});
    FUZZ_CHECK(standing.lists().size() == (list ? 2 : 0));
    checkStandingIn(standing);
    if (isAnnounceBase(input))
        FUZZ_CHECK(input.find_first_of(" \r\n\"<>?#@%&\\") == std::string::npos);
    return 0;
}
