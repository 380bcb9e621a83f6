// What the host hands to one friend: a link, a square for telephones, files for any client.
#pragma once

#include "gui/services.h"
#include "hosting/friends.h"

#include <QDialog>

#include <memory>

namespace essaim::gui {

/// Shows secrets, but only what a click asked for: the announce address is masked until then. Object names: linkEdit,
/// copyLinkButton, qrCode, announceEdit, showKeyButton, copyAnnounceButton, torrentsView, saveTorrentButton,
/// copyMagnetButton.
class InviteDialog : public QDialog {
    Q_OBJECT
public:
    InviteDialog(const Services& services, const hosting::FriendInvite& invite, QWidget* parent = nullptr);
    ~InviteDialog() override;

    /// Puts the link on the clipboard and says so.
    void copyLink();

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
