#include "gui/main_window/connect_problems.h"

#include "engine/session.h"
#include "gui/main_window/main_window.h"
#include "gui/restore/store_notice.h"
#include "gui/transfers/transfer_status.h"
#include "gui/widgets/message_banner.h"
#include "hosting/creation_queue.h"
#include "hosting/tracker_host.h"
#include "settings/settings_store.h"
#include "text/text.h"

namespace essaim::gui {

void connectProblems(const Services& services, MessageBanner& banner) {
    const auto tell = [&banner](const Error& error) { banner.showMessage(text::errorSentence(error)); };
    QObject::connect(&services.session, &engine::Session::problem, &banner, tell);
    QObject::connect(
        &services.session, &engine::Session::storeMended, &banner,
        [&banner](const engine::StoreNotice& notice) { banner.showMessage(storeNoticeSentence(notice)); });
    QObject::connect(
        &services.trackerHost, &hosting::TrackerHost::databaseMended, &banner,
        [&banner](const auto& repair) { banner.showMessage(trackerRepairSentence(repair)); });
    QObject::connect(&services.session, &engine::Session::startFailed, &banner, tell);
    QObject::connect(&services.creations, &hosting::CreationQueue::saveFailed, &banner, tell);
    QObject::connect(&services.session, &engine::Session::torrentRestored, &banner, [tell](const auto& outcome) {
        if (outcome.error)
            tell(*outcome.error);
    });
    QObject::connect(&services.session, &engine::Session::volumeHeld, &banner, [&banner](const auto& notice) {
        banner.showMessage(volumeSentence(notice));
    });
    QObject::connect(&services.settings, &settings::SettingsStore::saveFailed, &banner, [&banner](const QString& file) {
        banner.showMessage(
            MainWindow::tr(
                "The settings cannot be saved to %1: make room on the disk, or give yourself the right to write there.")
                .arg(file));
    });
    if (const QString sentence = settingsSentence(services.settings); !sentence.isEmpty())
        banner.showMessage(sentence);
}

} // namespace essaim::gui
