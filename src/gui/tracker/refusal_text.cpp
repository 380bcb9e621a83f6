#include "gui/tracker/refusal_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <string_view>

namespace essaim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::RefusalText)
public:
    static QString reason(std::string_view name) {
        static const struct {
            std::string_view name;
            const char* words;
        } kReasons[] = {
            {"not_hosted", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "Torrents that are not shared")},
            {"full", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "Tracker full")},
            {"passkey_required", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "No key")},
            {"passkey_refused", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "Wrong or revoked key")},
            {"blocked", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "Blocked torrents")},
            {"client", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "Programs that are not served")},
            {"seed_only", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "May not download")},
            {"friend_clients", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "Too many programs of a friend")},
            {"friend_torrents", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "Too many torrents of a friend")},
            {"address_peers", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "Too many peers of an address")},
            {"too_many", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "Too many requests")},
            {"friend_paused", QT_TRANSLATE_NOOP("essaim::gui::RefusalText", "Paused friends")},
        };
        for (const auto& one : kReasons) {
            if (one.name == name)
                return tr(one.words);
        }
        return QString::fromUtf8(name.data(), qsizetype(name.size()));
    }
    static QString line(const QString& reason, std::uint64_t count) {
        return tr("%1: %2").arg(reason, QLocale().toString(qulonglong(count)));
    }
};

} // namespace

QString refusalText(const tracker::TrackerSnapshot& snapshot) {
    QStringList lines;
    const auto add = [&lines](const QString& reason, std::uint64_t count) {
        if (count > 0)
            lines << Words::line(reason, count);
    };
    add(Words::tr("Addresses that may not come in"), snapshot.totals.denied);
    add(Words::tr("Too fast"), snapshot.totals.limited);
    add(Words::tr("Not understood"), snapshot.totals.malformed);
    for (const tracker::RefusalCount& one : snapshot.refusals)
        add(Words::reason(one.reason), one.count);
    return lines.isEmpty() ? Words::tr("Nothing yet.") : lines.join(QLatin1Char('\n'));
}

} // namespace essaim::gui
