// The card with the hosted torrents: table, its actions, and what stands there while it is empty.
#pragma once

#include "gui/services.h"
#include "tracker/tracker.h"

#include <QFrame>

#include <memory>

namespace essaim::gui {
struct AlreadyShared;

/// Follows the tracker host by itself. Object names used by tests: hostedView, shareButton, stopHostingBox.
class HostedPanel : public QFrame {
    Q_OBJECT
public:
    explicit HostedPanel(const Services& services, QWidget* parent = nullptr);
    ~HostedPanel() override;

    /// Only rows with this in one of their cells are left, whatever the case.
    void setSearch(const QString& text);
    /// Selects its row and says that it is there, or what has changed in its files.
    void showShared(const AlreadyShared& shared);

Q_SIGNALS:
    void shareRequested();
    /// A row is to be seen that the search leaves out.
    void searchInTheWay();
    /// See NewVersion::begin().
    void newVersionWanted(const essaim::TorrentId& id, const QString& savePath);
    /// A link to what is for friends only is one friend's: they are to be shown.
    void friendsWanted();
    /// See SharingMenu; `savePath`: where the files lie.
    void privateCopyWanted(
        const essaim::TorrentId& id, const QString& savePath, essaim::tracker::Visibility visibility,
        const std::vector<std::int64_t>& chosen);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
