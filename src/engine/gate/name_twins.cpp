#include "engine/gate/name_twins.h"

#include "engine/gate/gate_limits.h"

#include <QString>

#include <algorithm>
#include <map>
#include <set>

namespace essaim::engine {
namespace {

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lowerAscii(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return lower;
}

/// "a/notes.txt" with number 2 -> "a/notes (2).txt"
std::string numbered(const std::string& path, int number) {
    constexpr std::size_t kLongestExtension = 16;
    const std::string suffix = " (" + std::to_string(number) + ')';
    const std::size_t name = path.rfind('/') + 1;
    std::size_t dot = path.rfind('.');
    if (dot == std::string::npos || dot <= name || path.size() - dot > kLongestExtension)
        dot = path.size();
    std::string stem = path.substr(0, dot);
    // The number must fit, too; a character that is cut in two leaves as a whole.
    const std::size_t extension = path.size() - dot;
    while (stem.size() - name + suffix.size() + extension > GateLimits::kNameBytes) {
        while ((static_cast<unsigned char>(stem.back()) & 0xc0) == 0x80)
            stem.pop_back();
        stem.pop_back();
    }
    return stem + suffix + path.substr(dot);
}

/// False if no two files have one key, and none that of a folder. Compares hashes: where it says true, a closer look
/// costs some hundred bytes a file.
bool mayHaveTwins(std::span<const std::string> paths) {
    const std::hash<std::string_view> hashOf;
    std::vector<std::size_t> files;
    std::vector<std::size_t> folders;
    files.reserve(paths.size());
    std::string lastFolder;
    for (const std::string& path : paths) {
        const std::string key = keyOf(path);
        files.push_back(hashOf(key));
        const auto end = key.rfind('/');
        if (end == std::string::npos || lastFolder == std::string_view(key).substr(0, end))
            continue;
        lastFolder = key.substr(0, end);
        for (auto slash = end; slash != std::string::npos && slash > 0; slash = key.rfind('/', slash - 1))
            folders.push_back(hashOf(std::string_view(key).substr(0, slash)));
    }
    std::ranges::sort(files);
    return std::ranges::adjacent_find(files) != files.end() ||
           std::ranges::any_of(
               folders, [&files](std::size_t folder) { return std::ranges::binary_search(files, folder); });
}

/// Keys of every folder on the way to a path, up to the first that is known with all above it.
void addFolders(const std::string& key, std::set<std::string>& folders) {
    for (auto slash = key.rfind('/'); slash != std::string::npos && slash > 0; slash = key.rfind('/', slash - 1)) {
        if (!folders.insert(key.substr(0, slash)).second)
            return;
    }
}

} // namespace

std::string keyOf(std::string_view path) {
    if (isAscii(path)) // nearly every path
        return lowerAscii(path);
    QString text = QString::fromUtf8(path.data(), qsizetype(path.size()));
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    // Folding can take a composed letter apart, so compose last.
    return text.normalized(QString::NormalizationForm_D)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C)
        .toStdString();
}

std::vector<std::string> separateTwins(std::span<const std::string> paths) {
    if (!mayHaveTwins(paths))
        return {};
    std::vector<std::string> renamed(paths.size());
    std::vector<std::string> keys;
    keys.reserve(paths.size());
    std::set<std::string> taken; // ordered: whoever makes a torrent chooses its names
    for (const std::string& path : paths) {
        keys.push_back(keyOf(path));
        addFolders(keys.back(), taken);
    }
    const std::set<std::string> all(keys.begin(), keys.end());
    std::map<std::string, int> lastNumbers; // by key: names that are all twins must not be counted through each time
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (taken.insert(keys[i]).second)
            continue;
        int& number = lastNumbers.try_emplace(keys[i], 1).first->second;
        while (true) {
            renamed[i] = numbered(paths[i], ++number);
            std::string key = keyOf(renamed[i]);
            if (!all.contains(key) && taken.insert(std::move(key)).second)
                break;
        }
    }
    return renamed;
}

void noteTwins(std::span<const GateFile> files, GateNotes& notes) {
    std::vector<std::string> paths;
    for (const GateFile& file : files) {
        if (!file.isPadding)
            paths.push_back(file.path);
    }
    for (std::size_t i = 0; const std::string& renamed : separateTwins(paths)) {
        if (!renamed.empty())
            notes.add(TorrentNote::Kind::TwinNames, paths[i]);
        ++i;
    }
}

} // namespace essaim::engine
