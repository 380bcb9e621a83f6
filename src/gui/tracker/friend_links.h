// The invite links of those with whom something was just shared.
#pragma once

#include "gui/services.h"
#include "hosting/friends.h"
#include "tracker/tracker.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace essaim::gui {

/// The link of a single friend goes to the clipboard at once, those of several on request. GUI thread. Object names:
/// friendLinksLabel, friendLinkButton.
class FriendLinks : public QWidget {
    Q_OBJECT
public:
    explicit FriendLinks(QWidget* parent = nullptr);

    /// `torrent`: is not for everyone.
    void showFor(const Services& services, const tracker::HostedTorrent& torrent);

private:
    void copy(std::int64_t id);

    std::optional<hosting::Friends> m_friends;
    QLabel* m_label;
    QPushButton* m_button;
};

} // namespace essaim::gui
