// The Tracker page: the switch, the addresses, the hosted torrents.
#pragma once

#include "gui/services.h"
#include "tracker/tracker.h"

#include <QWidget>

#include <memory>

namespace essaim::gui {

/// Object names used by tests and the demo: trackerSwitch (a checkable QAbstractButton), verdictLabel, addressList,
/// trackerSectionList, hostedView, friendsView.
class TrackerPage : public QWidget {
    Q_OBJECT
public:
    explicit TrackerPage(const Services& services, QWidget* parent = nullptr);
    ~TrackerPage() override;

Q_SIGNALS:
    /// The user wants to choose files to share from this page.
    void shareRequested();
    /// See SharingMenu; `savePath`: where the files lie.
    void privateCopyWanted(
        const essaim::TorrentId& id, const QString& savePath, essaim::tracker::Visibility visibility,
        const std::vector<std::int64_t>& chosen);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
