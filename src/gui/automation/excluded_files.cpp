#include "gui/automation/excluded_files.h"

#include "engine/session.h"
#include "gui/automation/torrent_news.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QRegularExpression>

#include <algorithm>

namespace essaim::gui {

namespace {

QByteArray keyOf(const TorrentId& id) {
    return QByteArray::fromStdString(id.toHex());
}

struct Pattern {
    QRegularExpression expression;
    bool isPath = false; ///< for the whole path, not for one name in it
};

bool fits(const Pattern& pattern, const QString& path) {
    if (pattern.isPath)
        return pattern.expression.match(path).hasMatch();
    const QStringList names = path.split(u'/');
    return std::ranges::any_of(
        names, [&pattern](const QString& name) { return pattern.expression.match(name).hasMatch(); });
}

} // namespace

QStringList excludedPatterns(const QString& setting) {
    static const QRegularExpression separators(QStringLiteral("[;\\n]"));
    QStringList patterns;
    for (const QString& part : setting.split(separators, Qt::SkipEmptyParts)) {
        if (const QString pattern = part.trimmed(); !pattern.isEmpty())
            patterns.append(pattern);
    }
    return patterns;
}

QList<bool> excludedFiles(const QStringList& patterns, const QList<engine::TorrentFileEntry>& files) {
    if (patterns.isEmpty())
        return {};
    QList<Pattern> known;
    for (const QString& text : patterns) {
        Pattern pattern{
            QRegularExpression(
                QRegularExpression::wildcardToRegularExpression(text), QRegularExpression::CaseInsensitiveOption),
            text.contains(u'/')};
        if (pattern.expression.isValid())
            known.append(pattern);
    }
    QList<bool> excluded;
    bool isAnyLeft = false;
    bool isAnyExcluded = false;
    for (const engine::TorrentFileEntry& file : files) {
        const bool isOut = !file.isPadding && std::ranges::any_of(known, [&file](const Pattern& pattern) {
            return fits(pattern, file.path);
        });
        excluded.append(isOut);
        isAnyExcluded = isAnyExcluded || isOut;
        isAnyLeft = isAnyLeft || (!file.isPadding && !isOut);
    }
    return isAnyLeft && isAnyExcluded ? excluded : QList<bool>();
}

QList<int> prioritiesWithout(const QStringList& patterns, const QList<engine::TorrentFileEntry>& files) {
    constexpr int kSkip = 0;
    constexpr int kNormal = 4;
    QList<int> priorities;
    for (const bool isOut : excludedFiles(patterns, files))
        priorities.append(isOut ? kSkip : kNormal);
    return priorities;
}

ExcludedFiles::ExcludedFiles(const Services& services, const TorrentNews& news, QObject* parent)
    : QObject(parent) {
    engine::Session& session = services.session;
    const settings::SettingsStore& settings = services.settings;
    connect(&news, &TorrentNews::described, this, [this, &session, &settings](const auto& torrent, bool isLate) {
        if (!isLate || excludedPatterns(settings.value(settings::kExcludedFiles)).isEmpty())
            return;
        m_asked.insert(keyOf(torrent.id));
        session.requestDetails(torrent.id);
    });
    connect(&session, &engine::Session::details, this, [this, &session, &settings](const auto& details) {
        if (!m_asked.remove(keyOf(details.id)))
            return;
        const auto excluded =
            excludedFiles(excludedPatterns(settings.value(settings::kExcludedFiles)), details.description.files);
        if (excluded.isEmpty() || excluded.size() != details.filePriorities.size())
            return;
        QList<int> priorities = details.filePriorities; // what the link chose stays chosen
        for (qsizetype i = 0; i < excluded.size(); ++i) {
            if (excluded[i])
                priorities[i] = 0;
        }
        if (std::ranges::any_of(priorities, [](int priority) { return priority > 0; }))
            session.setFilePriorities(details.id, priorities);
    });
}

} // namespace essaim::gui
