#include "gui/restore/store_notice.h"

#include "engine/session.h"

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

} // namespace essaim::gui
