#include "engine/files/incomplete_names.h"

#include <algorithm>

namespace essaim::engine {
namespace {

constexpr std::size_t kLongestName = 255; ///< bytes

std::string_view lastPart(std::string_view path) {
    return path.substr(path.rfind('/') + 1); // npos + 1 = 0
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? char(letter - 'A' + 'a') : letter;
}

} // namespace

bool hasIncompleteSuffix(std::string_view path) {
    const std::string_view name = lastPart(path);
    return name.size() > kIncompleteSuffix.size() &&
           std::ranges::equal(name.substr(name.size() - kIncompleteSuffix.size()), kIncompleteSuffix, {}, lower, lower);
}

std::string withIncompleteSuffix(const std::string& path) {
    if (lastPart(path).size() + kIncompleteSuffix.size() > kLongestName)
        return {};
    return path + std::string(kIncompleteSuffix);
}

std::string withoutIncompleteSuffix(const std::string& path) {
    return hasIncompleteSuffix(path) ? path.substr(0, path.size() - kIncompleteSuffix.size()) : path;
}

std::string otherNameOf(const std::string& path) {
    return hasIncompleteSuffix(path) ? withoutIncompleteSuffix(path) : withIncompleteSuffix(path);
}

} // namespace essaim::engine
