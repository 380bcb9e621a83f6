// The preferences write what their widgets show.
#include "gui/preferences/preferences_dialog.h"

#include "data/country_file.h"
#include "window_fixture.h"

#include "engine/files/incomplete_names.h"
#include "gui/automation/program_runner.h"
#include "gui/preferences/field_note.h"
#include "gui/preferences/setting_binder.h"
#include "settings/schema.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <tuple>

using namespace essaim;

class PreferencesDialogTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    QPointer<gui::PreferencesDialog> m_dialog;

    template <typename T>
    T* child(const char* name) {
        return m_dialog->findChild<T*>(QString::fromLatin1(name));
    }
    QPushButton* button(QDialogButtonBox::StandardButton which) {
        return m_dialog->findChild<QDialogButtonBox*>()->button(which);
    }

private Q_SLOTS:
    void initTestCase() { gui::applyTheme(*qApp, QStringLiteral("light")); }
    void init() {
        m_settings = std::make_unique<settings::SettingsStore>(
            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        m_settings->set(settings::kTrackerPort, 7000);
        m_dialog = new gui::PreferencesDialog(*m_settings);
        m_dialog->show();
    }
    void cleanup() { delete m_dialog; }

    void everyWidgetNamesASettingOfItsType() {
        QCOMPARE(m_dialog->findChild<gui::SettingBinder*>()->unknownKeys(), QStringList());
        int bound = 0;
        for (const QWidget* widget : m_dialog->findChildren<QWidget*>())
            bound += widget->property("setting").isValid() ? 1 : 0;
        QCOMPARE(bound, 49);
    }

    void keysTurnThePagesFromAnywhere() {
        auto* pages = child<QTabWidget>("pages");
        auto* search = child<QLineEdit>("findEdit");
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(pages->currentIndex(), 1);
        QTest::keyClick(search, Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(search, Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(pages->currentIndex(), pages->count() - 1); // round and round
    }

    void bansAreReadAndAWrongOneStaysInTheField() {
        auto* field = child<QPlainTextEdit>("bannedPeersEdit");
        field->setPlainText(QStringLiteral("10.1.2.3/8\n192.0.2.9 - 192.0.2.300"));
        button(QDialogButtonBox::Ok)->click();
        auto* box = child<QMessageBox>("");
        QVERIFY(box && m_dialog->isVisible());
        QVERIFY(box->text().contains(QStringLiteral("“192.0.2.9-192.0.2.300”")));
        QVERIFY(field->isVisible());
        QVERIFY(field->toPlainText().contains(QStringLiteral("192.0.2.300")));
        QCOMPARE(m_settings->value(settings::kBannedPeers), QStringList());
        delete box;
        field->setPlainText(QStringLiteral("10.1.2.3/8, 192.0.2.9 – 192.0.2.30;10.0.0.0/8\n\n2001:db8::7"));
        button(QDialogButtonBox::Apply)->click();
        const QStringList bans{
            QStringLiteral("10.0.0.0/8"), QStringLiteral("192.0.2.9-192.0.2.30"), QStringLiteral("2001:db8::7")};
        QCOMPARE(m_settings->value(settings::kBannedPeers), bans);
        QCOMPARE(field->toPlainText(), bans.join(u'\n'));
        QVERIFY(!button(QDialogButtonBox::Apply)->isEnabled());
        test::photograph(*m_dialog, QStringLiteral("preferences-bans"));
    }

    void widgetsShowTheSettingsWithinTheirRange() {
        QCOMPARE(child<QSpinBox>("trackerPortSpin")->value(), 7000);
        QCOMPARE(child<QSpinBox>("trackerPortSpin")->minimum(), 1);
        QCOMPARE(child<QSpinBox>("trackerPortSpin")->maximum(), 65535);
        QVERIFY(child<QCheckBox>("dhtCheck")->isChecked());
        auto* pages = child<QTabWidget>("pages");
        for (int i = 0; i < pages->count(); ++i) {
            pages->setCurrentIndex(i);
            test::photograph(*m_dialog, QStringLiteral("preferences-%1").arg(i));
        }
    }

    void applyWritesAndThenRests() {
        QVERIFY(!button(QDialogButtonBox::Apply)->isEnabled());
        child<QCheckBox>("dhtCheck")->click();
        child<QSpinBox>("downloadLimitSpin")->setValue(500);
        child<QLineEdit>("savePathEdit")->setText(QStringLiteral("/srv/torrents"));
        QVERIFY(m_settings->value(settings::kDht));
        button(QDialogButtonBox::Apply)->click();
        QVERIFY(!m_settings->value(settings::kDht));
        QCOMPARE(m_settings->value(settings::kDownloadLimit), 500);
        QCOMPARE(m_settings->value(settings::kSavePath), QStringLiteral("/srv/torrents"));
        QVERIFY(!button(QDialogButtonBox::Apply)->isEnabled());
        QVERIFY(m_dialog->isVisible());
    }

    void theSuffixOfIncompleteFilesIsOffUntilItIsWanted() {
        auto* mark = child<QCheckBox>("markIncompleteCheck");
        QVERIFY(!mark->isChecked());
        const QString suffix =
            QString::fromUtf8(engine::kIncompleteSuffix.data(), qsizetype(engine::kIncompleteSuffix.size()));
        QVERIFY(mark->text().contains(suffix) && mark->toolTip().contains(suffix));
        mark->click();
        button(QDialogButtonBox::Apply)->click();
        QVERIFY(m_settings->value(settings::kMarkIncomplete));
    }

    void everySettingIsExplained() {
        for (const QWidget* widget : m_dialog->findChildren<QWidget*>())
            if (widget->property("setting").isValid())
                QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
    }

    void wordsFindSettingsOnWhateverPageTheyAre() {
        auto* pages = child<QTabWidget>("pages");
        child<QLineEdit>("findEdit")->setText(QStringLiteral("uPnP router"));
        QVERIFY(child<QCheckBox>("portMappingCheck")->isVisible());
        QVERIFY(!child<QCheckBox>("dhtCheck")->isVisible());
        QVERIFY(!pages->isTabEnabled(0));
        test::photograph(*m_dialog, QStringLiteral("preferences-search"));
        child<QLineEdit>("findEdit")->setText(QStringLiteral("nothing like this"));
        QCOMPARE(child<QLabel>("explanationLabel")->text(), QStringLiteral("No setting matches."));
        child<QLineEdit>("findEdit")->clear();
        QVERIFY(child<QCheckBox>("dhtCheck")->isVisible());
        QVERIFY(pages->isTabEnabled(0));
    }

    void whatIsExplainedIsOnThePage() {
        QFocusEvent focus(QEvent::FocusIn);
        QApplication::sendEvent(child<QLineEdit>("savePathEdit"), &focus);
        QVERIFY(!child<QLabel>("explanationLabel")->text().isEmpty());
        child<QTabWidget>("pages")->setCurrentIndex(2);
        QVERIFY(child<QLabel>("explanationLabel")->text().isEmpty());
    }

    void whatWasChangedIsShownAndPutBack() {
        child<QCheckBox>("changedCheck")->click();
        QVERIFY(child<QSpinBox>("trackerPortSpin")->isVisible());
        QVERIFY(!child<QCheckBox>("trackerOpenCheck")->isVisible());
        QFocusEvent focus(QEvent::FocusIn);
        QApplication::sendEvent(child<QSpinBox>("trackerPortSpin"), &focus);
        QVERIFY(child<QLabel>("explanationLabel")->text().contains(QStringLiteral("6,969")));
        child<QPushButton>("resetSettingButton")->click();
        QCOMPARE(child<QSpinBox>("trackerPortSpin")->value(), 6969);
        QVERIFY(!child<QPushButton>("resetSettingButton")->isVisible());
        QCOMPARE(m_settings->value(settings::kTrackerPort), 7000); // until it is applied
        button(QDialogButtonBox::Apply)->click();
        QCOMPARE(m_settings->value(settings::kTrackerPort), 6969);
    }

    void cancelWritesNothing() {
        child<QCheckBox>("lsdCheck")->click();
        button(QDialogButtonBox::Cancel)->click();
        QVERIFY(m_settings->value(settings::kLsd));
    }

    void aRelativePathIsNotTaken() {
        child<QLineEdit>("savePathEdit")->setText(QStringLiteral("torrents"));
        button(QDialogButtonBox::Ok)->click();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_dialog->findChild<QMessageBox*>());
        QCOMPARE(m_settings->value(settings::kSavePath), QString());
    }

    void aHostNameThatLeadsNobodyHereIsNotTaken() {
        auto* field = child<QLineEdit>("hostNameEdit");
        for (const char* typed : {"http://a b/é?", "exemple.org:99999", "exemple.org:80", "localhost"}) {
            field->setText(QString::fromUtf8(typed));
            button(QDialogButtonBox::Apply)->click();
            auto* box = m_dialog->findChild<QMessageBox*>();
            QVERIFY2(box, typed);
            delete box;
            QVERIFY(field->isVisible());
            QCOMPARE(m_settings->value(settings::kTrackerHostName), QString());
        }
        field->setText(QStringLiteral(" http://home.example.net:7000/announce"));
        button(QDialogButtonBox::Apply)->click();
        QCOMPARE(m_settings->value(settings::kTrackerHostName), QStringLiteral("home.example.net"));
    }

    void whatCannotBeIsSaidBelowItsField_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said"); // empty: nothing
        const QString folder = m_folder.path();
        const auto write = [&folder](const char* name, const QByteArray& bytes, bool isProgram) {
            QFile file(folder + u'/' + QLatin1String(name));
            if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("cannot write");
            file.setPermissions(
                QFile::ReadOwner | QFile::WriteOwner | (isProgram ? QFile::ExeOwner : QFile::Permission()));
            return file.fileName();
        };
        test::CountryFile countries;
        countries.add({192, 0, 2}, "FR", "France", "France");
        const QByteArray database = "countryDatabaseEdit";
        const auto row = [](const char* name, const QByteArray& field, const QString& typed, const char* said) {
            QTest::newRow(name) << field << typed << QString::fromLatin1(said);
        };
        row("a database", database, write("c.mmdb", QByteArray::fromStdString(countries.bytes()), false), "");
        row("no database", database, write("no.mmdb", "plain words", false), "not a database of countries");
        row("no file", database, folder + QStringLiteral("/away.mmdb"), "is not there now");
        row("a folder", database, folder, "is not a file");
        row("no path", database, QStringLiteral("c.mmdb"), "not a full path");
        const QString program = write("my tool", "#!/bin/sh\n", true);
        for (const QByteArray field : {"runWhenAddedEdit", "runWhenCompleteEdit"}) {
            row("a program", field, QStringLiteral("sh -c %N"), "");
            row("its path", field, QStringLiteral("\"%1\" %F").arg(program), "");
            row("a path without marks", field, program, "between quotation marks");
            row("another for each", field, QStringLiteral("%D/run"), "");
            row("no such name", field, QStringLiteral("no-such-program %F"), "installed");
            row("no such path", field, QStringLiteral("/no/such/program"), "is not there now");
            row("half a path", field, QStringLiteral("~/bin/tool"), "not a full path");
            row("no program", field, write("text", "words", false), "cannot be run");
        }
    }
    void whatCannotBeIsSaidBelowItsField() {
        QFETCH(QByteArray, field);
        QFETCH(QString, typed);
        QFETCH(QString, said);
        auto* edit = child<QLineEdit>(field);
        const auto* note = child<gui::FieldNote>(field + "Note");
        QWidget* page = edit;
        auto* pages = child<QTabWidget>("pages");
        while (pages->indexOf(page) < 0)
            page = page->parentWidget();
        pages->setCurrentWidget(page);
        edit->setText(typed);
        QTRY_VERIFY_WITH_TIMEOUT(!note->isPending(), 30'000);
        QCOMPARE(note->isVisible(), !said.isEmpty());
        QVERIFY2(note->text().contains(said), qPrintable(note->text()));
        QCOMPARE(edit->accessibleDescription(), note->text());
        if (note->isVisible()) // with all its lines
            QTRY_VERIFY_WITH_TIMEOUT(note->height() >= note->heightForWidth(note->width()), 30'000);
        child<QLineEdit>("findEdit")->setText(QStringLiteral("peer exchange"));
        QVERIFY(!note->isVisible());
        child<QLineEdit>("findEdit")->clear();
        pages->setCurrentWidget(page);
        QCOMPARE(note->isVisible(), !said.isEmpty());
    }

    void aPathThatMayBeRightLaterIsSavedButShownBeforeTheDialogGoes() {
        auto* field = child<QLineEdit>("countryDatabaseEdit");
        const QString away = QStringLiteral("/no/such/drive/countries.mmdb");
        field->setText(away);
        child<QTabWidget>("pages")->setCurrentWidget(child<QWidget>("automaticPage"));
        button(QDialogButtonBox::Ok)->click(); // before the field has rested
        QCOMPARE(m_settings->value(settings::kCountryDatabase), away);
        QTRY_VERIFY_WITH_TIMEOUT(child<gui::FieldNote>("countryDatabaseEditNote")->isVisible(), 30'000);
        QVERIFY(m_dialog->isVisible());
        test::photograph(*m_dialog, QStringLiteral("preferences-note"));
        button(QDialogButtonBox::Ok)->click(); // read
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void aPathThatIsRightKeepsNobody() {
        child<QLineEdit>("runWhenAddedEdit")->setText(QStringLiteral("/bin/sh"));
        button(QDialogButtonBox::Ok)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog || !m_dialog->isVisible(), 30'000);
        QCOMPARE(m_settings->value(settings::kRunWhenAdded), QStringLiteral("/bin/sh"));
    }

    void aMailAddressThatCannotBeIsMarkedOnceItIsWritten() {
        child<QTabWidget>("pages")->setCurrentWidget(child<QWidget>("automaticPage"));
        const auto* note = child<QLabel>("mailNote");
        for (const auto& [name, wrong, right] :
             {std::tuple("mailServerEdit", "smtp://smtp.example.org:25", "smtp.example.org"),
              {"mailFromEdit", "lea", "lea@example.org"},
              {"mailToEdit", "lea@example.org, tom", "lea@example.org, tom@example.org"}}) {
            auto* field = child<QLineEdit>(name);
            field->setText(QString::fromLatin1(wrong));
            QCOMPARE(note->text(), QString()); // it may become an address yet
            Q_EMIT field->editingFinished();
            QVERIFY2(note->text().contains(QString::fromLatin1(wrong)), qPrintable(note->text()));
            QVERIFY(note->property("warning").toBool());
            field->setText(QString::fromLatin1(right));
            Q_EMIT field->editingFinished();
            QCOMPARE(note->text(), QString());
        }
    }

    void pathsCanBeChosenByTheKeyboardToo() {
        child<QTabWidget>("pages")->setCurrentWidget(child<QWidget>("automaticPage"));
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        const auto chosen = [this](const char* name, const QString& path) {
            auto* field = child<QLineEdit>(name);
            field->setFocus();
            QTest::keyClick(field, Qt::Key_O, Qt::ControlModifier);
            auto* chooser = child<QFileDialog>("pathChooser");
            if (!chooser)
                return QStringLiteral("no dialog");
            Q_EMIT chooser->fileSelected(path);
            delete chooser;
            return field->text();
        };
        QCOMPARE(chosen("torrentCopiesEdit", QStringLiteral("/srv/my copies")), QStringLiteral("/srv/my copies"));
        QCOMPARE(chosen("runWhenAddedEdit", QStringLiteral("/usr/bin/true")), QStringLiteral("/usr/bin/true"));
        QCOMPARE(
            chosen("runWhenCompleteEdit", QStringLiteral("/opt/my tools/do")), QStringLiteral("\"/opt/my tools/do\""));
        for (const char* path : {"/opt/a\"b\"", "/opt/\"\"", "/opt/100%N", "/opt/tab\there", "/opt/it's $(x) \\ %%F"}) {
            const QString command = chosen("runWhenCompleteEdit", QString::fromLatin1(path)) + QStringLiteral(" %N");
            const QStringList words =
                gui::ProgramRunner::wordsOf(command, test::makeTorrent(1, QStringLiteral("film")), {});
            QCOMPARE(words, (QStringList{QString::fromLatin1(path), QStringLiteral("film")}));
        }
    }
};

QTEST_MAIN(PreferencesDialogTest)
#include "preferences_dialog_test.moc"
