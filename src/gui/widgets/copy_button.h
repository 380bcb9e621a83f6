// A small button that puts a text on the clipboard and says that it did.
#pragma once

#include <QPushButton>

namespace essaim::gui {

/// Shows "Copied" for a moment after a click. The text is not shown, so it may be long.
class CopyButton : public QPushButton {
    Q_OBJECT
public:
    explicit CopyButton(QWidget* parent = nullptr);

    void setTextToCopy(const QString& text);
    /// Label while nothing was copied just now; "Copy" unless set.
    void setLabel(const QString& label);
    void copy();

private:
    QString m_textToCopy;
    QString m_label;
    int m_clicks = 0;
};

} // namespace essaim::gui
