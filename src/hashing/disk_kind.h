// What kind of disk a file lies on.
#pragma once

#include <cstdint>
#include <string>

namespace essaim::hashing {

/// True if the system says that the disk turns, so that reading in several places at once is slow. False if it does not
/// turn or if nothing is known. `device` as in FileIdentity.
[[nodiscard]] bool turns(std::uint64_t device);

/// The device of a path; 0 if there is nothing.
[[nodiscard]] std::uint64_t deviceOf(const std::string& path);

} // namespace essaim::hashing
