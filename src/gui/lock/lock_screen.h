// What is to be seen of a locked window.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace essaim::gui {

/// A field for the password and nothing else. GUI thread. Object names: lockScreen, unlockEdit, unlockButton,
/// unlockProblem.
class LockScreen : public QWidget {
    Q_OBJECT
public:
    explicit LockScreen(QWidget* parent);

    /// Empty again, with the keyboard.
    void begin();
    /// That was not the password.
    void refuse();

Q_SIGNALS:
    void entered(const QString& password);

private:
    void tell();

    QLineEdit* m_edit;
    QPushButton* m_button;
    QLabel* m_problem;
};

} // namespace essaim::gui
