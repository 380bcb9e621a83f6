// The Tracker page: the switch, the addresses, the hosted torrents.
#pragma once

#include "gui/services.h"

#include <QWidget>

#include <memory>

namespace essaim::gui {

/// Object names used by tests and the demo: trackerSwitch (a checkable QAbstractButton), verdictLabel, addressList,
/// hostedView.
class TrackerPage : public QWidget {
    Q_OBJECT
public:
    explicit TrackerPage(const Services& services, QWidget* parent = nullptr);
    ~TrackerPage() override;

Q_SIGNALS:
    /// The user wants to choose files to share from this page.
    void shareRequested();

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
