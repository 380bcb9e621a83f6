// The part of the preferences that is about messages to the user.
#pragma once

#include "mail/courier.h"

#include <QObject>

namespace Ui {
class PreferencesDialog;
}
namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// Keeps the password, which is no setting, and tries what the fields say. GUI thread; child of the dialog. A password
/// that is saved is never shown again, not even as dots.
class MailFields : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    MailFields(Ui::PreferencesDialog& ui, settings::SettingsStore& settings, QObject* parent);

    /// A password was typed.
    [[nodiscard]] bool isChanged() const;
    /// What cannot be, in a sentence; empty = messages can be sent, or none are wanted.
    [[nodiscard]] QString problem() const;
    /// The password that was typed, into its file; without a user name, the file goes. A sentence if that failed.
    [[nodiscard]] QString save();

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QString missing() const;
    [[nodiscard]] QString wrong() const;
    void showPasswordState();
    void showMistake();
    void showRisk();
    void followEncryption(int encryption);
    void test();
    void say(const QString& sentence, bool isWarning = false);

    Ui::PreferencesDialog& m_ui;
    settings::SettingsStore& m_settings;
    mail::Account m_account; ///< of the last test
    mail::Message m_message; ///< the same
    mail::Courier m_courier;
};

} // namespace essaim::gui
