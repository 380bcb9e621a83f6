// The card with the hosted torrents: table, its actions, and what stands there while it is empty.
#pragma once

#include "gui/services.h"
#include "tracker/tracker.h"

#include <QFrame>

#include <memory>

namespace essaim::gui {

/// Follows the tracker host by itself. Object names used by tests: hostedView, shareButton, stopHostingBox.
class HostedPanel : public QFrame {
    Q_OBJECT
public:
    explicit HostedPanel(const Services& services, QWidget* parent = nullptr);
    ~HostedPanel() override;

Q_SIGNALS:
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
