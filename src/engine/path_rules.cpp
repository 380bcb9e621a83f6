#include "engine/path_rules.h"

#include "engine/torrent_gate.h"

#include <algorithm>
#include <vector>

namespace essaim::engine {
namespace {

/// For messages: control characters and bytes that may not be text become '?', long names are cut.
std::string printable(std::string_view name) {
    constexpr std::size_t kShown = 80;
    std::string text(name.substr(0, kShown));
    std::ranges::replace_if(text, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }, '?');
    return text;
}

} // namespace

std::optional<std::string> refusedName(std::string_view name) {
    if (name.empty())
        return "a file or folder has an empty name";
    if (name == "." || name == "..")
        return "a path leaves its folder with '" + std::string(name) + "'";
    if (name.size() > GateLimits::kNameBytes)
        return "the name '" + printable(name) + "…' has " + std::to_string(name.size()) + " bytes, " +
               std::to_string(GateLimits::kNameBytes) + " are possible";
    for (const char c : name) {
        if (c == '/' || c == '\\')
            return "the name '" + printable(name) + "' contains a path separator";
        if ((c >= 0 && c < 0x20) || c == 0x7f)
            return "the name '" + printable(name) + "' contains a control character";
    }
    return std::nullopt;
}

std::optional<std::string> refusedPath(std::string_view path) {
    if (path.size() > GateLimits::kPathBytes)
        return "the path '" + printable(path) + "…' has " + std::to_string(path.size()) + " bytes, " +
               std::to_string(GateLimits::kPathBytes) + " are allowed";
    const auto depth = std::size_t(std::ranges::count(path, '/')) + 1;
    if (depth > GateLimits::kPathDepth)
        return "the path '" + printable(path) + "' is " + std::to_string(depth) + " folders deep, " +
               std::to_string(GateLimits::kPathDepth) + " are allowed";
    return std::nullopt;
}

std::optional<std::string> clashingPaths(std::span<const GateFile> files) {
    // Sorted, not hashed: whoever makes a torrent chooses its names, and could make a hash table slow.
    std::vector<std::string_view> paths;
    paths.reserve(files.size());
    for (const GateFile& file : files) {
        if (!file.isPadding)
            paths.push_back(file.path);
    }
    std::ranges::sort(paths);
    if (const auto twice = std::ranges::adjacent_find(paths); twice != paths.end())
        return "the file '" + printable(*twice) + "' is listed twice";
    for (const std::string_view path : paths) {
        for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
            if (std::ranges::binary_search(paths, path.substr(0, slash)))
                return "'" + printable(path.substr(0, slash)) + "' is both a file and a folder";
        }
    }
    return std::nullopt;
}

} // namespace essaim::engine
