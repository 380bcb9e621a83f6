#include "gui/tracker/advice_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace essaim::gui {

namespace {

using hosting::Advice;

/// Names are as long as strangers like; a sentence is to be read at a glance.
QString shortened(const QString& name) {
    constexpr qsizetype kMost = 60;
    return name.size() <= kMost ? name : name.left(kMost - 1).trimmed() + QChar(0x2026);
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::AdviceText)
public:
    static QString sentence(const Advice& given) {
        Advice advice = given;
        advice.torrent = shortened(given.torrent);
        advice.who = shortened(given.who);
        switch (advice.kind) {
        case Advice::Kind::KeyShared:
            return tr("%1’s key is in use at %2 places at once: perhaps it was given on. A new key stops that.")
                .arg(advice.who, QString::number(advice.count));
        case Advice::Kind::OnlyCopy:
            return tr("“%1”: nobody else has a full copy yet. Stay on until somebody has.").arg(advice.torrent);
        case Advice::Kind::Stuck:
            return tr("%1 has been away for %n day(s), with %2 % of “%3”.", nullptr, advice.days)
                .arg(advice.who, QString::number(advice.percent), advice.torrent);
        case Advice::Kind::MayLeave:
            return tr("“%1”: %n friend(s) here have everything, you can leave.", nullptr, advice.count)
                .arg(advice.torrent);
        case Advice::Kind::EverybodyHas:
            return tr("“%1”: everybody for whom it is has everything.").arg(advice.torrent);
        }
        return {};
    }
};

} // namespace

QString adviceText(const QList<Advice>& advice) {
    QStringList lines;
    for (const Advice& one : advice)
        lines << Words::sentence(one);
    return lines.join(QLatin1Char('\n'));
}

} // namespace essaim::gui
