#include "engine/portability.h"

#include "engine/torrent_file.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace essaim::engine {
namespace {

using Issue = PortabilityIssue;
using Kind = Issue::Kind;
using Severity = Issue::Severity;
using Fix = Issue::Fix;

constexpr int kLongestPath = 200;  ///< UTF-16 units; Windows takes 260 with the folder and the drive
constexpr int kLongestName = 255;  ///< UTF-16 units on NTFS and APFS, bytes on most others
constexpr qint64 kQuietMs = 5'000; ///< a file that was not touched for so long is taken for finished

bool isForbiddenCharacter(QChar c) {
    return c.unicode() < 0x20 || c == u'<' || c == u'>' || c == u':' || c == u'"' || c == u'|' || c == u'?' ||
           c == u'*' || c == u'\\';
}

/// What Windows keeps for itself, with any extension and in any case.
bool isReservedName(const QString& name) {
    static const QSet<QString> words{QStringLiteral("CON"), QStringLiteral("PRN"),    QStringLiteral("AUX"),
                                     QStringLiteral("NUL"), QStringLiteral("CONIN$"), QStringLiteral("CONOUT$")};
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    if (words.contains(stem))
        return true;
    if (stem.size() != 4 || !(stem.startsWith(QStringLiteral("COM")) || stem.startsWith(QStringLiteral("LPT"))))
        return false;
    return QStringLiteral("123456789¹²³").contains(stem.back());
}

QString withoutForbidden(const QString& name) {
    QString result = name;
    for (QChar& c : result) {
        if (isForbiddenCharacter(c))
            c = u'_';
    }
    while (result.endsWith(u'.') || result.endsWith(u' '))
        result.chop(1);
    if (result.isEmpty())
        result = QStringLiteral("_");
    if (isReservedName(result))
        result.prepend(u'_');
    return result;
}

QString shortened(const QString& name) {
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString extension = dot > 0 && name.size() - dot <= 12 ? name.mid(dot) : QString();
    QString stem = name.left(name.size() - extension.size());
    constexpr int kRoom = 120;
    while (stem.size() > kRoom || (stem + extension).toUtf8().size() > kLongestName)
        stem.chop(1);
    return stem + extension;
}

/// Goes over the names of one plan.
class Check {
public:
    Check(const CreateTorrentPlan& plan, const CreateTorrentRequest& request, qint64 nowMs)
        : m_plan(plan)
        , m_request(request)
        , m_nowMs(nowMs) {}

    QList<Issue> run() {
        for (const PlannedFile& file : m_plan.files)
            checkFile(file);
        for (const LeftOutFile& file : m_plan.leftOut)
            checkLeftOut(file);
        for (const QString& folder : m_plan.emptyFolders)
            add({Kind::EmptyFolder, Severity::Note, {}, folder, {}, Fix::None, {}});
        if (m_request.format == TorrentFormat::V2)
            add({Kind::FormatSupport, Severity::Warning, {}, {}, {}, Fix::ChooseHybrid, {}});
        if (m_plan.torrentSize > kCommonTorrentLimit)
            add({Kind::LargeTorrent, Severity::Warning, {}, {}, {}, Fix::None, {}});
        std::ranges::stable_sort(m_issues, [](const Issue& a, const Issue& b) {
            return a.severity != b.severity ? a.severity > b.severity : a.path < b.path;
        });
        return m_issues;
    }

private:
    void add(Issue issue) { m_issues.append(std::move(issue)); }

    void checkFile(const PlannedFile& file) {
        // Each folder on the way is looked at when it is met first; the torrent's own name is the first of them.
        for (qsizetype end = file.path.indexOf(u'/');; end = file.path.indexOf(u'/', end + 1)) {
            const bool isFile = end < 0;
            const QString path = isFile ? file.path : file.path.left(end);
            if (isFile || !m_folders.contains(path)) {
                checkName(path, isFile ? file.diskPath : folderOnDisk(file, path));
                if (!isFile)
                    m_folders.insert(path);
            }
            if (isFile)
                break;
        }
        if (file.path.size() > kLongestPath)
            add(
                {Kind::LongPath,
                 Severity::Warning,
                 file.path,
                 file.diskPath,
                 {},
                 Fix::Rename,
                 shortened(file.path.section(u'/', -1))});
        if (file.size == 0)
            add({Kind::EmptyFile, Severity::Note, file.path, file.diskPath, {}, Fix::LeaveOut, {}});
        if (const qint64 quietMs = m_nowMs - file.modifiedMs; quietMs >= 0 && quietMs < kQuietMs)
            add({Kind::StillChanging, Severity::Warning, file.path, file.diskPath, {}, Fix::WaitAndLookAgain, {}});
    }

