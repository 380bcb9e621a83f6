#include "text/detail_words.h"

#include <QCoreApplication>

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

} // namespace

QString detailWords(const std::string& detail) {
    return DetailWords::tr(detail.c_str());
}

} // namespace essaim::text
