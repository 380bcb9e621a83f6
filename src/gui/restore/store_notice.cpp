#include "gui/restore/store_notice.h"

#include "engine/session.h"
#include "settings/settings_store.h"
#include "tracker/tracker.h"

#include <QCoreApplication>

namespace essaim::gui {

namespace {

class StoreNotice {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::StoreNotice)
};

QString restoredSentence(const engine::StoreNotice& notice) {
    QStringList sentences{StoreNotice::tr("The earlier list has been restored.")};
    if (notice.returned > 0)
        sentences << StoreNotice::tr("%n torrent(s) came back; their files are checked.", nullptr, notice.returned);
    if (notice.changed > 0)
        sentences << StoreNotice::tr("%n torrent(s) are set as they were then.", nullptr, notice.changed);
    if (notice.removed > 0)
        sentences << StoreNotice::tr(
            "%n newer torrent(s) left the list; their files are where they were.", nullptr, notice.removed);
    if (notice.unreadable > 0)
        sentences << StoreNotice::tr("%n torrent(s) in the backup could not be read.", nullptr, notice.unreadable);
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString storeNoticeSentence(const engine::StoreNotice& notice) {
    if (notice.isReplaced)
        return StoreNotice::
            tr("This version of Essaim has made a list of its own, with %n torrent(s), whose files are now checked. "
               "The list of the newer version is kept in “%1”.",
               nullptr, notice.rebuilt)
                .arg(notice.movedAside);
    if (!notice.movedAside.isEmpty())
        return StoreNotice::tr(
                   "The list of torrents was damaged. It has been mended from what is kept beside it, and has %n "
                   "torrent(s). Files that it is not sure of are checked. The damaged list is kept in “%1”.",
                   nullptr, notice.rebuilt)
            .arg(notice.movedAside);
    if (notice.lost > 0)
        return StoreNotice::tr(
            "%n torrent(s) in the list could not be read. If they are missing, add them again; their files are where "
            "they were.",
            nullptr, notice.lost);
    if (notice.rebuilt + notice.mended > 0)
        return StoreNotice::tr(
            "%n torrent(s) in the list were damaged and have been brought back as they were.", nullptr,
            notice.rebuilt + notice.mended);
    if (notice.isRestored)
        return restoredSentence(notice);
    if (notice.previousRun == engine::PreviousRun::PowerLost)
        return StoreNotice::tr(
            "The computer stopped the last time before Essaim had ended. Your list is complete; data "
            "that may not have reached the disk is checked.");
    return StoreNotice::tr(
        "Essaim did not end in order the last time. Your list is complete, and there is nothing that "
        "you have to do.");
}

QString settingsSentence(const settings::SettingsStore& settings) {
    const QString& aside = settings.keptAside();
    if (aside.isEmpty() && settings.usesPrevious())
        return StoreNotice::tr(
                   "The settings file was gone; the settings saved before are in use. To start afresh, delete "
                   "%1.previous too.")
            .arg(settings.file());
    if (aside.isEmpty() && settings.wasMended())
        return StoreNotice::tr(
            "A single bit of the settings file had changed, as happens on failing disks; your settings are again as "
            "you saved them.");
    if (aside.isEmpty() && settings.wasChanged())
        return StoreNotice::tr(
                   "The settings file %1 was changed while Essaim was not running; what it says is in use. If it was "
                   "not you, check your preferences.")
            .arg(settings.file());
    if (aside.isEmpty())
        return {};
    if (aside == settings.file())
        return StoreNotice::tr(
                   "The settings file %1 is damaged or cannot be read, and could not be put aside: changes of "
                   "settings are not saved. Correct or delete it, then start Essaim again.")
            .arg(aside);
    if (settings.usesPrevious())
        return StoreNotice::tr("The settings file was damaged. It is kept as %1; the settings saved before are in use.")
            .arg(aside);
    return StoreNotice::tr(
               "The settings file was damaged or could not be read. It is kept as %1; what could be read of it is in "
               "use, everything else is as at first: check your preferences.")
        .arg(aside);
}

QString trackerRepairSentence(const storage::TrackerRepair& repair) {
    QStringList sentences{StoreNotice::tr("The memory of your tracker was damaged and has been mended.")};
    if (repair.friendsFromBackup > 0)
        sentences << StoreNotice::tr(
            "%n friend(s) came back from a backup and are paused: look whether they may still come.", nullptr,
            repair.friendsFromBackup);
    if (repair.torrentsFromBackup > 0)
        sentences << StoreNotice::tr(
            "%n shared torrent(s) came back from a backup.", nullptr, repair.torrentsFromBackup);
    if (!repair.isWhole)
        sentences << StoreNotice::tr("Look whether a friend or a torrent is missing.");
    sentences
        << StoreNotice::tr("The damaged one is kept in “%1”.").arg(QString::fromStdString(repair.movedAside.string()));
    return sentences.join(QLatin1Char(' '));
}

} // namespace essaim::gui
