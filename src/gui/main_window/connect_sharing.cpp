#include "gui/main_window/connect_sharing.h"

#include "gui/create_torrent/new_version.h"
#include "gui/main_window/item_opener.h"
#include "gui/main_window/main_window.h"
#include "gui/tracker/shared_check.h"
#include "gui/tracker/sharing_menu.h"
#include "gui/tracker/tracker_page.h"
#include "gui/transfers/transfer_actions.h"
#include "gui/transfers/transfers_page.h"
#include "gui/widgets/message_banner.h"

#include <QAction>

namespace essaim::gui {

void connectSharing(
    const Services& services, MainWindow& window, TransfersPage& transfers, TrackerPage& tracker, ItemOpener& opener,
    MessageBanner& banner) {
    auto* newVersion = new NewVersion(services, window);
    QObject::connect(newVersion, &NewVersion::failed, &banner, &MessageBanner::showMessage);
    QObject::connect(&tracker, &TrackerPage::privateCopyWanted, newVersion, &NewVersion::begin);
    QObject::connect(
        &tracker, &TrackerPage::newVersionWanted, newVersion,
        [newVersion](const TorrentId& id, const QString& savePath) { newVersion->begin(id, savePath); });
    SharingMenu* const sharing = transfers.actions().sharing;
    QObject::connect(sharing, &SharingMenu::told, &banner, &MessageBanner::showMessage);
    QObject::connect(
        sharing, &SharingMenu::privateCopyWanted, newVersion,
        [&transfers, newVersion](const TorrentId& id, tracker::Visibility visibility, const auto& chosen) {
            newVersion->begin(id, transfers.selection().value(0).savePath, visibility, chosen);
        });
    QObject::connect(transfers.actions().newVersion, &QAction::triggered, &window, [&transfers, newVersion] {
        if (const auto chosen = transfers.selection(); !chosen.isEmpty())
            newVersion->begin(chosen.first().id, chosen.first().savePath);
    });
    QObject::connect(&opener, &ItemOpener::alreadyShared, &window, [&window, &tracker](const AlreadyShared& shared) {
        window.showPage(MainWindow::Page::Tracker);
        tracker.showShared(shared);
    });
}

} // namespace essaim::gui
