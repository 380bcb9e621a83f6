// Setting, changing and taking away the password of the lock.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// Writes settings::kLockPassword. GUI thread; deletes itself. Object names: lockPasswordDialog, presentPasswordEdit,
/// newPasswordEdit, repeatPasswordEdit, passwordProblem, saveButton.
class LockPasswordDialog : public QDialog {
    Q_OBJECT
public:
    explicit LockPasswordDialog(settings::SettingsStore& settings, QWidget* parent);

    void accept() override;

private:
    QLineEdit* addField(const char* name, const QString& title);
    void refuse(const QString& sentence);

    settings::SettingsStore& m_settings;
    const QString m_before;
    QLineEdit* m_present = nullptr; ///< null: there is none
    QLineEdit* m_new;
    QLineEdit* m_again;
    QLabel* m_problem;
    QPushButton* m_save;
};

} // namespace essaim::gui
