#include "gui/transfers/transfer_sentence.h"

#include "gui/transfers/transfer_status.h"
#include "text/text.h"

#include <QCoreApplication>

namespace essaim::gui {

namespace {

QString words(const char* source) {
    return QCoreApplication::translate("TransferSentence", source);
}

} // namespace

QString transferSentence(const engine::TorrentSnapshot& torrent) {
    QStringList parts{torrent.name, transferStatus(torrent)};
    if (torrent.hasMetadata && torrent.progress < 1)
        parts.append(words(QT_TRANSLATE_NOOP("TransferSentence", "%1 of %2"))
                         .arg(text::percent(torrent.progress), text::size(torrent.wantedSize)));
    else if (torrent.hasMetadata)
        parts.append(text::size(torrent.wantedSize));
    if (torrent.downloadRate > 0)
        parts.append(words(QT_TRANSLATE_NOOP("TransferSentence", "%1 down")).arg(text::rate(torrent.downloadRate)));
    if (torrent.uploadRate > 0)
        parts.append(words(QT_TRANSLATE_NOOP("TransferSentence", "%1 up")).arg(text::rate(torrent.uploadRate)));
    if (torrent.state == engine::TorrentState::Downloading && torrent.etaSeconds >= 0)
        parts.append(words(QT_TRANSLATE_NOOP("TransferSentence", "%1 left")).arg(text::duration(torrent.etaSeconds)));
    return parts.join(QStringLiteral(", "));
}

} // namespace essaim::gui
