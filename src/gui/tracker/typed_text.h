// What somebody typed or pasted, as a sentence can repeat it.
#pragma once

#include <QString>

namespace essaim::gui {

/// On one line and short: a pasted list without a space in it would make a dialog wider than the screen.
[[nodiscard]] inline QString typedText(const QString& typed) {
    constexpr qsizetype kLongest = 40;
    const QString text = typed.left(20 * kLongest).simplified();
    return text.size() <= kLongest ? text : text.left(kLongest - 1) + QStringLiteral("…");
}

} // namespace essaim::gui
