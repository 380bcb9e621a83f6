// Reasons that the lower layers give in English, in the user's language.
#pragma once

#include <QString>

#include <string>

namespace essaim::text {

/// The detail of an Error (core/error.h), or why a tracker gave no answer, for people. Those that users meet are
/// translated, the system's words for failed connections among them; what other libraries and hosts say stays as it is.
[[nodiscard]] QString detailWords(const std::string& detail);
[[nodiscard]] QString detailWords(const QString& detail);

} // namespace essaim::text
