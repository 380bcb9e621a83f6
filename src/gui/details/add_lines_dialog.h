// Asks for addresses, one a line, to add them to something.
#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QPlainTextEdit;

namespace essaim::gui {

/// Stays open as long as a line is not what is asked for, and says which. Object names: linesEdit, linesMessage,
/// buttonBox.
class AddLinesDialog : public QDialog {
    Q_OBJECT
public:
    /// What is wrong with a line, as a sentence; empty: nothing.
    using Check = std::function<QString(const QString& line)>;

    /// `words` stand above the field and may have a key (&).
    AddLinesDialog(const QString& title, const QString& words, Check check, QWidget* parent);

    /// Trimmed, without empty ones.
    [[nodiscard]] QStringList lines() const;

    void accept() override;

private:
    Check m_check;
    QPlainTextEdit* m_field;
    QLabel* m_message;
};

} // namespace essaim::gui
