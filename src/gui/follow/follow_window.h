// The hosts that this user follows, and the dialog that shows them.
#pragma once

#include "gui/follow/local_progress.h"
#include "gui/services.h"
#include "hosting/followed_hosts.h"
#include "hosting/followed_trackers.h"
#include "hosting/standing_in.h"

#include <QObject>
#include <QPointer>

namespace essaim::gui {
class FollowDialog;

/// Keeps `followed.json` beside the settings. GUI thread; `window`: parent of the dialog, outlives this.
class FollowWindow : public QObject {
    Q_OBJECT
public:
    FollowWindow(const Services& services, QWidget& window);

    void show();
    /// An invite link that the user opened: the host becomes a source, and its list is shown.
    void open(const QString& link);

Q_SIGNALS:
    void failed(const QString& sentence);

private:
    void onReplaced(const QString& link, bool isSame);

    Services m_services;
    QWidget& m_window;
    LocalProgress m_local;
    hosting::FollowedHosts m_hosts;
    hosting::StandingIn m_standingIn;
    hosting::FollowedTrackers m_followedTrackers;
    QPointer<FollowDialog> m_dialog;
    QString m_opened; ///< secret: the link whose source is to be shown
};

} // namespace essaim::gui
