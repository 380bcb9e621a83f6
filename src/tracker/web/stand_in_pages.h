// What trackers that stand in for each other say to each other, on the port of the pages.
#pragma once

#include "tracker/web/site.h"

namespace essaim::tracker {

class StandIns;
class StandInLedger;

/// /i/TOKEN/stand-in?announce=URL&…: this friend's tracker is there and may stand in; without a URL, it does not any
/// more. The answer is a StandInList: empty until the host has accepted.
[[nodiscard]] PageAnswer
standInPage(const SiteContent& content, const Guest& guest, std::string_view query, StandIns& standIns);

/// /s/TOKEN?after=TIME: a host for which this tracker stands in asks what its friends did: a StandInReport. Asking also
/// means that its list should be fetched anew. NotFound (404) where this tracker does not stand in.
[[nodiscard]] PageAnswer reportPage(
    const SiteContent& content, std::string_view token, std::string_view query, StandIns& standIns,
    StandInLedger& ledger);

} // namespace essaim::tracker
