// What is said when files are to be shared a second time.
#pragma once

#include "gui/tracker/shared_check.h"

#include <QMessageBox>

namespace essaim::gui {

/// Says with whom the torrent is shared, or what has changed in its files, and offers what fits. Deletes itself. Object
/// names: copyLinkButton, shareMoreButton, newVersionButton.
class SharedBox : public QMessageBox {
    Q_OBJECT
public:
    SharedBox(const AlreadyShared& shared, const std::vector<tracker::FriendStatus>& friends, QWidget* parent);

Q_SIGNALS:
    void linkWanted();
    void moreFriendsWanted();
    void newVersionWanted();

private:
    void tellShared(const tracker::HostedTorrent& torrent, const std::vector<tracker::FriendStatus>& friends);
    void tellChanged(const ContentChange& change);
};

} // namespace essaim::gui
