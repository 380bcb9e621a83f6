#include "engine/gate/path_rules.h"

#include "engine/gate/torrent_gate.h"
#include "engine/gate/utf8.h"

#include <algorithm>
#include <array>
#include <vector>

namespace essaim::engine {
namespace {

/// Left out by the library, since they can make a name show otherwise than it is.
bool isDirectionMark(std::int32_t c) {
    return (c >= 0x202a && c <= 0x202e) || c == 0x200e || c == 0x200f;
}

/// Take no space on the screen: two names may look alike, or one like nothing.
bool isInvisible(std::int32_t c) {
    return isDirectionMark(c) || (c >= 0x200b && c <= 0x200d) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff ||
           c == 0xad;
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return lower;
}

/// CON, AUX, COM1 and so on name devices there, with any extension.
bool isDeviceName(std::string_view name) {
    const std::string stem = lowerCase(name.substr(0, name.find('.')));
    constexpr std::array<std::string_view, 6> kNames{"con", "prn", "aux", "nul", "conin$", "conout$"};
    if (std::ranges::find(kNames, stem) != kNames.end())
        return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' && stem[3] <= '9';
}

bool isPortable(std::string_view name) {
    return name.find_first_of("<>:\"|?*") == std::string_view::npos && !name.ends_with('.') && !name.ends_with(' ') &&
           !name.starts_with(' ') && !isDeviceName(name);
}

/// Whether the library leaves nothing of a name but dots: then it would drop the part or put "_" in its place.
bool isNothingButDots(std::string_view name) {
    std::size_t dots = 0;
    while (!name.empty()) {
        const std::int32_t c = takeCharacter(name);
        if (isInvisible(c))
            continue;
        if (c != '.')
            return false;
        ++dots;
    }
    return dots <= 2;
}

} // namespace

std::optional<Refusal> refusedName(std::string_view name) {
    const auto refuse = [name](Fault fault) { return Refusal{fault, std::string(name.substr(0, 300)), 0, 0}; };
    if (name.empty())
        return refuse(Fault::EmptyName);
    if (name.size() > GateLimits::kNameBytes)
        return Refusal{
            Fault::NameTooLong, std::string(name.substr(0, 300)), std::int64_t(name.size()), GateLimits::kNameBytes};
    for (const char c : name) {
        if (c == '/' || c == '\\')
            return refuse(Fault::PathSeparator);
        if ((c >= 0 && c < 0x20) || c == 0x7f)
            return refuse(Fault::ControlCharacter);
    }
    if (isNothingButDots(name))
        return refuse(name.contains('.') ? Fault::LeavesFolder : Fault::EmptyName);
    return std::nullopt;
}

std::optional<Refusal> refusedPath(std::string_view path) {
    if (path.size() > GateLimits::kPathBytes)
        return Refusal{
            Fault::PathTooLong, std::string(path.substr(0, 300)), std::int64_t(path.size()), GateLimits::kPathBytes};
    const auto depth = std::size_t(std::ranges::count(path, '/')) + 1;
    if (depth > GateLimits::kPathDepth)
        return Refusal{
            Fault::PathTooDeep, std::string(path.substr(0, 300)), std::int64_t(depth), GateLimits::kPathDepth};
    return std::nullopt;
}

std::optional<Refusal> refusedRelativePath(std::string_view path) {
    if (auto refusal = refusedPath(path))
        return refusal;
    while (true) {
        const auto slash = path.find('/');
        if (auto refusal = refusedName(path.substr(0, slash)))
            return refusal;
        if (slash == std::string_view::npos)
            return std::nullopt;
        path.remove_prefix(slash + 1);
    }
}

std::optional<Refusal> clashingPaths(std::span<const GateFile> files) {
    // Sorted, not hashed: whoever makes a torrent chooses its names, and could make a hash table slow.
    std::vector<std::string_view> paths;
    paths.reserve(files.size());
    for (const GateFile& file : files) {
        if (!file.isPadding)
            paths.push_back(file.path);
    }
    // With '/' before every other character, what lies in a folder follows the folder's own name at once.
    const auto order = [](char c) { return c == '/' ? 0 : int(static_cast<unsigned char>(c)); };
    const auto isBefore = [order](std::string_view a, std::string_view b) {
        return std::ranges::lexicographical_compare(a, b, {}, order, order);
    };
    if (!std::ranges::is_sorted(paths, isBefore)) // mostly they are
        std::ranges::sort(paths, isBefore);
    for (std::size_t i = 1; i < paths.size(); ++i) {
        const std::string_view before = paths[i - 1];
        if (paths[i] == before)
            return Refusal{Fault::ListedTwice, std::string(before)};
        if (paths[i].starts_with(before) && paths[i][before.size()] == '/')
            return Refusal{Fault::FileAndFolder, std::string(before)};
    }
    return std::nullopt;
}

void noteName(std::string_view name, GateNotes& notes) {
    if (!isPortable(name))
        notes.add(TorrentNote::Kind::NotPortable, name);
    bool isBroken = false;
    bool hasHidden = false;
    for (std::string_view rest = name; !rest.empty();) {
        const std::int32_t c = takeCharacter(rest);
        isBroken = isBroken || c < 0;
        hasHidden = hasHidden || isInvisible(c);
    }
    if (isBroken)
        notes.add(TorrentNote::Kind::BrokenText, name);
    if (hasHidden)
        notes.add(TorrentNote::Kind::HiddenCharacters, name);
}

} // namespace essaim::engine
