// Passwords as they may be written down.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace essaim::hashing {

/// "scrypt:N:r:p:salt:key" with a salt of its own. Takes a tenth of a second and 32 MiB, so that guessing takes long.
/// Any thread. Nothing if the system has no random numbers or no memory.
[[nodiscard]] std::optional<std::string> hashPassword(std::string_view password);

/// Takes as long; the comparison itself tells nothing by its time. False for a hash that cannot be read, too.
[[nodiscard]] bool isPasswordOf(std::string_view password, std::string_view hash);

/// Whether it is something that a password could fit.
[[nodiscard]] bool isPasswordHash(std::string_view hash);

} // namespace essaim::hashing
