// A friend's picture: the first letters of the name on a ground of its own colour.
#pragma once

#include <QIcon>
#include <QString>

namespace essaim::gui {

/// The same for the same name; readable in both themes.
[[nodiscard]] QIcon initialsPicture(const QString& name);
/// At most two letters: "Anna" -> "A", "Jean Dupont" -> "JD".
[[nodiscard]] QString initialsOf(const QString& name);

} // namespace essaim::gui
