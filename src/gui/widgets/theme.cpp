#include "gui/widgets/theme.h"

#include "gui/widgets/outline_style.h"
#include "gui/widgets/style_sheet.h"
#include "gui/widgets/svg_icon_engine.h"
#include "gui/widgets/system_theme.h"

#include <QApplication>
#include <QFont>
#include <QFontInfo>

// The icons are compiled into a static library: without this call the linker would drop them. The macro declares a
// function of the global namespace, so it cannot stand in an anonymous one.
static void initResources() {
    Q_INIT_RESOURCE(essaim);
}

namespace essaim::gui {

namespace {

struct TintRow {
    Tint tint;
    QRgb light;
    QRgb dark;
};

// Words in these colours have a contrast of 4.5:1 with Base and Window. Accent and Line never colour text.
constexpr TintRow kTints[] = {
    {Tint::Text, 0xff1b2130, 0xffe6e9f0},      {Tint::Muted, 0xff5a6579, 0xff9ba4b5},
    {Tint::Accent, 0xffe0982f, 0xfff0b04a},    {Tint::OnAccent, 0xff1d1504, 0xff1d1504},
    {Tint::Moving, 0xff2a6bd8, 0xff6b9dfa},    {Tint::Whole, 0xff1d8050, 0xff4cc08a},
    {Tint::Attention, 0xffae5807, 0xfff09c4a}, {Tint::Loss, 0xffc0322c, 0xfff2776f},
    {Tint::Line, 0xffdfe3ea, 0xff2d333f},      {Tint::Raised, 0xffffffff, 0xff232834},
};

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

QPalette makePalette(bool dark) {
    const auto pick = [dark](QRgb light, QRgb night) { return QColor(dark ? night : light); };
    QPalette palette;
    palette.setColor(QPalette::Window, pick(0xfff5f7fa, 0xff15181f));
    const auto tint = [&palette](Tint which) { return tintColor(which, palette); };
    palette.setColor(QPalette::WindowText, tint(Tint::Text));
    palette.setColor(QPalette::Base, pick(0xffffffff, 0xff1b1f27));
    palette.setColor(QPalette::AlternateBase, pick(0xfff8f9fb, 0xff1f232c));
    palette.setColor(QPalette::Text, tint(Tint::Text));
    palette.setColor(QPalette::PlaceholderText, tint(Tint::Muted));
    palette.setColor(QPalette::Button, pick(0xfffdfdfe, 0xff262b36));
    palette.setColor(QPalette::ButtonText, tint(Tint::Text));
    palette.setColor(QPalette::BrightText, tint(Tint::Loss));
    palette.setColor(QPalette::Highlight, pick(0xffe3ecfb, 0xff28345a));
    palette.setColor(QPalette::HighlightedText, tint(Tint::Text));
    palette.setColor(QPalette::Link, tint(Tint::Moving));
    palette.setColor(QPalette::LinkVisited, tint(Tint::Moving));
    palette.setColor(QPalette::ToolTipBase, pick(0xff262c3a, 0xff343b4a));
    palette.setColor(QPalette::ToolTipText, QColor(0xfff5f7fa));
    palette.setColor(QPalette::Light, pick(0xffffffff, 0xff2d333f));
    palette.setColor(QPalette::Midlight, pick(0xffeef1f5, 0xff262b35));
    palette.setColor(QPalette::Mid, pick(0xffc9d0db, 0xff3a4150));
    palette.setColor(QPalette::Dark, pick(0xffaab3c2, 0xff0f1116));
    palette.setColor(QPalette::Shadow, pick(0xff8089a0, 0xff08090c));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, pick(0xff9aa3b2, 0xff667082));
    palette.setColor(QPalette::Disabled, QPalette::Base, pick(0xfff5f7fa, 0xff15181f));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, pick(0xffeceff4, 0xff2a2f3a));
    return palette;
}

/// Whether the desktop was dark before this program chose colours of its own; asked once, kept by the application.
bool systemIsDark(QApplication& application) {
    if (!application.property(kSystemIsDark).isValid())
        setSystemDark(application, isDark(application.palette()));
    return application.property(kSystemIsDark).toBool();
}

/// 13 px text, unless the desktop asks for larger letters.
void applyFont(QApplication& application) {
    QFont font = application.font();
    if (QFontInfo(font).pixelSize() < 15)
        font.setPixelSize(13);
    application.setFont(font);
}

} // namespace

QColor tintColor(Tint tint, const QPalette& palette) {
    for (const TintRow& row : kTints) {
        if (row.tint == tint)
            return QColor(isDark(palette) ? row.dark : row.light);
    }
    return palette.color(QPalette::WindowText);
}

QIcon themedIcon(const QString& name, Tint tint) {
    ::initResources();
    return QIcon(new SvgIconEngine(name, tint));
}

void applyTheme(QApplication& application, const QString& theme) {
    ::initResources();
    const bool isChosen = theme == QLatin1String("light") || theme == QLatin1String("dark");
    const bool dark = isChosen ? theme == QLatin1String("dark") : systemIsDark(application);
    if (application.styleSheet().isEmpty()) {
        QApplication::setStyle(new OutlineStyle);
        applyFont(application);
        QApplication::setWindowIcon(QIcon(QStringLiteral(":/essaim.svg")));
    }
    const QPalette palette = makePalette(dark);
    QApplication::setPalette(palette);
    application.setStyleSheet(makeStyleSheet(palette));
}

} // namespace essaim::gui
