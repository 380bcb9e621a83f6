// With whom a hosted torrent is shared, as a menu.
#pragma once

#include "gui/services.h"
#include "tracker/tracker.h"

#include <QMenu>

#include <optional>

namespace essaim::gui {

/// Changes take effect at once, but for a torrent that is not private and shall be for friends only: that one becomes
/// another torrent, which the user is told first. A torrent that is not hosted yet is by the first choice. Object names
/// of the actions: shareEveryoneAction, shareFriendsAction, shareChosenAction, stopHostingAction.
class SharingMenu : public QMenu {
    Q_OBJECT
public:
    SharingMenu(const Services& services, QWidget* parent);

    /// What the menu is about; nothing disables it. What is hosted is taken from the tracker's list.
    void setTorrent(const std::optional<tracker::HostedTorrent>& torrent);
    [[nodiscard]] QAction* stopAction() const { return m_stop; }
    /// Asks first.
    void stopHosting(const tracker::HostedTorrent& torrent);

Q_SIGNALS:
    /// Something was done, in a sentence for the user.
    void told(const QString& sentence);
    /// The user wants another, private torrent of the same files in place of this one.
    void privateCopyWanted(
        const essaim::TorrentId& id, essaim::tracker::Visibility visibility, const std::vector<std::int64_t>& chosen);

private:
    QAction* addChoice(const char* name, const QString& text, tracker::Visibility visibility);
    void choose(tracker::Visibility visibility);
    void share(
        const tracker::HostedTorrent& torrent, tracker::Visibility visibility, const std::vector<std::int64_t>& chosen);
    void host(const tracker::HostedTorrent& torrent);
    void warn(const QString& sentence);
    void explain(
        const tracker::HostedTorrent& torrent, tracker::Visibility visibility, const std::vector<std::int64_t>& chosen);

    Services m_services;
    std::optional<tracker::HostedTorrent> m_torrent;
    bool m_isHosted = false;
    QAction* m_stop;
};

} // namespace essaim::gui
