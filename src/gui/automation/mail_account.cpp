#include "gui/automation/mail_account.h"

#include "engine/save_file.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace essaim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::MailSentence)
};

} // namespace

mail::Account mailAccount(const settings::SettingsStore& settings) {
    mail::Account account;
    account.server = settings.value(settings::kMailServer);
    account.port = settings.value(settings::kMailPort);
    account.encryption = mail::Encryption(settings.value(settings::kMailEncryption));
    account.user = settings.value(settings::kMailUser);
    account.passwordFile = mailPasswordFile(settings);
    return account;
}

QString mailPasswordFile(const settings::SettingsStore& settings) {
    return QFileInfo(settings.file()).absolutePath() + QStringLiteral("/mail.password");
}

Expected<void> saveMailPassword(const settings::SettingsStore& settings, const QString& password) {
    const QString path = mailPasswordFile(settings);
    if (!password.isEmpty())
        return engine::saveFile(path, password.toUtf8(), QFile::ReadOwner | QFile::WriteOwner);
    if (!QFile::exists(path) || QFile::remove(path))
        return {};
    return failure(ErrorKind::PermissionDenied, Operation::WriteFile, path.toStdString());
}

QString mailSentence(const mail::Failure& failure, const mail::Account& account, const mail::Message& message) {
    const QString port = QString::number(account.port);
    switch (failure.fault) {
    case mail::Fault::BadServer:
        return Words::tr("“%1” cannot be a mail server: write nothing but its name, such as smtp.example.org.")
            .arg(account.server);
    case mail::Fault::UnknownServer:
        return Words::tr("No server called “%1” was found: check its name and whether this computer is connected.")
            .arg(account.server);
    case mail::Fault::NotReachable:
        return Words::tr("%1 cannot be reached at port %2: check the port and whether this computer is connected.")
            .arg(account.server, port);
    case mail::Fault::Silent:
        return Words::tr("%1 did not answer in time at port %2: check the port and the encryption, or try again later.")
            .arg(account.server, port);
    case mail::Fault::NoEncryption:
        return Words::tr("%1 does not offer this encryption at port %2: choose another one, with its port. Nothing was "
                         "sent.")
            .arg(account.server, port);
    case mail::Fault::BadCertificate:
        return Words::tr("The certificate of %1 is not valid for this name: check the name. Nothing was sent, and no "
                         "password.")
            .arg(account.server);
    case mail::Fault::NoPassword:
        return Words::tr(
            "There is a user name for the mail server but no password: type it under Preferences, Automatic.");
    case mail::Fault::LoginRefused:
        return Words::tr(
                   "%1 refused the login: check the user name and type the password again. Some providers want one "
                   "made for programs.")
            .arg(account.server);
    case mail::Fault::SenderRefused:
        return Words::tr("%1 takes no messages from %2: check that address, or log in with a user name.")
            .arg(account.server, message.from);
    case mail::Fault::RecipientRefused:
        return Words::tr("%1 takes no messages for %2: check that address, or log in with a user name.")
            .arg(account.server, message.recipients.join(QStringLiteral(", ")));
    case mail::Fault::MessageRefused:
        return Words::tr("%1 refused the message with the number %2: ask your provider what that means.")
            .arg(account.server)
            .arg(failure.reply);
    case mail::Fault::Broken:
    case mail::Fault::Stopped:
        break;
    }
    return Words::tr("%1 ended the conversation before it took the message: check the port and the encryption, or try "
                     "again later.")
        .arg(account.server);
}

} // namespace essaim::gui
