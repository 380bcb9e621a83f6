#include "gui/tracker/last_seen_text.h"

#include "text/text.h"

#include <QDateTime>
#include <QLocale>

namespace essaim::gui {

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kDay = 24 * 60 * kMinute;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::LastSeenText)
};

} // namespace

QString lastSeenText(qint64 lastSeen, bool isHere, qint64 now) {
    if (lastSeen == 0)
        return Words::tr("never");
    if (isHere)
        return Words::tr("now");
    const qint64 ago = qMax<qint64>(0, now - lastSeen);
    if (ago < kDay)
        return Words::tr("%1 ago").arg(text::duration(qMax(kMinute, ago)));
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(lastSeen).date(), QLocale::ShortFormat);
}

} // namespace essaim::gui
