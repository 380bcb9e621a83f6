// Where a path leads when its symbolic links are followed, whether that place is there or not. Private to the engine.
#pragma once

#include <functional>
#include <map>
#include <string>

namespace essaim::engine {

/// Remembers what it found. Not thread-safe.
class FollowedPaths {
public:
    /// `isKnown`: is asked for each folder on the way; below a known one no disk is looked at any more, so that a drive
    /// that does not answer is not waited for.
    explicit FollowedPaths(std::function<bool(const std::string& folder)> isKnown)
        : m_isKnown(std::move(isKnown)) {}

    /// The place that an absolute path leads to: without links, also where the last parts of it do not exist. A path
    /// through more than 40 links, as in a circle, is taken as it is.
    [[nodiscard]] const std::string& follow(const std::string& path);
    /// Links may lead elsewhere by now.
    void forget() { m_followed.clear(); }

private:
    [[nodiscard]] std::string resolve(const std::string& path, int links);

    std::function<bool(const std::string&)> m_isKnown;
    std::map<std::string, std::string> m_followed;
};

} // namespace essaim::engine
