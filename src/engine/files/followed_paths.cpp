#include "engine/files/followed_paths.h"

#include "engine/files/file_system.h"

#include <filesystem>

namespace essaim::engine {

namespace {

constexpr int kMostLinks = 40; // as the kernel's

std::string below(const std::string& folder, const std::string& name) {
    return folder == "/" ? folder + name : folder + '/' + name;
}

} // namespace

const std::string& FollowedPaths::follow(const std::string& path) {
    const auto known = m_followed.find(path);
    if (known != m_followed.end())
        return known->second;
    return m_followed.emplace(path, path.starts_with('/') ? resolve(path, 0) : path).first->second;
}

std::string FollowedPaths::resolve(const std::string& path, int links) {
    const auto end = path.find_last_not_of('/');
    if (end == std::string::npos)
        return "/";
    const auto slash = path.rfind('/', end);
    const std::string name = path.substr(slash + 1, end - slash);
    const std::string above = slash == 0 ? "/" : path.substr(0, slash);
    const std::string folder = links == 0 ? follow(above) : resolve(above, links);
    if (name == ".")
        return folder;
    if (name == "..")
        return folderOf(folder);
    std::string place = below(folder, name);
    if (m_isKnown(place))
        return place;
    std::error_code noLink;
    const auto target = std::filesystem::read_symlink(place, noLink);
    if (noLink || links >= kMostLinks)
        return place;
    return resolve(target.is_absolute() ? target.string() : below(folder, target.string()), links + 1);
}

} // namespace essaim::engine
