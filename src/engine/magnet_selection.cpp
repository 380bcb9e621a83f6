#include "engine/magnet_selection.h"

#include "engine/lt_convert.h"

#include <QUrlQuery>

#include <algorithm>

namespace essaim::engine {
namespace {

constexpr char kNormal = 4;
constexpr qsizetype kMostParts = 10'000; ///< of a link that a stranger wrote

} // namespace

std::string selectedFiles(const std::string& link, int files) {
    const QString text = toQString(link);
    const QUrlQuery query(text.mid(text.indexOf(u'?') + 1));
    const QStringList parts = query.queryItemValue(QStringLiteral("so"), QUrl::FullyDecoded).split(u',');
    std::string priorities(std::size_t(std::max(0, files)), '\0');
    bool isAny = false;
    for (const QString& part : parts.mid(0, kMostParts)) {
        bool isFirstGood = false;
        bool isLastGood = false;
        const int first = part.section(u'-', 0, 0).toInt(&isFirstGood);
        const int last = part.contains(u'-') ? part.section(u'-', 1).toInt(&isLastGood) : first;
        if (!isFirstGood || (part.contains(u'-') && !isLastGood) || first < 0)
            continue;
        for (int file = first; file <= std::min(last, files - 1); ++file) {
            priorities[std::size_t(file)] = kNormal;
            isAny = true;
        }
    }
    return isAny ? priorities : std::string();
}

} // namespace essaim::engine
