#include "hosting/network_notes.h"

#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <algorithm>
#include <utility>

namespace essaim::hosting {

using tracker::Activity;
using tracker::ActivityEntry;

namespace {

constexpr std::size_t kMostNotes = 20; ///< a list of thousands would push all else out of the log

const Network* find(const Networks& networks, const QString& name) {
    const auto found = std::ranges::find(networks.list, name, &Network::name);
    return found == networks.list.end() ? nullptr : &*found;
}

/// What this one was called before, if only its name is another.
const Network* underAnotherName(const Network& network, const Networks& before, const Networks& now) {
    const auto was = std::ranges::find_if(
        before.list, [&](const Network& one) { return one.ranges == network.ranges && !find(now, one.name); });
    return was == before.list.end() ? nullptr : &*was;
}

void noteChange(std::vector<ActivityEntry>& notes, const Network& now, const Network& before) {
    const std::string name = now.name.toStdString();
    if (now.name != before.name || now.ranges != before.ranges || now.prefersOwn != before.prefersOwn)
        notes.push_back({0, Activity::NetworkChanged, name, {}});
    if (now.isAllowed != before.isAllowed)
        notes.push_back({0, now.isAllowed ? Activity::NetworkAllowed : Activity::NetworkDenied, name, {}});
}

/// Of the networks that are in both.
QStringList namesIn(const Networks& networks, const Networks& other) {
    QStringList names;
    for (const Network& one : networks.list) {
        if (find(other, one.name))
            names << one.name;
    }
    return names;
}

std::vector<Cidr> without(const std::vector<Cidr>& ranges, const std::vector<Cidr>& others) {
    std::vector<Cidr> result;
    for (const Cidr& one : ranges) {
        if (std::ranges::find(others, one) == others.end() && std::ranges::find(result, one) == result.end())
            result.push_back(one);
    }
    return result;
}

std::string textOf(const Cidr& range) {
    const bool isOneAddress = range.prefixLength() == (range.address().isV4() ? 32U : 128U);
    return isOneAddress ? range.address().toString() : range.toString();
}

void noteRanges(std::vector<ActivityEntry>& notes, Activity kind, const std::vector<Cidr>& ranges) {
    if (ranges.size() > kMostNotes) {
        notes.push_back({0, kind, {}, std::to_string(ranges.size())});
        return;
    }
    for (const Cidr& one : ranges)
        notes.push_back({0, kind, textOf(one), {}});
}

std::vector<Cidr> bannedIn(const settings::SettingsStore& settings) {
    return parseRanges(settings.value(settings::kTrackerBanned)).value_or(std::vector<Cidr>());
}

} // namespace

std::vector<ActivityEntry> notesOf(const Networks& before, const Networks& now) {
    std::vector<ActivityEntry> notes;
    QStringList renamed;
    for (const Network& one : now.list) {
        const Network* was = find(before, one.name);
        if (!was && (was = underAnotherName(one, before, now)))
            renamed << was->name;
        if (was) {
            noteChange(notes, one, *was);
            continue;
        }
        notes.push_back({0, Activity::NetworkAdded, one.name.toStdString(), {}});
        if (!one.isAllowed)
            notes.push_back({0, Activity::NetworkDenied, one.name.toStdString(), {}});
    }
    for (const Network& one : before.list) {
        if (!find(now, one.name) && !renamed.contains(one.name))
            notes.push_back({0, Activity::NetworkRemoved, one.name.toStdString(), {}});
    }
    if (namesIn(before, now) != namesIn(now, before))
        notes.push_back({0, Activity::NetworksReordered, {}, {}});
    if (now.elsewhereAllowed != before.elsewhereAllowed)
        notes.push_back({0, now.elsewhereAllowed ? Activity::ElsewhereAllowed : Activity::ElsewhereDenied, {}, {}});
    return notes;
}

std::vector<ActivityEntry> notesOf(const std::vector<Cidr>& before, const std::vector<Cidr>& now) {
    std::vector<ActivityEntry> notes;
    noteRanges(notes, Activity::AddressBanned, without(now, before));
    noteRanges(notes, Activity::AddressFreed, without(before, now));
    return notes;
}

NetworkNotes::NetworkNotes(const settings::SettingsStore& settings, TrackerHost& host, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_host(host)
    , m_networks(networksFrom(settings.value(settings::kTrackerNetworks)))
    , m_banned(bannedIn(settings)) {
    connect(&settings, &settings::SettingsStore::changed, this, &NetworkNotes::onChanged);
    connect(&host, &TrackerHost::stateChanged, this, &NetworkNotes::tell);
}

void NetworkNotes::onChanged(const QString& key) {
    std::vector<ActivityEntry> notes;
    if (key == QLatin1String(settings::kTrackerNetworks.key)) {
        Networks now = networksFrom(m_settings.value(settings::kTrackerNetworks));
        notes = notesOf(m_networks, now);
        m_networks = std::move(now);
    } else if (key == QLatin1String(settings::kTrackerBanned.key)) {
        std::vector<Cidr> now = bannedIn(m_settings);
        notes = notesOf(m_banned, now);
        m_banned = std::move(now);
    }
    m_notes.insert(m_notes.end(), notes.begin(), notes.end());
    tell();
}

void NetworkNotes::tell() {
    if (m_notes.empty() || m_host.state() != TrackerHost::State::On)
        return;
    m_host.change(
        [notes = std::exchange(m_notes, {})](tracker::Tracker& tracker) -> Expected<void> {
            for (const ActivityEntry& note : notes)
                tracker.note(note);
            return {};
        },
        [](const Expected<void>&) {});
}

} // namespace essaim::hosting
