#include "text/detail_words.h"

#include <QCoreApplication>

#include <string_view>

namespace essaim::text {
namespace {

class DetailWords {
    Q_DECLARE_TR_FUNCTIONS(essaim::text::DetailWords)
};

/// Of the making of torrents; for the translators.
[[maybe_unused]] constexpr const char* kKnown[] = {
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "nothing was chosen"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "the top of the file system cannot be shared"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "the items are not in one folder: the torrent needs a name"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "another item has the same name"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "the piece length is not a power of two from 16 KiB to 128 MiB"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "the pieces are too small: there would be too many"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "the pieces are too large: more than a gibibyte would be padding"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "it holds no data"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "a tracker is not an http, https or udp URL"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "a web seed is not an http or https URL"),
};

/// Of connections, as the C library, Asio, libtorrent and our own downloads call what went wrong; for the translators.
[[maybe_unused]] constexpr const char* kOfConnections[] = {
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Connection refused"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Connection timed out"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "timed out"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Connection reset by peer"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Software caused connection abort"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Broken pipe"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "End of file"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Operation canceled"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "No route to host"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Network is unreachable"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Network is down"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Host is down"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Cannot assign requested address"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Address family not supported by protocol"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Host not found"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Host not found (authoritative)"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "Host not found (non-authoritative), try again later"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "certificate verify failed"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "The encrypted connection could not be set up"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "The proxy does not help"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "It leads from one address to the next without end"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "The connection failed"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "HTTP error"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "invalid tracker response"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "it is larger than 32 MB"),
    QT_TRANSLATE_NOOP("essaim::text::DetailWords", "only http and https URLs can be opened"),
};

} // namespace

QString detailWords(const std::string& detail) {
    if (const std::string_view answered = "the server answered "; detail.starts_with(answered))
        return DetailWords::tr("the server answered %1").arg(QString::fromStdString(detail.substr(answered.size())));
    return DetailWords::tr(detail.c_str());
}

QString detailWords(const QString& detail) {
    return detailWords(detail.toStdString());
}

} // namespace essaim::text
