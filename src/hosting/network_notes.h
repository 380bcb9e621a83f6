// What the host changed about networks and banned addresses goes into the activity of the tracker.
#pragma once

#include "hosting/networks.h"
#include "tracker/tracker.h"

#include <QObject>

#include <vector>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::hosting {
class TrackerHost;

/// One entry for each network; `at` is left out.
[[nodiscard]] std::vector<tracker::ActivityEntry> notesOf(const Networks& before, const Networks& now);
/// Of banned ranges: one entry for each, or one for many at once.
[[nodiscard]] std::vector<tracker::ActivityEntry>
notesOf(const std::vector<Cidr>& before, const std::vector<Cidr>& now);

/// The settings hold the networks, the tracker its log: what changes while it is off is noted when it is on. Works by
/// itself; GUI thread; both outlive it.
class NetworkNotes : public QObject {
    Q_OBJECT
public:
    NetworkNotes(const settings::SettingsStore& settings, TrackerHost& host, QObject* parent = nullptr);

private:
    void onChanged(const QString& key);
    void tell();

    const settings::SettingsStore& m_settings;
    TrackerHost& m_host;
    Networks m_networks;
    std::vector<Cidr> m_banned;
    std::vector<tracker::ActivityEntry> m_notes; ///< not told yet
};

} // namespace essaim::hosting
