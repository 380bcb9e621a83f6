// Words and numbers for people, in the user's language and formats; shared by the window and the command line.
#pragma once

#include "core/error.h"

#include <QString>
#include <QtGlobal>

namespace essaim::text {

/// "1.40 GB" with decimal units as desktops show them, three significant figures, the locale's separators.
[[nodiscard]] QString size(qint64 bytes);
/// "1.40 MB/s"; empty for 0.
[[nodiscard]] QString rate(qint64 bytesPerSecond);
/// "42 s", "2 min", "1 h 04 min", "3 d 2 h"; "∞" for negative.
[[nodiscard]] QString duration(qint64 seconds);
/// "63 %"; 100 only when complete.
[[nodiscard]] QString percent(double fraction);
/// Two decimals, "∞" where it has no value.
[[nodiscard]] QString ratio(double ratio);

/// What went wrong, why, and what to do, as one or two sentences.
[[nodiscard]] QString errorSentence(const Error& error);

} // namespace essaim::text
