#include "cli/portability_text.h"

#include "cli/commands.h"

namespace essaim::cli {
namespace {

using Kind = engine::PortabilityIssue::Kind;
using Severity = engine::PortabilityIssue::Severity;

QString sentence(Kind kind) {
    switch (kind) {
    case Kind::CaseClash:
        return Text::tr("the same name as %1 on Windows and macOS");
    case Kind::UnicodeClash:
        return Text::tr("the same name as %1 but for the encoding of accents");
    case Kind::ForbiddenName:
        return Text::tr("Windows keeps this name for itself");
    case Kind::ForbiddenCharacter:
        return Text::tr("holds a character that Windows forbids");
    case Kind::TrailingDotOrSpace:
        return Text::tr("ends with a dot or space, which Windows drops");
    case Kind::LongPath:
        return Text::tr("a path too long for Windows");
    case Kind::LongName:
        return Text::tr("a name too long for most systems");
    case Kind::Unreadable:
        return Text::tr("cannot be read and stays out");
    case Kind::StillChanging:
        return Text::tr("changed a moment ago: is it finished?");
    case Kind::EmptyFile:
        return Text::tr("an empty file, which some old clients do not make");
    case Kind::EmptyFolder:
        return Text::tr("an empty folder, which a torrent cannot hold");
    case Kind::Link:
        return Text::tr("a link that stays out");
    case Kind::SpecialFile:
        return Text::tr("no ordinary file: it stays out");
    case Kind::UnusableName:
        return Text::tr("a name that no torrent may hold: it stays out");
    case Kind::FormatSupport:
        return Text::tr("v2 opens in newer clients only; hybrid opens in all");
    case Kind::LargeTorrent:
        return Text::tr("a .torrent beyond 10 MB, which many clients refuse: choose larger pieces or v1");
    }
    return {};
}

QString wordOf(Kind kind) {
    static const QStringList words{
        QStringLiteral("case-clash"),
        QStringLiteral("unicode-clash"),
        QStringLiteral("forbidden-name"),
        QStringLiteral("forbidden-character"),
        QStringLiteral("trailing-dot-or-space"),
        QStringLiteral("long-path"),
        QStringLiteral("long-name"),
        QStringLiteral("unreadable"),
        QStringLiteral("still-changing"),
        QStringLiteral("empty-file"),
        QStringLiteral("empty-folder"),
        QStringLiteral("link"),
        QStringLiteral("special-file"),
        QStringLiteral("unusable-name"),
        QStringLiteral("format-support"),
        QStringLiteral("large-torrent")};
    return words.value(int(kind));
}

QString wordOf(Severity severity) {
    return severity == Severity::Problem   ? QStringLiteral("problem")
           : severity == Severity::Warning ? QStringLiteral("warning")
                                           : QStringLiteral("note");
}

} // namespace

QString issueLine(const engine::PortabilityIssue& issue) {
    QString text = sentence(issue.kind);
    if (!issue.other.isEmpty())
        text = text.arg(issue.other);
    const QString subject = issue.path.isEmpty() ? issue.diskPath : issue.path;
    QString line = subject.isEmpty() ? text : Text::tr("%1: %2").arg(subject, text);
    if (!issue.suggestion.isEmpty())
        line = Text::tr("%1 (better: %2)").arg(line, issue.suggestion);
    return line;
}

QJsonObject issueObject(const engine::PortabilityIssue& issue) {
    return {
        {QStringLiteral("event"), QStringLiteral("portability")},
        {QStringLiteral("kind"), wordOf(issue.kind)},
        {QStringLiteral("severity"), wordOf(issue.severity)},
        {QStringLiteral("path"), issue.path},
        {QStringLiteral("diskPath"), issue.diskPath},
        {QStringLiteral("other"), issue.other},
        {QStringLiteral("suggestion"), issue.suggestion}};
}

} // namespace essaim::cli
