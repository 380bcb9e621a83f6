// Patterns for names of files. Private to the engine.
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace essaim::engine {

/// Ignoring case, as names are compared here: bytes of UTF-8.
[[nodiscard]] std::string foldedName(std::string_view name);

/// Several globs at once (their syntax: creation_filter.h). Immutable.
class GlobList {
public:
    GlobList() = default;
    explicit GlobList(const QStringList& globs);

    [[nodiscard]] bool isEmpty() const { return m_names.empty() && m_paths.empty(); }
    /// `name` is the last part of `path`; both folded. `path` is relative to the chosen item.
    [[nodiscard]] bool matches(std::string_view name, std::string_view path) const;

private:
    std::vector<std::string> m_names; ///< globs without '/'
    std::vector<std::string> m_paths;
};

} // namespace essaim::engine
