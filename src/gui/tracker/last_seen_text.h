// When somebody was here last, in words.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace essaim::gui {

/// "now", "5 min ago", a date, "never" for 0. Unix seconds.
[[nodiscard]] QString lastSeenText(qint64 lastSeen, bool isHere, qint64 now);

} // namespace essaim::gui
