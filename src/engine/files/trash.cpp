#include "engine/files/trash.h"

#include "engine/files/file_system.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;

std::error_code lastError() {
    return {errno, std::generic_category()};
}

std::optional<dev_t> deviceOf(const std::string& path) {
    struct stat status{};
    if (::lstat(path.c_str(), &status) != 0)
        return std::nullopt;
    return status.st_dev;
}

/// Of the path itself or of the nearest folder above it that exists.
std::optional<dev_t> deviceOfNearest(std::string path) {
    while (!deviceOf(path) && path != "/")
        path = folderOf(path);
    return deviceOf(path);
}

/// The highest folder that lies on the same device as `path`.
std::string topOfVolume(const std::string& path, dev_t device) {
    std::string top = path;
    while (top != "/" && deviceOf(folderOf(top)) == device)
        top = folderOf(top);
    return top;
}

std::string homeTrash() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
        return std::string(data) + "/Trash";
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? std::string(home) + "/.local/share/Trash" : std::string();
}

bool isOwnFolder(const std::string& path) {
    struct stat status{};
    return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::getuid();
}

/// Made with mode 0700, as the specification wants it; a link or somebody else's folder is none.
bool makeFolder(const std::string& path) {
    return (::mkdir(path.c_str(), 0700) == 0 || errno == EEXIST) && isOwnFolder(path);
}

bool makeTrash(const std::string& folder) {
    return makeFolder(folder) && makeFolder(folder + "/files") && makeFolder(folder + "/info");
}

/// `.Trash` is made by an administrator for all users: it must be a real folder with the sticky bit.
bool isSharedTrash(const std::string& path) {
    struct stat status{};
    return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0;
}

/// As in a URL (RFC 2396), '/' left as it is.
std::string percentEncoded(const std::string& path) {
    constexpr auto kHex = std::to_array("0123456789ABCDEF");
    std::string encoded;
    for (const char character : path) {
        const auto byte = static_cast<unsigned char>(character);
        const bool isPlain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                             (byte >= 'a' && byte <= 'z') || std::string_view("/-_.~").contains(character);
        if (isPlain) {
            encoded += character;
        } else {
            encoded += '%';
            encoded += kHex[byte >> 4];
            encoded += kHex[byte & 15];
        }
    }
    return encoded;
}

std::string percentDecoded(const std::string& text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int byte = 0;
        const char* digits = text.data() + i + 1;
        const bool isCode =
            text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
        decoded += isCode ? static_cast<char>(byte) : text[i];
        i += isCode ? 2 : 0;
    }
    return decoded;
}

/// In local time, as the specification wants it; sorts as the moments do.
std::string dateOf(std::time_t moment) {
    std::tm local{};
    ::localtime_r(&moment, &local);
    std::array<char, 32> date{};
    std::strftime(date.data(), date.size(), "%Y-%m-%dT%H:%M:%S", &local);
    return date.data();
}

std::string information(const std::string& path, std::time_t now) {
    return "[Trash Info]\nPath=" + percentEncoded(path) + "\nDeletionDate=" + dateOf(now) + "\n";
}

/// Of one line of the information; empty if it has none.
std::string valueOf(const std::string& text, const std::string& key) {
    const auto start = text.find('\n' + key + '=');
    if (start == std::string::npos)
        return {};
    const auto from = start + key.size() + 2;
    return text.substr(from, text.find('\n', from) - from);
}

/// Fails with AlreadyExists if the name is taken.
Expected<void> writeNew(const std::string& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return std::unexpected(systemError(lastError(), Operation::WriteFile, path));
    std::size_t done = 0;
    ssize_t count = 0;
    while (done < text.size() && (count = ::write(file, text.data() + done, text.size() - done)) > 0)
        done += std::size_t(count);
    const bool isWritten = done == text.size() && ::fsync(file) == 0;
    const std::error_code error = count == 0 ? std::make_error_code(std::errc::no_space_on_device) : lastError();
    ::close(file);
    if (isWritten)
        return {};
    ::unlink(path.c_str());
    return std::unexpected(systemError(error, Operation::WriteFile, path));
}

/// "name", "name.2", "name.3" …, short enough for the information's own ending.
std::string nameInBin(const std::string& name, int attempt) {
    constexpr std::size_t kLongest = 230; // bytes; 255 less ".trashinfo" and a number
    std::string shortened = name;
    if (shortened.size() > kLongest) {
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(shortened[end]) & 0xc0) == 0x80)
            --end; // not in the middle of a character
        shortened.resize(end);
    }
    return attempt == 1 ? shortened : shortened + '.' + std::to_string(attempt);
}

std::string infoFileOf(const std::string& inBin) {
    const auto slash = inBin.rfind('/');
    return folderOf(folderOf(inBin)) + "/info/" + inBin.substr(slash + 1) + ".trashinfo";
}

} // namespace

