// The friends of the host: who they are, how they stand, what can be done about each.
#pragma once

#include "gui/services.h"

#include <QFrame>

#include <memory>

namespace essaim::gui {

/// Follows the tracker by itself. Object names: friendsView, addFriendButton, inviteButton, newKeysButton; actions of
/// the view: inviteAction, editAction, pauseAction, renewAction, revokeAction, forgetAction.
class FriendsPanel : public QFrame {
    Q_OBJECT
public:
    explicit FriendsPanel(const Services& services, QWidget* parent = nullptr);
    ~FriendsPanel() override;

    /// Only rows with this in one of their cells are left, whatever the case.
    void setSearch(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
