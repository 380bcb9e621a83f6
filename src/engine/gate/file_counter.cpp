#include "engine/gate/file_counter.h"

#include "engine/gate/path_rules.h"

namespace essaim::engine {

std::optional<Refusal>
FileCounter::add(std::string path, BencodeDocument::Value length, BencodeDocument::Value attributes) {
    const std::string_view flags = attributes.string().value_or("");
    if (auto refusal = refusedPath(path))
        return refusal;
    if (flags.contains('l'))
        return Refusal{Fault::SymbolicLink, std::move(path)};
    const auto size = length.integer();
    if (!size || *size < 0 || *size > GateLimits::kFileSize)
        return Refusal{Fault::FileSize, std::move(path)};
    // BitComet marked padding by its name, before there was an attribute for it.
    const bool isPadding = flags.contains('p') || path.contains("_____padding_file_");
    m_total += *size;
    m_pathBytes += path.size();
    if (m_total > GateLimits::kTotalSize)
        return Refusal{Fault::TotalSize, {}, 0, GateLimits::kTotalSize};
    // Padding makes no file. Behind each file and before the first is all there can be of it.
    m_fileCount += isPadding ? 0 : 1;
    if (m_fileCount > GateLimits::kFiles || m_files.size() > 2 * GateLimits::kFiles)
        return Refusal{Fault::TooManyFiles, {}, 0, std::int64_t(GateLimits::kFiles)};
    if (m_pathBytes > GateLimits::kAllPathBytes)
        return Refusal{Fault::PathsTooLong, {}, 0, std::int64_t(GateLimits::kAllPathBytes)};
    m_files.push_back({std::move(path), *size, isPadding});
    return std::nullopt;
}

} // namespace essaim::engine
