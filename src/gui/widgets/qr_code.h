// A square that a telephone reads.
#pragma once

#include <QWidget>

#include <vector>

namespace essaim::gui {

/// Draws a text as a QR code: dark on white with its quiet zone in every theme, since many readers know nothing else.
/// Empty for texts that are too long for one (about 1,600 bytes).
class QrCode : public QWidget {
    Q_OBJECT
public:
    explicit QrCode(QWidget* parent = nullptr);

    /// Case matters. Not shown in words: set an accessible name.
    void setText(const QString& text);
    [[nodiscard]] bool isEmpty() const { return m_width == 0; }
    /// Modules in a row, without the quiet zone.
    [[nodiscard]] int moduleCount() const { return m_width; }
    [[nodiscard]] bool isDark(int column, int row) const { return m_modules[std::size_t(row * m_width + column)]; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return width; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_width = 0;
    std::vector<bool> m_modules;
};

} // namespace essaim::gui
