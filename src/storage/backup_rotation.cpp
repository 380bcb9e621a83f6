// Names of backups, and which of them are kept.
#include "storage/backup.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <string>
#include <string_view>

namespace essaim::storage {

namespace {

constexpr std::size_t kDailies = 7;
constexpr std::size_t kWeeklies = 4;
constexpr std::size_t kOthers = 4;
constexpr std::int64_t kWeek = 7 * 24 * 60 * 60;
constexpr std::uintmax_t kBudget = std::uintmax_t{1024} * 1024 * 1024;

struct Name {
    BackupKind kind;
    std::string_view prefix;
};

constexpr std::array kNames{
    Name{BackupKind::Daily, "daily-"},
    Name{BackupKind::Weekly, "weekly-"},
    Name{BackupKind::BeforeRestore, "pre-restore-"},
    Name{BackupKind::BeforeUpdate, "pre-update-"},
};
constexpr std::string_view kSuffix = ".db";
constexpr auto kFormat = "%Y%m%d-%H%M%S";

std::string_view prefixOf(BackupKind kind) {
    return std::ranges::find(kNames, kind, &Name::kind)->prefix;
}

std::optional<std::int64_t> momentOf(std::string_view text) {
    std::tm time{};
    const std::string copy(text);
    const char* const end = ::strptime(copy.c_str(), kFormat, &time);
    if (end == nullptr || *end != '\0')
        return std::nullopt;
    return ::timegm(&time);
}

std::optional<BackupFile> parse(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    for (const Name& known : kNames) {
        if (!name.starts_with(known.prefix) || !name.ends_with(kSuffix))
            continue;
        const auto middle = name.size() - known.prefix.size() - kSuffix.size();
        if (const auto moment = momentOf(std::string_view(name).substr(known.prefix.size(), middle)))
            return BackupFile{file, known.kind, *moment, 0};
    }
    return std::nullopt;
}

/// Moves what is over `count` from the end of `kept` to `over`; never the file `fresh`.
void limit(
    std::vector<BackupFile>& kept, std::size_t count, const std::filesystem::path& fresh,
    std::vector<BackupFile>& over) {
    for (auto i = kept.size(); i > count; --i) {
        if (kept[i - 1].file == fresh)
            continue;
        over.push_back(kept[i - 1]);
        kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i) - 1);
    }
}

std::uintmax_t sizeOf(const std::vector<BackupFile>& files) {
    std::uintmax_t size = 0;
    for (const auto& file : files)
        size += file.size;
    return size;
}

void removeUnfinished(const std::filesystem::path& folder) {
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
        const auto name = entry.path().filename().string();
        const bool isOurs =
            std::ranges::any_of(kNames, [&](const Name& known) { return name.starts_with(known.prefix); });
        if (isOurs && (name.ends_with(".db.new") || name.ends_with(".db.new-journal")))
            std::filesystem::remove(entry.path(), code);
    }
}

} // namespace

std::filesystem::path backupPath(const std::filesystem::path& folder, BackupKind kind, std::int64_t takenAt) {
    const auto time = fmt::gmtime(static_cast<std::time_t>(takenAt));
    return folder / fmt::format("{}{:%Y%m%d-%H%M%S}{}", prefixOf(kind), time, kSuffix);
}

std::vector<BackupFile> listBackups(const std::filesystem::path& folder) {
    std::vector<BackupFile> backups;
    std::error_code code;
    for (std::filesystem::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        auto backup = parse(entry->path());
        std::error_code unknown;
        if (!backup || !entry->is_regular_file(unknown))
            continue;
        backup->size = entry->file_size(unknown);
        backups.push_back(std::move(*backup));
    }
    std::ranges::sort(backups, [](const BackupFile& a, const BackupFile& b) {
        return std::pair(a.takenAt, a.file) > std::pair(b.takenAt, b.file);
    });
    return backups;
}

BackupRotation
rotateBackups(std::vector<BackupFile> backups, const std::filesystem::path& fresh, std::uintmax_t budget) {
    std::ranges::stable_sort(backups, std::ranges::greater{}, &BackupFile::takenAt);
    std::vector<BackupFile> dailies;
    std::vector<BackupFile> weeklies;
    std::vector<BackupFile> others;
    for (auto& backup : backups) {
        auto& list = backup.kind == BackupKind::Daily ? dailies : backup.kind == BackupKind::Weekly ? weeklies : others;
        list.push_back(std::move(backup));
    }
    BackupRotation rotation;
    std::vector<BackupFile> over;
    limit(dailies, kDailies, fresh, over);
    for (const BackupFile& daily : over) {
        const bool hasWeek = std::ranges::any_of(
            weeklies, [&](const BackupFile& weekly) { return daily.takenAt < weekly.takenAt + kWeek; });
        if (hasWeek) {
            rotation.obsolete.push_back(daily);
            continue;
        }
        rotation.toWeekly.push_back(daily);
        weeklies.insert(weeklies.begin(), daily);
    }
    limit(others, kOthers, fresh, rotation.obsolete);
    limit(weeklies, kWeeklies, fresh, rotation.obsolete);
    // Too large: first the oldest of what there are most of.
    while (sizeOf(dailies) + sizeOf(weeklies) + sizeOf(others) > budget) {
        auto& list = dailies.size() > 2 && dailies.size() >= weeklies.size() ? dailies
                     : weeklies.size() > 1                                   ? weeklies
                     : dailies.size() > 2                                    ? dailies
                                                                             : others;
        const auto before = list.size();
        if (before < 2)
            break;
        limit(list, before - 1, fresh, rotation.obsolete);
        if (list.size() == before)
            break;
    }
    std::erase_if(rotation.toWeekly, [&](const BackupFile& file) {
        return std::ranges::find(rotation.obsolete, file) != rotation.obsolete.end();
    });
    return rotation;
}

void tidyBackups(
    const std::filesystem::path& folder, const std::filesystem::path& fresh, const BackupContents& made,
    std::string_view schema) {
    removeUnfinished(folder);
    auto rotation = rotateBackups(listBackups(folder), fresh, kBudget);
    std::error_code code;
    for (const BackupFile& backup : rotation.toWeekly)
        std::filesystem::rename(backup.file, backupPath(folder, BackupKind::Weekly, backup.takenAt), code);
    // Older ones go only if what is kept knows as much, or knows that it was removed.
    const auto fullest = [&] {
        std::pair<int, const BackupFile*> found{made.torrents + made.removed, nullptr};
        for (const BackupFile& backup : rotation.obsolete) {
            const auto contents = verifyBackup(backup.file, {}, schema);
            if (contents && contents->torrents * 9 / 10 > found.first)
                found = {contents->torrents, &backup};
        }
        return found.second;
    }();
    for (const BackupFile& backup : rotation.obsolete) {
        if (&backup != fullest)
            std::filesystem::remove(backup.file, code);
    }
}

} // namespace essaim::storage
