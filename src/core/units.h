// Byte sizes as people write them in options and configuration files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace essaim {

inline constexpr std::int64_t kKiB = 1024;
inline constexpr std::int64_t kMiB = 1024 * kKiB;
inline constexpr std::int64_t kGiB = 1024 * kMiB;

/// "16384", "16k", "16 KiB", "2M", "1 GB" (decimal only with the B and without the i). No sign, no fraction of a byte.
[[nodiscard]] std::optional<std::int64_t> parseByteSize(std::string_view text);

/// English, binary multiples, three significant figures: "16 KiB", "1.43 GiB". For logs and the command line.
[[nodiscard]] std::string formatByteSize(std::int64_t bytes);

} // namespace essaim
