#include "gui/restore/store_notice.h"

#include "engine/session.h"

#include <QCoreApplication>

namespace essaim::gui {

namespace {

class StoreNotice {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::StoreNotice)
};

} // namespace

QString storeNoticeSentence(const engine::StoreNotice& notice) {
    if (!notice.movedAside.isEmpty())
        return StoreNotice::tr(
                   "The list of torrents was damaged. It was made again from other files, with %n torrent(s), whose "
                   "files are now checked. The damaged list is kept in “%1”.",
                   nullptr, notice.rebuilt)
            .arg(notice.movedAside);
    if (notice.lost > 0)
        return StoreNotice::tr(
            "%n torrent(s) in the list could not be read. If they are missing, add them again; their files are where "
            "they were.",
            nullptr, notice.lost);
    return StoreNotice::tr(
        "%n torrent(s) in the list were damaged and have been brought back as they were.", nullptr,
        notice.rebuilt + notice.mended);
}

} // namespace essaim::gui
