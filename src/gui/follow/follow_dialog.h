// What hosts share with this user: to be downloaded on a click or by itself.
#pragma once

#include "gui/follow/local_progress.h"
#include "gui/services.h"
#include "hosting/followed_hosts.h"
#include "hosting/standing_in.h"

#include <QDialog>

#include <memory>

namespace essaim::gui {

/// Object names: followDialog, hostCombo, offersView, downloadButton, downloadNewButton, automaticBox, standInBox,
/// standInLabel, forgetButton, forgetBox.
class FollowDialog : public QDialog {
    Q_OBJECT
public:
    FollowDialog(
        const Services& services, hosting::FollowedHosts& hosts, hosting::StandingIn& standingIn,
        const LocalProgress& local, QWidget* parent);
    ~FollowDialog() override;

    /// Shows this host, if it is followed.
    void showHost(const QString& link);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
