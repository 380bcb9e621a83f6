// Reasons that the lower layers give in English, in the user's language.
#pragma once

#include <QString>

#include <string>

namespace essaim::text {

/// The detail of an Error (core/error.h) for people. Those that users meet are translated; what other libraries say
/// stays as it is.
[[nodiscard]] QString detailWords(const std::string& detail);

} // namespace essaim::text