    /// The end of the path on the disk is that in the torrent, but for the name at the top.
    static QString folderOnDisk(const PlannedFile& file, const QString& path) {
        const qsizetype below = file.path.count(u'/') - path.count(u'/');
        return file.diskPath.section(u'/', 0, -1 - int(below));
    }

    void checkName(const QString& path, const QString& diskPath) {
        const QString name = path.section(u'/', -1);
        const auto rename = [&](Kind kind, Severity severity, const QString& suggestion) {
            add({kind, severity, path, diskPath, {}, Fix::Rename, suggestion});
        };
        if (isReservedName(name))
            rename(Kind::ForbiddenName, Severity::Problem, withoutForbidden(name));
        else if (std::ranges::any_of(name, isForbiddenCharacter))
            rename(Kind::ForbiddenCharacter, Severity::Problem, withoutForbidden(name));
        else if (name.endsWith(u'.') || name.endsWith(u' '))
            rename(Kind::TrailingDotOrSpace, Severity::Problem, withoutForbidden(name));
        if (name.size() > kLongestName || name.toUtf8().size() > kLongestName)
            rename(Kind::LongName, Severity::Problem, shortened(name));
        checkClash(path, diskPath, name);
    }

    void checkClash(const QString& path, const QString& diskPath, const QString& name) {
        const QString normal = path.normalized(QString::NormalizationForm_C);
        const QString key = normal.toCaseFolded();
        const auto known = m_names.constFind(key);
        if (known == m_names.constEnd()) {
            m_names.insert(key, path);
            return;
        }
        if (*known == path)
            return;
        const bool onlyEncoding = known->normalized(QString::NormalizationForm_C) == normal;
        const qsizetype dot = name.lastIndexOf(u'.');
        const QString suggestion =
            dot > 0 ? name.left(dot) + QStringLiteral(" (2)") + name.mid(dot) : name + QStringLiteral(" (2)");
        add(
            {onlyEncoding ? Kind::UnicodeClash : Kind::CaseClash, Severity::Problem, path, diskPath, *known,
             Fix::Rename, suggestion});
    }

    void checkLeftOut(const LeftOutFile& file) {
        using Reason = LeftOutFile::Reason;
        switch (file.reason) {
        case Reason::Unreadable:
            return add({Kind::Unreadable, Severity::Problem, {}, file.diskPath, {}, Fix::LeaveOut, {}});
        case Reason::Special:
            return add({Kind::SpecialFile, Severity::Warning, {}, file.diskPath, {}, Fix::LeaveOut, {}});
        case Reason::Link:
            return add({Kind::Link, Severity::Warning, {}, file.diskPath, {}, Fix::LeaveOut, {}});
        case Reason::UnusableName:
            return add(
                {Kind::UnusableName,
                 Severity::Problem,
                 {},
                 file.diskPath,
                 {},
                 Fix::Rename,
                 withoutForbidden(file.diskPath.section(u'/', -1))});
        case Reason::Junk:
        case Reason::Hidden:
        case Reason::Excluded:
        case Reason::Unticked:
            return; // as wished
        }
    }

    const CreateTorrentPlan& m_plan;
    const CreateTorrentRequest& m_request;
    qint64 m_nowMs;
    QList<Issue> m_issues;
    QSet<QString> m_folders;         ///< looked at already
    QHash<QString, QString> m_names; ///< folded path -> the first path that folds to it
};

} // namespace

QList<PortabilityIssue>
checkPortability(const CreateTorrentPlan& plan, const CreateTorrentRequest& request, qint64 nowMs) {
    return Check(plan, request, nowMs).run();
}

} // namespace essaim::engine
