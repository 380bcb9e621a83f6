#include "gui/transfers/search_query.h"

#include "gui/transfers/transfer_status.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace essaim::gui {

namespace {

using engine::TorrentSnapshot;
using Test = SearchQuery::Test;

struct WordKey {
    const char* name;
    bool (*contains)(const TorrentSnapshot& torrent, const QString& word);
};

bool has(const QString& text, const QString& word) {
    return text.contains(word, Qt::CaseInsensitive);
}

bool hasTag(const TorrentSnapshot& torrent, const QString& word) {
    return std::ranges::any_of(torrent.tags, [&word](const QString& tag) { return has(tag, word); });
}

bool hasTracker(const TorrentSnapshot& torrent, const QString& word) {
    return std::ranges::any_of(torrent.trackerHosts, [&word](const QString& host) { return has(host, word); });
}

const WordKey kWordKeys[] = {
    {"name", [](const TorrentSnapshot& t, const QString& word) { return has(t.name, word); }},
    {"tag", hasTag},
    {"category", [](const TorrentSnapshot& t, const QString& word) { return has(t.category, word); }},
    {"tracker", hasTracker},
    {"path", [](const TorrentSnapshot& t, const QString& word) { return has(t.savePath, word); }},
    {"state", [](const TorrentSnapshot& t, const QString& word) { return has(transferStatus(t), word); }},
};

enum class Unit { Number, Bytes, Percent };

struct NumberKey {
    const char* name;
    Unit unit;
    double (*value)(const TorrentSnapshot& torrent);
};

const NumberKey kNumberKeys[] = {
    {"ratio", Unit::Number, [](const TorrentSnapshot& t) { return t.ratio(); }},
    {"size", Unit::Bytes, [](const TorrentSnapshot& t) { return double(t.wantedSize); }},
    {"progress", Unit::Percent, [](const TorrentSnapshot& t) { return t.progress; }},
    {"down", Unit::Bytes, [](const TorrentSnapshot& t) { return double(t.downloadRate); }},
    {"up", Unit::Bytes, [](const TorrentSnapshot& t) { return double(t.uploadRate); }},
    {"seeds", Unit::Number, [](const TorrentSnapshot& t) { return double(std::max(t.seedsConnected, t.seedsTotal)); }},
    {"peers", Unit::Number, [](const TorrentSnapshot& t) { return double(std::max(t.peersConnected, t.peersTotal)); }},
    {"downloaded", Unit::Bytes, [](const TorrentSnapshot& t) { return double(t.downloaded); }},
    {"uploaded", Unit::Bytes, [](const TorrentSnapshot& t) { return double(t.uploaded); }},
    {"files", Unit::Number, [](const TorrentSnapshot& t) { return double(t.fileCount); }},
    {"added", Unit::Number,
     [](const TorrentSnapshot& t) { return double(t.addedAt.daysTo(QDateTime::currentDateTime())); }},
};

/// "1.5", "10MB", "10 MB" without the space, "2GiB/s", "50%".
std::optional<double> numberOf(const QString& text, Unit unit) {
    static const QRegularExpression form(
        QStringLiteral("^([0-9]+(?:[.,][0-9]+)?)([a-zé]*)(?:/s)?(%?)$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    double value = QString(match.captured(1)).replace(u',', u'.').toDouble();
    const QString suffix = match.captured(2).toLower();
    if (unit == Unit::Percent)
        return suffix.isEmpty() ? std::optional(value / 100) : std::nullopt;
    if (!match.captured(3).isEmpty() || (unit == Unit::Number && !suffix.isEmpty()))
        return std::nullopt;
    if (suffix.isEmpty() || suffix == QLatin1String("b") || suffix == QLatin1String("o"))
        return value;
    const auto power = QStringLiteral("kmgt").indexOf(suffix[0]);
    const QString rest = suffix.mid(1);
    const bool isBinary = rest.startsWith(u'i');
    const QString unitName = isBinary ? rest.mid(1) : rest;
    if (power < 0 || !(unitName.isEmpty() || unitName == QLatin1String("b") || unitName == QLatin1String("o")))
        return std::nullopt;
    for (qsizetype i = 0; i <= power; ++i)
        value *= isBinary ? 1024 : 1000;
    return value;
}

bool holds(double left, const QString& comparison, double right) {
    if (comparison == QLatin1String("<"))
        return left < right;
    if (comparison == QLatin1String("<="))
        return left <= right;
    if (comparison == QLatin1String(">"))
        return left > right;
    if (comparison == QLatin1String(">="))
        return left >= right;
    return qFuzzyCompare(left + 1, right + 1);
}

std::optional<Test> numberTerm(const QString& term) {
    static const QRegularExpression form(
        QStringLiteral("^([a-z]+)(<=|>=|<|>|=)(.+)$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(term);
    const auto key = std::ranges::find_if(kNumberKeys, [&match](const NumberKey& candidate) {
        return match.captured(1).compare(QLatin1String(candidate.name), Qt::CaseInsensitive) == 0;
    });
    if (!match.hasMatch() || key == std::end(kNumberKeys))
        return std::nullopt;
    const auto number = numberOf(match.captured(3), key->unit);
    if (!number)
        return std::nullopt;
    return [value = key->value, comparison = match.captured(2), number = *number](const TorrentSnapshot& torrent) {
        return holds(value(torrent), comparison, number);
    };
}

std::optional<Test> wordTerm(const QString& term) {
    const qsizetype colon = term.indexOf(u':');
    const auto key = std::ranges::find_if(kWordKeys, [&](const WordKey& candidate) {
        return colon > 0 && term.left(colon).compare(QLatin1String(candidate.name), Qt::CaseInsensitive) == 0;
    });
    if (key == std::end(kWordKeys))
        return std::nullopt;
    return [contains = key->contains, word = term.mid(colon + 1)](const TorrentSnapshot& torrent) {
        return contains(torrent, word);
    };
}

Test plainTerm(const QString& word) {
    // Most words are no part of a hash, and writing one out takes longer than looking through a name.
    const bool maybeHash = std::ranges::all_of(
        word, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); });
    return [word, maybeHash](const TorrentSnapshot& torrent) {
        const InfoHash& hash = torrent.infoHash;
        if (has(torrent.name, word) || has(torrent.savePath, word))
            return true;
        return maybeHash &&
               ((hash.v1 && QString::fromStdString(hash.v1->toHex()).startsWith(word, Qt::CaseInsensitive)) ||
                (hash.v2 && QString::fromStdString(hash.v2->toHex()).startsWith(word, Qt::CaseInsensitive)));
    };
}

/// At spaces, but for those inside quotation marks, which go.
QStringList termsOf(const QString& text) {
    QStringList terms;
    QString term;
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (c.isSpace() && !isQuoted) {
            terms.append(term);
            term.clear();
        } else {
            term += c;
        }
    }
    terms.append(term);
    terms.removeAll(QString());
    return terms;
}

} // namespace

SearchQuery::SearchQuery(const QString& text) {
    for (QString term : termsOf(text)) {
        const bool isNegated = term.size() > 1 && term.startsWith(u'-');
        if (isNegated)
            term.remove(0, 1);
        std::optional<Test> test = numberTerm(term);
        if (!test)
            test = wordTerm(term);
        if (!test)
            test = plainTerm(term);
        m_tests.push_back(
            isNegated ? Test([inner = *test](const TorrentSnapshot& torrent) { return !inner(torrent); }) : *test);
    }
}

bool SearchQuery::matches(const TorrentSnapshot& torrent) const {
    return std::ranges::all_of(m_tests, [&torrent](const Test& test) { return test(torrent); });
}

QStringList searchKeys() {
    QStringList keys;
    for (const WordKey& key : kWordKeys)
        keys.append(QLatin1String(key.name) + u':');
    for (const NumberKey& key : kNumberKeys)
        keys.append(QLatin1String(key.name) + u'>');
    return keys;
}

} // namespace essaim::gui
