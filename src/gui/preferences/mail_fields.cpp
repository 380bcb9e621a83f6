#include "gui/preferences/mail_fields.h"

#include "preferences/ui_preferences_dialog.h"

#include "gui/automation/mail_account.h"
#include "gui/widgets/style_sheet.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QFile>
#include <QHostAddress>
#include <QSysInfo>

#include <algorithm>
#include <array>

namespace essaim::gui {

namespace {

constexpr std::array kUsualPorts{587, 465, 25}; ///< by mail::Encryption

bool isThisComputer(const QString& server) {
    return server.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(server).isLoopback();
}

} // namespace

MailFields::MailFields(Ui::PreferencesDialog& ui, settings::SettingsStore& settings, QObject* parent)
    : QObject(parent)
    , m_ui(ui)
    , m_settings(settings) {
    connect(m_ui.mailPasswordEdit, &QLineEdit::textChanged, this, &MailFields::edited);
    connect(m_ui.mailEncryptionCombo, &QComboBox::activated, this, &MailFields::followEncryption);
    connect(m_ui.mailEncryptionCombo, &QComboBox::currentIndexChanged, this, &MailFields::showRisk);
    connect(m_ui.mailServerEdit, &QLineEdit::textChanged, this, &MailFields::showRisk);
    connect(m_ui.mailUserEdit, &QLineEdit::textChanged, this, &MailFields::showRisk);
    for (const QLineEdit* field : {m_ui.mailServerEdit, m_ui.mailFromEdit, m_ui.mailToEdit})
        connect(field, &QLineEdit::editingFinished, this, &MailFields::showMistake); // half an address is none
    connect(m_ui.mailTestButton, &QPushButton::clicked, this, &MailFields::test);
    connect(&m_courier, &mail::Courier::delivered, this, [this] {
        say(tr("%1 took the message for %2: look whether it arrives.")
                .arg(m_account.server, m_message.recipients.join(QStringLiteral(", "))));
    });
    connect(&m_courier, &mail::Courier::failed, this, [this](const mail::Failure& failure) {
        say(mailSentence(failure, m_account, m_message));
    });
    showPasswordState();
    showRisk();
    showMistake();
}

bool MailFields::isChanged() const {
    return !m_ui.mailPasswordEdit->text().isEmpty();
}

QString MailFields::problem() const {
    return m_ui.mailWhenCompleteCheck->isChecked() ? missing() : QString();
}

QString MailFields::missing() const {
    if (m_ui.mailServerEdit->text().trimmed().isEmpty())
        return tr("To send messages, a mail server is needed: your provider knows its name.");
    if (m_ui.mailFromEdit->text().trimmed().isEmpty())
        return tr("To send messages, an address is needed that they come from, such as lea@example.org.");
    if (m_ui.mailToEdit->text().trimmed().isEmpty())
        return tr("To send messages, an address is needed that they go to, such as lea@example.org.");
    return wrong();
}

/// Nothing about what is still empty.
QString MailFields::wrong() const {
    if (const QString server = m_ui.mailServerEdit->text().trimmed(); !server.isEmpty() && !mail::isServer(server)) {
        mail::Account account;
        account.server = server;
        return mailSentence({mail::Fault::BadServer}, account, {});
    }
    if (const QString from = m_ui.mailFromEdit->text().trimmed(); !from.isEmpty() && !mail::isAddress(from))
        return tr("Messages cannot come from “%1”: write an address such as lea@example.org.").arg(from);
    if (const QString to = m_ui.mailToEdit->text().trimmed(); !to.isEmpty() && !mail::addressesOf(to))
        return tr("Messages cannot go to “%1”: write an address such as lea@example.org, or several with commas.")
            .arg(to);
    return {};
}

/// Waits for the disk: what fails is told while the password is still in its field.
QString MailFields::save() {
    const bool hasUser = !m_ui.mailUserEdit->text().trimmed().isEmpty();
    if (hasUser && !isChanged())
        return {};
    if (const auto saved = saveMailPassword(m_settings, hasUser ? m_ui.mailPasswordEdit->text() : QString()); !saved)
        return text::errorSentence(saved.error());
    m_ui.mailPasswordEdit->clear();
    showPasswordState();
    return {};
}

void MailFields::showPasswordState() {
    m_ui.mailPasswordEdit->setPlaceholderText(QFile::exists(mailPasswordFile(m_settings)) ? tr("Saved") : QString());
}

void MailFields::showMistake() {
    if (const QString sentence = wrong(); !sentence.isEmpty())
        say(sentence, true);
    else if (m_ui.mailNote->property("warning").toBool()) // what a test found out stays
        showRisk();
}

void MailFields::showRisk() {
    const bool isOpen = m_ui.mailEncryptionCombo->currentIndex() == int(mail::Encryption::None) &&
                        !m_ui.mailUserEdit->text().trimmed().isEmpty() &&
                        !isThisComputer(m_ui.mailServerEdit->text().trimmed());
    say(isOpen ? tr("Without encryption, anybody on the way to the server can read the password.") : QString());
}

void MailFields::followEncryption(int encryption) {
    if (std::ranges::count(kUsualPorts, m_ui.mailPortSpin->value()) > 0)
        m_ui.mailPortSpin->setValue(kUsualPorts.at(std::size_t(encryption)));
}

void MailFields::test() {
    if (m_courier.isBusy())
        return;
    if (const QString sentence = missing(); !sentence.isEmpty())
        return say(sentence, true);
    m_account.server = m_ui.mailServerEdit->text().trimmed();
    m_account.port = m_ui.mailPortSpin->value();
    m_account.encryption = mail::Encryption(m_ui.mailEncryptionCombo->currentIndex());
    m_account.user = m_ui.mailUserEdit->text().trimmed();
    m_account.password = m_ui.mailPasswordEdit->text();
    m_account.passwordFile = mailPasswordFile(m_settings);
    constexpr std::chrono::seconds kPatience(30); // somebody looks at the button
    m_account.patience = kPatience;
    m_message.from = m_ui.mailFromEdit->text().trimmed();
    m_message.recipients = *mail::addressesOf(m_ui.mailToEdit->text());
    m_message.subject = tr("Test message of Essaim");
    m_message.text =
        tr("Messages about complete downloads on %1 will arrive like this one.").arg(QSysInfo::machineHostName()) +
        QStringLiteral("\n");
    m_courier.send(m_account, m_message);
    say(tr("The message is on its way…"));
    m_ui.mailTestButton->setEnabled(false);
}

void MailFields::say(const QString& sentence, bool isWarning) {
    m_ui.mailNote->setText(sentence);
    setSheetProperty(*m_ui.mailNote, "warning", isWarning);
    setSheetProperty(*m_ui.mailNote, "muted", !isWarning);
    m_ui.mailTestButton->setEnabled(!m_courier.isBusy());
}

} // namespace essaim::gui
