// The preferences: forms whose widgets name their settings.
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class PreferencesDialog;
}
namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {
class FieldNote;
class MailFields;
class SettingBinder;
class SettingFinder;

/// Modeless; deletes itself when closed. Writes settings; who uses one follows SettingsStore::changed().
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    explicit PreferencesDialog(settings::SettingsStore& settings, QWidget* parent = nullptr);
    ~PreferencesDialog() override;
    void accept() override;

private:
    void browse();
    void explain(const QString& sentence, bool canReset);
    /// Writes the settings if they make sense; says what does not.
    bool apply();
    bool checkBans();
    bool checkHostName();
    bool checkMail();
    void complain(const QString& sentence);
    void closeOnceChecked();

    settings::SettingsStore& m_settings;
    std::unique_ptr<Ui::PreferencesDialog> m_ui;
    SettingBinder* m_binder;
    SettingFinder* m_finder;
    MailFields* m_mail;
    QList<FieldNote*> m_notes;
    bool m_isClosing = false; ///< as soon as the notes know what stands in their fields
};

} // namespace essaim::gui
