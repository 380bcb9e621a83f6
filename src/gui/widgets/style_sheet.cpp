#include "gui/widgets/style_sheet.h"

#include "gui/widgets/theme.h"

#include <QStyle>
#include <QWidget>

namespace essaim::gui {

namespace {

// @name stands for a colour, see colorsOf().
constexpr const char* kSheet = R"(
QPushButton { background: @raised; border: 1px solid @border; border-radius: 6px; padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @highlight; }
QPushButton:focus { border-color: @moving; }
QPushButton:disabled { color: @disabled; background: transparent; }
QPushButton:flat { background: transparent; border-color: transparent; padding: 4px 6px; }
QPushButton:flat:hover { background: @hover; }
QPushButton:flat:focus { border-color: @moving; }
QPushButton[accent="true"] { background: @accent; border-color: @accent; color: @onAccent; font-weight: 600; }
QPushButton[accent="true"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[accent="true"]:focus { border-color: @onAccent; }
QPushButton[accent="true"]:disabled { background: @line; border-color: @line; color: @disabled; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 8px; background: transparent; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @highlight; }
QToolButton:focus { border-color: @moving; }
QToolButton:disabled { color: @disabled; }
QToolButton::menu-indicator { image: none; }
QLineEdit { background: @field; border: 1px solid @border; border-radius: 6px; padding: 4px 8px; min-height: 18px;
    selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus { border-color: @moving; }
QLineEdit:disabled, QLineEdit:read-only { background: @window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QComboBox, QAbstractSpinBox { min-height: 26px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QHeaderView { background: @base; border: none; }
QHeaderView::section { background: @base; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: 0 2px 0 10px; font-size: 12px; font-weight: 600; }
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: border; subcontrol-position: center right;
    width: 8px; height: 8px; }
QFrame[card="true"] { background: @raised; border: 1px solid @line; border-radius: 8px; }
QFrame[banner="true"] { background: @notice; border: none; border-bottom: 1px solid @line; }
QLabel[muted="true"] { color: @muted; }
QToolButton[muted="true"] { color: @muted; }
QLabel[heading="true"] { font-size: 16px; font-weight: 600; }
QLabel[section="true"] { color: @muted; font-size: 12px; font-weight: 600; padding-left: 8px; }
QLabel[good="true"] { color: @whole; }
QLabel[problem="true"] { color: @loss; }
QLabel[warning="true"] { color: @attention; }
QToolButton[section="true"] { color: @muted; font-size: 12px; font-weight: 600; padding: 2px 6px; }
QToolButton[section="true"]:checked { background: transparent; }
QToolButton[section="true"]:hover { background: @hover; }
QToolButton[small="true"] { padding: 0; border-radius: 4px; }
QWidget#detailsStrip { border-bottom: 1px solid @line; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 8px 12px; color: @muted; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:disabled { color: @disabled; }
QWidget#topBar { background: @base; border-bottom: 1px solid @line; }
QFrame[separator="true"] { background: @line; border: none; }
QFrame[segments="true"] { background: @segments; border: none; border-radius: 8px; }
QFrame[segments="true"] QToolButton { padding: 4px 14px; color: @muted; border-radius: 6px; }
QFrame[segments="true"] QToolButton:checked { background: @base; color: @text; font-weight: 600; }
QFrame[segments="true"] QToolButton:hover { color: @text; }
QLabel[mono="true"] { font-family: monospace; }
QSplitter::handle { background: @line; }
QMenuBar { background: @base; border-bottom: 1px solid @line; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: @highlight; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @border; border: 3px solid @base; border-radius: 6px; min-width: 32px; min-height: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: @base; }
QStatusBar { background: @window; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
)";

/// `amount` of `over` laid on `under`, 0 to 1.
QColor mix(const QColor& under, const QColor& over, qreal amount) {
    const auto channel = [amount](int a, int b) { return int(a + (b - a) * amount); };
    return QColor(
        channel(under.red(), over.red()), channel(under.green(), over.green()), channel(under.blue(), over.blue()));
}

QList<std::pair<QString, QColor>> colorsOf(const QPalette& palette) {
    const auto tint = [&palette](Tint which) { return tintColor(which, palette); };
    const QColor highlight = palette.color(QPalette::Highlight);
    // Longer names stand before those that they begin with.
    return {
        {QStringLiteral("@accentHover"), mix(tint(Tint::Accent), tint(Tint::OnAccent), 0.08)},
        {QStringLiteral("@accent"), tint(Tint::Accent)},
        {QStringLiteral("@onAccent"), tint(Tint::OnAccent)},
        {QStringLiteral("@raised"), tint(Tint::Raised)},
        {QStringLiteral("@notice"), mix(tint(Tint::Raised), tint(Tint::Attention), 0.12)},
        {QStringLiteral("@border"), mix(tint(Tint::Line), tint(Tint::Muted), 0.18)},
        {QStringLiteral("@hover"), mix(tint(Tint::Raised), highlight, 0.55)},
        {QStringLiteral("@highlight"), highlight},
        {QStringLiteral("@selection"), mix(highlight, tint(Tint::Moving), 0.25)},
        {QStringLiteral("@moving"), tint(Tint::Moving)},
        {QStringLiteral("@disabled"), palette.color(QPalette::Disabled, QPalette::Text)},
        {QStringLiteral("@field"), palette.color(QPalette::Base)},
        {QStringLiteral("@base"), palette.color(QPalette::Base)},
        {QStringLiteral("@segments"), palette.color(QPalette::Midlight)},
        {QStringLiteral("@window"), palette.color(QPalette::Window)},
        {QStringLiteral("@muted"), tint(Tint::Muted)},
        {QStringLiteral("@text"), tint(Tint::Text)},
        {QStringLiteral("@line"), tint(Tint::Line)},
        {QStringLiteral("@whole"), tint(Tint::Whole)},
        {QStringLiteral("@loss"), tint(Tint::Loss)},
        {QStringLiteral("@attention"), tint(Tint::Attention)},
    };
}

} // namespace

QString makeStyleSheet(const QPalette& palette) {
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto& [name, color] : colorsOf(palette))
        sheet.replace(name, color.name());
    return sheet;
}

void setSheetProperty(QWidget& widget, const char* name, bool value) {
    if (widget.property(name).toBool() == value)
        return;
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

} // namespace essaim::gui
