// Colours and icons of the window, light and dark.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;

namespace essaim::gui {

/// Meaning of a colour; never the only sign of it.
enum class Tint {
    Text,
    Muted,     ///< secondary text
    Accent,    ///< the one main action, the selected tab (amber)
    OnAccent,  ///< text and icons on Accent
    Moving,    ///< data on its way (blue)
    Whole,     ///< complete, reachable (green)
    Attention, ///< needs the user (orange)
    Loss,      ///< errors (red)
    Line,      ///< separators, tracks of bars
    Raised,    ///< background of cards and fields
};

/// Colour for the theme that `palette` belongs to (dark if its window colour is dark).
[[nodiscard]] QColor tintColor(Tint tint, const QPalette& palette);

/// resources/icons/<name>.svg, recoloured with the palette each time it is painted, sharp at every scale factor.
[[nodiscard]] QIcon themedIcon(const QString& name, Tint tint = Tint::Text);

/// "system", "light" or "dark" (settings::kTheme): style, palette and the short style sheet of the application.
/// The sheet knows a few properties, set with QObject::setProperty(name, true) before the widget is shown:
/// "accent" on a QPushButton (the one main action of a window), "card" on a QFrame (raised box), and on a QLabel
/// "muted" (secondary text), "heading" (title of a card or page), "mono" (hashes and addresses).
void applyTheme(QApplication& application, const QString& theme);

} // namespace essaim::gui
