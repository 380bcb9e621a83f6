// Messages about complete downloads. The session is spoken for; the mail server is one of our own, on loopback.
#include "gui/automation/automation.h"
#include "gui/automation/mail_account.h"
#include "gui/preferences/preferences_dialog.h"
#include "gui/transfers/transfer_model.h"
#include "gui/window_fixture.h"
#include "mail/smtp_server.h"
#include "settings/schema.h"
#include "text/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QThread>

using namespace essaim;
using namespace essaim::gui;
using test::makeTorrent;
using test::SmtpServer;

namespace {

using namespace std::chrono_literals;
constexpr int kLongMs = 60'000; ///< for what must happen

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Mailing {
    explicit Mailing(const CompletionMail::Timing& timing, const SmtpServer::Manner& manner = {})
        : server(manner) {
        QObject::connect(&fixture.session, &engine::Session::torrentsChanged, &model, [this](const auto& torrents) {
            model.merge(torrents);
        });
        fixture.settings.set(settings::kMailServer, QStringLiteral("localhost"));
        fixture.settings.set(settings::kMailPort, int(server.serverPort()));
        fixture.settings.set(settings::kMailEncryption, int(mail::Encryption::None));
        fixture.settings.set(settings::kMailFrom, QStringLiteral("essaim@example.org"));
        fixture.settings.set(settings::kMailTo, QStringLiteral("lea@example.org, paul@example.org"));
        fixture.settings.set(settings::kMailWhenComplete, true);
        news = std::make_unique<TorrentNews>(fixture.services(), model);
        mail = std::make_unique<CompletionMail>(fixture.services(), *news, timing);
        QObject::connect(mail.get(), &CompletionMail::failed, mail.get(), [this](const QString& sentence) {
            failures.append(sentence);
        });
    }
    void complete(int number, const QString& name) {
        const auto torrent = makeTorrent(number, name, engine::TorrentState::Seeding, 3 * 1024 * 1024, 1.0);
        Q_EMIT fixture.session.torrentsChanged({torrent});
        Q_EMIT fixture.session.torrentFinished(torrent.id, torrent.name);
    }

    test::WindowFixture fixture;
    TransferModel model;
    SmtpServer server;
    std::unique_ptr<TorrentNews> news;
    std::unique_ptr<CompletionMail> mail;
    QStringList failures;
};

} // namespace

class CompletionMailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { gui::applyTheme(*qApp, QStringLiteral("dark")); }

    void aDownloadThatIsCompleteIsTold() {
        Mailing test({.gather = 0ms});
        test.complete(1, QStringLiteral("Les oiseaux de la forêt"));
        QTRY_COMPARE_WITH_TIMEOUT(test.server.mails.size(), 1, kLongMs);
        const SmtpServer::Mail& mail = test.server.mails.first();
        QCOMPARE(mail.headerWords("Subject"), QStringLiteral("Download complete: Les oiseaux de la forêt"));
        QCOMPARE(mail.recipients, QList<QByteArray>({"<lea@example.org>", "<paul@example.org>"}));
        const QString size = text::size(3 * 1024 * 1024);
        const QString line = QStringLiteral("Les oiseaux de la forêt\n    %1, in /home/lea/Downloads\n").arg(size);
        QVERIFY2(mail.text().contains(line), qPrintable(mail.text()));
        QCOMPARE(test.failures, QStringList());
    }

    void severalWithinAMomentShareAMessage() {
        Mailing test({.gather = 1s});
        for (int i = 1; i <= 3; ++i)
            test.complete(i, QStringLiteral("torrent %1").arg(i));
        QTRY_COMPARE_WITH_TIMEOUT(test.server.mails.size(), 1, kLongMs);
        QCOMPARE(test.server.mails.first().headerWords("Subject"), QStringLiteral("3 downloads are complete"));
        for (int i = 1; i <= 3; ++i)
            QVERIFY(test.server.mails.first().text().contains(QStringLiteral("torrent %1\n").arg(i)));
        test.complete(4, QStringLiteral("late"));
        QTRY_COMPARE_WITH_TIMEOUT(test.server.mails.size(), 2, kLongMs);
        QVERIFY(!test.server.mails.last().text().contains(QStringLiteral("torrent 1")));
    }

    void nothingIsSentUnlessItIsWanted() {
        Mailing test({.gather = 0ms});
        test.fixture.settings.set(settings::kMailWhenComplete, false);
        test.complete(1, QStringLiteral("unwanted"));
        test.fixture.settings.set(settings::kMailWhenComplete, true);
        test.complete(2, QStringLiteral("wanted"));
        QTRY_COMPARE_WITH_TIMEOUT(test.server.mails.size(), 1, kLongMs);
        QVERIFY(!test.server.mails.first().text().contains(QStringLiteral("unwanted")));
    }

    void whatFailsIsToldOnceAndTriedAgain() {
        Mailing test({.gather = 0ms, .retries = {1ms, 1ms, 1ms}}, {.atRecipient = "451 later"});
        test.complete(1, QStringLiteral("first"));
        QTRY_COMPARE_WITH_TIMEOUT(test.server.countOf("RCPT"), 4, kLongMs);
        QTRY_COMPARE_WITH_TIMEOUT(test.failures.size(), 1, kLongMs);
        QVERIFY(test.failures.first().contains(QStringLiteral("lea@example.org")));
        QCOMPARE(test.server.mails.size(), 0);
        test.server.manner.atRecipient = "250 good";
        test.complete(2, QStringLiteral("second"));
        QTRY_COMPARE_WITH_TIMEOUT(test.server.mails.size(), 1, kLongMs);
        QCOMPARE(test.server.mails.first().headerWords("Subject"), QStringLiteral("2 downloads are complete"));
        QCOMPARE(test.failures.size(), 1);
    }

    void aRefusedLoginIsNotRepeatedUntilTheSettingsAreOthers() {
        Mailing test({.gather = 0ms, .retries = {1ms, 1ms}}, {.offersLogin = true, .atLogin = "535 no"});
        QVERIFY(saveMailPassword(test.fixture.settings, QStringLiteral("sécret")));
        test.fixture.settings.set(settings::kMailUser, QStringLiteral("lea"));
        test.complete(1, QStringLiteral("first"));
        QTRY_COMPARE_WITH_TIMEOUT(test.failures.size(), 1, kLongMs);
        QVERIFY(!test.failures.first().contains(QStringLiteral("cret")));
        QCOMPARE(test.server.connections, 1);
        test.server.manner.atLogin = "235 welcome";
        test.fixture.settings.set(settings::kMailUser, QStringLiteral("paul"));
        QTRY_COMPARE_WITH_TIMEOUT(test.server.mails.size(), 1, kLongMs);
        QCOMPARE(test.server.connections, 2);
        const QByteArray login = QStringLiteral("%1paul%1sécret").arg(QChar(u'\0')).toUtf8().toBase64();
        QVERIFY(std::ranges::any_of(test.server.commands, [&](const auto& line) { return line.endsWith(login); }));
    }

    void theEndSendsWhatStillWaits() {
        Mailing test({.gather = 1h, .farewell = 1min});
        QThread thread; // ours waits meanwhile
        test.server.moveToThread(&thread);
        thread.start();
        test.complete(1, QStringLiteral("at the end"));
        test.mail.reset();
        thread.quit();
        QVERIFY(thread.wait(kLongMs));
        QCOMPARE(test.server.mails.size(), 1);
    }

    void thePasswordIsInAFileOfItsOwn() {
        Mailing test({});
        settings::SettingsStore& store = test.fixture.settings;
        store.set(settings::kMailUser, QStringLiteral("lea"));
        QPointer dialog = new PreferencesDialog(store);
        auto* edit = dialog->findChild<QLineEdit*>(QStringLiteral("mailPasswordEdit"));
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QPushButton* apply = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Apply);
        QVERIFY(!apply->isEnabled());
        edit->setText(QStringLiteral(" s€cret "));
        QVERIFY(apply->isEnabled());
        apply->click();
        QVERIFY(!apply->isEnabled());
        QCOMPARE(edit->text(), QString());
        QVERIFY(!edit->placeholderText().isEmpty());
        const QString file = mailPasswordFile(store);
        QCOMPARE(
            contentOf(file), QByteArray(" s\xe2\x82\xac"
                                        "cret "));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
        store.sync();
        QVERIFY(contentOf(store.file()).contains("localhost"));
        QVERIFY(!contentOf(store.file()).contains("cret"));
        dialog->findChild<QLineEdit*>(QStringLiteral("mailUserEdit"))->clear();
        apply->click();
        QVERIFY(!QFile::exists(file));
        delete dialog;
    }

    void theFieldsMustMakeSense() {
        Mailing test({});
        QPointer dialog = new PreferencesDialog(test.fixture.settings);
        dialog->show();
        dialog->findChild<QLineEdit*>(QStringLiteral("mailToEdit"))->setText(QStringLiteral("lea"));
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
        auto* box = dialog->findChild<QMessageBox*>();
        QVERIFY(box != nullptr && dialog->isVisible());
        QVERIFY(box->text().contains(QStringLiteral("“lea”")));
        dialog->findChild<QCheckBox*>(QStringLiteral("mailWhenCompleteCheck"))->setChecked(false);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
        QVERIFY(!dialog->isVisible());
        delete dialog;
    }

    void theTestMessageSaysWhatBecameOfIt() {
        Mailing test({}, {.offersLogin = true});
        QPointer dialog = new PreferencesDialog(test.fixture.settings);
        dialog->findChild<QTabWidget*>(QStringLiteral("pages"))
            ->setCurrentWidget(dialog->findChild<QWidget*>(QStringLiteral("automaticPage")));
        dialog->show();
        auto* button = dialog->findChild<QPushButton*>(QStringLiteral("mailTestButton"));
        auto* note = dialog->findChild<QLabel*>(QStringLiteral("mailNote"));
        dialog->findChild<QLineEdit*>(QStringLiteral("mailUserEdit"))->setText(QStringLiteral("lea"));
        dialog->findChild<QLineEdit*>(QStringLiteral("mailPasswordEdit"))->setText(QStringLiteral("secret"));
        button->click();
        QVERIFY(!button->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), kLongMs);
        QCOMPARE(test.server.mails.size(), 1);
        QVERIFY2(note->text().contains(QStringLiteral("took the message")), qPrintable(note->text()));
        QVERIFY(!QFile::exists(mailPasswordFile(test.fixture.settings))); // nobody pressed OK
        test.server.manner.atRecipient = "550 no such user";
        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), kLongMs);
        QVERIFY2(note->text().contains(QStringLiteral("lea@example.org")), qPrintable(note->text()));
        test::photograph(*dialog, QStringLiteral("preferences-mail"));
        delete dialog;
    }

    void anOpenLoginIsWarnedOf() {
        Mailing test({});
        QPointer dialog = new PreferencesDialog(test.fixture.settings);
        const auto* note = dialog->findChild<QLabel*>(QStringLiteral("mailNote"));
        auto* server = dialog->findChild<QLineEdit*>(QStringLiteral("mailServerEdit"));
        auto* encryption = dialog->findChild<QComboBox*>(QStringLiteral("mailEncryptionCombo"));
        const auto* port = dialog->findChild<QSpinBox*>(QStringLiteral("mailPortSpin"));
        dialog->findChild<QLineEdit*>(QStringLiteral("mailUserEdit"))->setText(QStringLiteral("lea"));
        QCOMPARE(note->text(), QString()); // this computer
        server->setText(QStringLiteral("smtp.example.org"));
        QVERIFY(!note->text().isEmpty());
        encryption->setCurrentIndex(int(mail::Encryption::Tls));
        QCOMPARE(note->text(), QString());
        QCOMPARE(port->value(), int(test.server.serverPort())); // chosen by hand
        dialog->findChild<QSpinBox*>(QStringLiteral("mailPortSpin"))->setValue(587);
        Q_EMIT encryption->activated(int(mail::Encryption::Tls));
        QCOMPARE(port->value(), 465);
        delete dialog;
    }
};

QTEST_MAIN(CompletionMailTest)
#include "completion_mail_test.moc"
