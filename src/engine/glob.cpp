#include "engine/glob.h"

#include "engine/creation_filter.h"

#include <algorithm>

namespace essaim::engine {
namespace {

constexpr bool continuesCharacter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

/// Length of the character of UTF-8 at the beginning.
std::size_t characterLength(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && continuesCharacter(text[length]))
        ++length;
    return length;
}

/// "[abc]", "[a-f]", "[!0-9]" against one character: the length of the class, or 0 if it does not match.
std::size_t matchClass(std::string_view glob, std::string_view character) {
    const std::size_t end = glob.find(']', 2);
    if (end == std::string_view::npos)
        return 0;
    std::string_view members = glob.substr(1, end - 1);
    const bool isNegated = members.starts_with('!') || members.starts_with('^');
    if (isNegated)
        members.remove_prefix(1);
    bool isMember = false;
    while (!members.empty()) {
        const std::string_view first = members.substr(0, characterLength(members));
        members.remove_prefix(first.size());
        std::string_view last = first;
        if (members.size() > 1 && members.front() == '-') {
            members.remove_prefix(1);
            last = members.substr(0, characterLength(members));
            members.remove_prefix(last.size());
        }
        // Bytes of UTF-8 sort as the characters do.
        isMember = isMember || (first <= character && character <= last);
    }
    return isMember != isNegated && character != "/" ? end + 1 : 0;
}

bool matchGlob(std::string_view glob, std::string_view text) {
    // The last star and what it stood before: going back there is all that is ever needed, except past "/", which only
    // "**" may cross.
    std::string_view starGlob;
    std::string_view starText;
    bool hasStar = false;
    bool crosses = false;
    while (!text.empty()) {
        if (glob.starts_with('*')) {
            crosses = glob.starts_with("**");
            glob.remove_prefix(std::min(glob.find_first_not_of('*'), glob.size()));
            if (crosses && glob.starts_with('/') && matchGlob(glob.substr(1), text))
                return true; // "**/" stands for no folder, too
            hasStar = true;
            starGlob = glob;
            starText = text;
            continue;
        }
        const std::string_view character = text.substr(0, characterLength(text));
        std::size_t used = 0;
        if (glob.starts_with('?'))
            used = character == "/" ? 0 : 1;
        else if (glob.starts_with('['))
            used = matchClass(glob, character);
        else if (glob.starts_with(character))
            used = character.size();
        if (used > 0) {
            glob.remove_prefix(used);
            text.remove_prefix(character.size());
            continue;
        }
        if (!hasStar || (!crosses && starText.starts_with('/')))
            return false;
        starText.remove_prefix(characterLength(starText));
        glob = starGlob;
        text = starText;
    }
    return glob.find_first_not_of('*') == std::string_view::npos;
}

/// The common forms are compared without looking at characters one by one.
bool matchSimple(std::string_view glob, std::string_view text) {
    constexpr std::string_view kSpecial = "*?[";
    const auto special = glob.find_first_of(kSpecial);
    if (special == std::string_view::npos)
        return glob == text;
    if (special == 0 && glob.front() == '*' && glob.find_first_of(kSpecial, 1) == std::string_view::npos &&
        text.find('/') == std::string_view::npos)
        return text.ends_with(glob.substr(1));
    return matchGlob(glob, text);
}

} // namespace

std::string foldedName(std::string_view name) {
    const bool isAscii = std::ranges::all_of(name, [](char c) { return static_cast<signed char>(c) >= 0; });
    if (!isAscii)
        return QString::fromUtf8(name.data(), qsizetype(name.size())).toCaseFolded().toStdString();
    std::string folded(name);
    std::ranges::transform(folded, folded.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return folded;
}

GlobList::GlobList(const QStringList& globs) {
    for (const QString& glob : globs) {
        std::string folded = foldedName(glob.trimmed().toStdString());
        while (folded.ends_with('/'))
            folded.pop_back();
        if (folded.starts_with('/'))
            m_paths.push_back(folded.substr(1));
        else if (folded.contains('/'))
            m_paths.push_back(std::move(folded));
        else if (!folded.empty())
            m_names.push_back(std::move(folded));
    }
}

bool GlobList::matches(std::string_view name, std::string_view path) const {
    return std::ranges::any_of(m_names, [name](const std::string& glob) { return matchSimple(glob, name); }) ||
           std::ranges::any_of(m_paths, [path](const std::string& glob) { return matchGlob(glob, path); });
}

const QStringList& junkPatterns() {
    static const QStringList patterns{
        QStringLiteral(".DS_Store"),   QStringLiteral("._*"),          QStringLiteral(".Spotlight-V100"),
        QStringLiteral(".Trashes"),    QStringLiteral(".Trash-*"),     QStringLiteral(".fseventsd"),
        QStringLiteral("__MACOSX"),    QStringLiteral("Thumbs.db"),    QStringLiteral("ehthumbs.db"),
        QStringLiteral("desktop.ini"), QStringLiteral("$RECYCLE.BIN"), QStringLiteral("System Volume Information"),
        QStringLiteral(".directory"),  QStringLiteral(".nfs*"),        QStringLiteral("*~"),
        QStringLiteral("*.part"),      QStringLiteral("*.parts"),      QStringLiteral("*.crdownload"),
        QStringLiteral("*.!qB"),       QStringLiteral(".~lock.*#"),
    };
    return patterns;
}

std::optional<QString> globProblem(const QString& glob) {
    const std::string text = glob.trimmed().toStdString();
    if (text.empty())
        return QStringLiteral("a pattern is empty");
    for (std::size_t at = text.find('['); at != std::string::npos; at = text.find('[', at + 1)) {
        const std::size_t end = text.find(']', at + 2);
        if (end == std::string::npos)
            return QStringLiteral("the pattern \"%1\" has a [ without ]").arg(glob);
        at = end;
    }
    return std::nullopt;
}

} // namespace essaim::engine