Expected<Trash> Trash::onVolumeOf(const std::string& path) {
    const auto device = deviceOf(path);
    if (!device)
        return std::unexpected(systemError(lastError(), Operation::RemoveFiles, path));
    Trash trash;
    trash.m_folder = homeTrash();
    if (!trash.m_folder.empty()) {
        // On his own volume a user has this bin and no other, even if it cannot be used just now.
        if (deviceOfNearest(folderOf(trash.m_folder)) == device) {
            std::error_code failed;
            fs::create_directories(folderOf(trash.m_folder), failed);
            if (failed)
                return std::unexpected(systemError(failed, Operation::RemoveFiles, trash.m_folder));
            if (makeTrash(trash.m_folder))
                return trash;
            if (const std::error_code error = lastError(); error != std::errc::file_exists)
                return std::unexpected(systemError(error, Operation::RemoveFiles, trash.m_folder));
            return failure(ErrorKind::Unsupported, Operation::RemoveFiles, path, "the bin is a link or not the user's");
        }
    }
    trash.m_top = topOfVolume(path, *device);
    const std::string user = std::to_string(::getuid());
    trash.m_folder = trash.m_top + "/.Trash/" + user;
    if (isSharedTrash(trash.m_top + "/.Trash") && makeTrash(trash.m_folder))
        return trash;
    trash.m_folder = (trash.m_top == "/" ? std::string() : trash.m_top) + "/.Trash-" + user;
    if (makeTrash(trash.m_folder) && deviceOf(trash.m_folder) == device)
        return trash;
    return failure(ErrorKind::Unsupported, Operation::RemoveFiles, path, "this volume has no bin");
}

std::string Trash::stated(const std::string& path) const {
    return m_top.empty() ? path : path.substr(m_top == "/" ? 1 : m_top.size() + 1);
}

std::string Trash::absolute(const std::string& stated) const {
    return stated.empty() || m_top.empty() ? stated : (m_top == "/" ? std::string() : m_top) + '/' + stated;
}

std::map<std::string, std::string> Trash::takenSince(std::time_t since) const {
    std::map<std::string, std::pair<std::string, std::string>> latest; // date and place in the bin
    const std::string earliest = dateOf(since);
    std::error_code error;
    for (fs::directory_iterator entry(m_folder + "/info", error), end; !error && entry != end; entry.increment(error)) {
        std::ifstream file(entry->path());
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const std::string date = valueOf(text, "DeletionDate");
        const std::string path = absolute(percentDecoded(valueOf(text, "Path")));
        const std::string inBin = m_folder + "/files/" + entry->path().stem().string();
        if (date < earliest || path.empty() || !lookAt(inBin).value_or(std::nullopt))
            continue;
        auto& known = latest[path];
        if (known.first <= date)
            known = {date, inBin};
    }
    std::map<std::string, std::string> taken;
    for (const auto& [path, last] : latest)
        taken.emplace(path, last.second);
    return taken;
}

Expected<std::string> Trash::take(const std::string& path, std::time_t now) const {
    const std::string name = path.substr(path.rfind('/') + 1);
    constexpr int kMostAttempts = 10'000;
    for (int attempt = 1; attempt < kMostAttempts; ++attempt) {
        const std::string inBin = m_folder + "/files/" + nameInBin(name, attempt);
        const std::string info = infoFileOf(inBin);
        if (const auto written = writeNew(info, information(stated(path), now)); !written) {
            if (written.error().kind == ErrorKind::AlreadyExists)
                continue;
            return std::unexpected(written.error());
        }
        const auto moved = renameWithoutReplacing(path, inBin);
        if (moved)
            return inBin;
        ::unlink(info.c_str());
        if (moved.error().kind != ErrorKind::AlreadyExists)
            return std::unexpected(moved.error());
    }
    return failure(ErrorKind::AlreadyExists, Operation::RemoveFiles, path, "no free name in the bin");
}

Expected<void> Trash::putBack(const std::string& inBin, const std::string& path) {
    const auto there = lookAt(inBin);
    if (!there)
        return std::unexpected(there.error());
    if (!*there)
        return failure(ErrorKind::NotFound, Operation::RestoreFiles, path, "it is not in the bin any more");
    std::error_code error;
    fs::create_directories(folderOf(path), error);
    if (error)
        return std::unexpected(systemError(error, Operation::RestoreFiles, folderOf(path)));
    if (auto moved = renameWithoutReplacing(inBin, path); !moved) {
        moved.error().operation = Operation::RestoreFiles;
        moved.error().subject = path;
        return moved;
    }
    ::unlink(infoFileOf(inBin).c_str());
    return {};
}

} // namespace essaim::engine
