// Making a torrent as a user does: real files, real widgets, a real session and tracker.
#include "engine/create_torrent.h"
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "gui/create_torrent/create_torrent_dialog.h"
#include "gui/create_torrent/tier_editor.h"
#include "hosting/creation_queue.h"
#include "hosting/free_port.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace essaim;
using gui::CreateTorrentDialog;

namespace {

constexpr int kDeadlineMs = 30'000;

} // namespace

class CreateTorrentDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void a_hosted_torrent_ends_with_an_invite_link_on_the_clipboard();
    void every_field_reaches_the_torrent();
    void a_private_torrent_says_to_send_the_file();
    void dropped_files_are_added_with_their_sizes();
    void an_older_torrent_is_only_replaced_when_asked();
    void a_failure_returns_to_the_form_with_everything_kept();
    void cancelling_returns_to_the_form_with_everything_kept();
    void without_sources_nothing_can_be_created();
    void unticked_files_stay_out();
    void patterns_and_junk_stay_out();
    void several_items_can_become_a_torrent_each();
    void items_of_different_folders_become_one_torrent_that_is_seeded();
    void a_name_that_windows_forbids_is_renamed_in_the_torrent();
    void a_closed_dialog_leaves_its_work_to_the_queue();
    void a_preset_is_saved_and_fills_the_next_form();
    void what_was_read_before_is_not_read_again();

private:
    void open(const QStringList& paths, bool host);
    template <typename Widget>
    Widget& find(const char* name) {
        auto* widget = m_dialog->findChild<Widget*>(QString::fromLatin1(name));
        if (widget == nullptr)
            qFatal("no widget %s", name);
        return *widget;
    }
    void click(const char* button) { QTest::mouseClick(&find<QAbstractButton>(button), Qt::LeftButton); }
    void type(const char* edit, const QString& text) {
        find<QLineEdit>(edit).clear();
        QTest::keyClicks(&find<QLineEdit>(edit), text);
    }
    QAbstractItemModel& sources() { return *find<QTreeView>("sourceTree").model(); }
    /// Presses Space on a row of the tree: "Album", "1.bin".
    void toggle(const QStringList& names);
    void write(const QString& name, const QByteArray& bytes) {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void waitForForm() { QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("createButton").isEnabled(), kDeadlineMs); }
    void waitForResult() { QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("closeButton").isVisible(), kDeadlineMs); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<hosting::TrackerHost> m_trackerHost;
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<hosting::CreationQueue> m_creations;
    QPointer<CreateTorrentDialog> m_dialog;
};

void CreateTorrentDialogTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("Album")));
    for (const int number : {1, 2, 3}) {
        QFile file(path(QStringLiteral("Album/%1.bin").arg(number)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(number * 100'000, char('a' + number)));
    }
    m_settings = std::make_unique<settings::SettingsStore>(path(QStringLiteral("settings.ini")));
    m_settings->set(settings::kTrackerPort, int(hosting::freePortNear(6969, true).value()));
    m_trackerHost = std::make_unique<hosting::TrackerHost>(*m_settings, path(QStringLiteral("tracker.db")), true);
    engine::SessionSettings offline;
    offline.offline = true;
    offline.bindAddress = QStringLiteral("127.0.0.1");
    m_session = std::make_unique<engine::Session>(engine::SessionConfig{path(QStringLiteral("essaim.db")), offline});
    QSignalSpy started(m_session.get(), &engine::Session::started);
    m_session->start();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, kDeadlineMs);
    m_creations = std::make_unique<hosting::CreationQueue>(
        *m_session, *m_trackerHost,
        hosting::CreationQueue::Files{path(QStringLiteral("creations.json")), path(QStringLiteral("hashes"))});
}

void CreateTorrentDialogTest::cleanup() {
    delete m_dialog;
    m_creations.reset();
    m_session.reset();
    m_trackerHost.reset();
    m_settings.reset();
    m_folder.reset();
}

void CreateTorrentDialogTest::open(const QStringList& paths, bool host) {
    const gui::Services services{*m_session, *m_trackerHost, *m_settings, *m_creations};
    gui::CreationDraft draft;
    draft.paths = paths;
    draft.host = host;
    m_dialog = new CreateTorrentDialog(services, draft);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    if (!paths.isEmpty())
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("createButton").isEnabled(), kDeadlineMs);
}

void CreateTorrentDialogTest::toggle(const QStringList& names) {
    QModelIndex index;
    for (const QString& name : names) {
        const QModelIndexList found =
            sources().match(sources().index(0, 0, index), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        QVERIFY2(!found.isEmpty(), qPrintable(name));
        index = found.first();
    }
    auto& tree = find<QTreeView>("sourceTree");
    tree.setCurrentIndex(index);
    QTest::keyClick(&tree, Qt::Key_Space);
}

void CreateTorrentDialogTest::a_hosted_torrent_ends_with_an_invite_link_on_the_clipboard() {
    open({path(QStringLiteral("Album"))}, true);
    QCOMPARE(find<QLineEdit>("nameEdit").text(), QStringLiteral("Album"));
    QCOMPARE(find<QLineEdit>("outputEdit").text(), path(QStringLiteral("Album.torrent")));
    click("createButton");
    QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>("inviteEdit").isVisible(), kDeadlineMs);
    const QString invite = find<QLineEdit>("inviteEdit").text();
    QCOMPARE(QGuiApplication::clipboard()->text(), invite);
    const auto magnet = engine::parseMagnet(invite);
    QVERIFY(magnet);
    QCOMPARE(magnet->trackers, m_trackerHost->announceUrls());
    const auto torrent = engine::readTorrent(path(QStringLiteral("Album.torrent")));
    QVERIFY(torrent);
    QCOMPARE(torrent->infoHash, magnet->infoHash);
    QCOMPARE(torrent->totalSize, 600'000);
    QVERIFY(m_trackerHost->isHosted(torrent->infoHash.id()));
    click("closeButton");
    QTRY_VERIFY(m_dialog.isNull());
}

void CreateTorrentDialogTest::every_field_reaches_the_torrent() {
    open({path(QStringLiteral("Album"))}, false);
    type("nameEdit", QStringLiteral("Songs"));
    auto& format = find<QComboBox>("formatCombo");
    format.setCurrentIndex(format.findData(int(engine::TorrentFormat::Hybrid)));
    auto& pieces = find<QComboBox>("pieceSizeCombo");
    pieces.setCurrentIndex(pieces.findData(64 * 1024));
    QTest::keyClick(&find<QCheckBox>("privateCheck"), Qt::Key_Space);
    click("moreButton");
    QGuiApplication::clipboard()->setText(
        QStringLiteral("http://a.example/announce\nudp://b.example:1/announce\n\nhttp://c.example/announce"));
    QTest::keyClick(&find<QTreeView>("tierTree"), Qt::Key_V, Qt::ControlModifier);
    find<QPlainTextEdit>("webSeedsEdit").setPlainText(QStringLiteral("https://files.example/\n"));
    type("commentEdit", QStringLiteral("for friends"));
    type("sourceEdit", QStringLiteral("ABC"));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("createButton").isEnabled(), kDeadlineMs);
    QCOMPARE(find<QLineEdit>("outputEdit").text(), path(QStringLiteral("Songs.torrent")));
    type("outputEdit", path(QStringLiteral("new folder/x.torrent")));
    click("createButton");
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("closeButton").isVisible(), kDeadlineMs);
    const auto torrent = engine::readTorrent(path(QStringLiteral("new folder/x.torrent")));
    QVERIFY(torrent);
    QCOMPARE(torrent->name, QStringLiteral("Songs"));
    QVERIFY(torrent->infoHash.isHybrid());
    QCOMPARE(torrent->pieceLength, 64 * 1024);
    QVERIFY(torrent->isPrivate);
    QCOMPARE(
        torrent->trackers,
        (QList<QStringList>{
            {QStringLiteral("http://a.example/announce"), QStringLiteral("udp://b.example:1/announce")},
            {QStringLiteral("http://c.example/announce")}}));
    QCOMPARE(torrent->webSeeds, QStringList{QStringLiteral("https://files.example/")});
    QCOMPARE(torrent->comment, QStringLiteral("for friends"));
    QCOMPARE(torrent->source, QStringLiteral("ABC"));
}

void CreateTorrentDialogTest::a_private_torrent_says_to_send_the_file() {
    open({path(QStringLiteral("Album"))}, true);
    QTest::keyClick(&find<QCheckBox>("privateCheck"), Qt::Key_Space);
    click("createButton");
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("sendFileHint").isVisible(), kDeadlineMs);
    QVERIFY(!find<QLineEdit>("inviteEdit").isVisible());
    QVERIFY(QFile::exists(find<QLineEdit>("torrentPathEdit").text()));
}

void CreateTorrentDialogTest::dropped_files_are_added_with_their_sizes() {
    open({}, false);
    QMimeData files;
    files.setUrls(
        {QUrl::fromLocalFile(path(QStringLiteral("Album/1.bin"))),
         QUrl::fromLocalFile(path(QStringLiteral("Album/2.bin")))});
    const QPointF middle = QRectF(m_dialog->rect()).center();
    QDragEnterEvent enter(middle.toPoint(), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_dialog, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(middle, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_dialog, &drop);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("createButton").isEnabled(), kDeadlineMs);
    QCOMPARE(sources().rowCount(), 2);
    QCOMPARE(sources().index(0, 0).data().toString(), QStringLiteral("1.bin"));
    QVERIFY(!sources().index(1, 1).data().toString().isEmpty());
    QCOMPARE(find<QLineEdit>("nameEdit").text(), QStringLiteral("Album"));
}

void CreateTorrentDialogTest::an_older_torrent_is_only_replaced_when_asked() {
    QFile older(path(QStringLiteral("Album.torrent")));
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("older");
    older.close();
    open({path(QStringLiteral("Album"))}, false);
    click("createButton");
    const auto question = [this] { return m_dialog->findChild<QMessageBox*>(QStringLiteral("overwriteBox")); };
    QTRY_VERIFY_WITH_TIMEOUT(question(), kDeadlineMs);
    auto* box = question();
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(m_dialog->findChild<QMessageBox*>(QStringLiteral("overwriteBox")) == nullptr);
    QCOMPARE(older.size(), 5);
    QVERIFY(find<QPushButton>("createButton").isVisible());

    click("createButton");
    QTRY_VERIFY_WITH_TIMEOUT(question(), kDeadlineMs);
    box = question();
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("closeButton").isVisible(), kDeadlineMs);
    QVERIFY(engine::readTorrent(path(QStringLiteral("Album.torrent"))));
}

void CreateTorrentDialogTest::a_failure_returns_to_the_form_with_everything_kept() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(m_settings->value(settings::kTrackerPort))));
    open({path(QStringLiteral("Album"))}, true);
    type("commentEdit", QStringLiteral("kept"));
    click("createButton");
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("errorLabel").isVisible(), kDeadlineMs);
    QVERIFY(!find<QLabel>("errorLabel").text().isEmpty());
    QVERIFY(find<QPushButton>("createButton").isVisible());
    QCOMPARE(find<QLineEdit>("commentEdit").text(), QStringLiteral("kept"));
    QCOMPARE(sources().rowCount(), 1);
    QVERIFY(!QFile::exists(path(QStringLiteral("Album.torrent"))));

    other.close(); // and once the reason is gone, the same form succeeds
    click("createButton");
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("closeButton").isVisible(), kDeadlineMs);
}

void CreateTorrentDialogTest::cancelling_returns_to_the_form_with_everything_kept() {
    open({path(QStringLiteral("Album"))}, true);
    type("commentEdit", QStringLiteral("kept"));
    click("createButton");
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("cancelButton").isVisible(), kDeadlineMs);
    click("cancelButton"); // before the first answer of the tracker can be heard
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("createButton").isVisible(), kDeadlineMs);
    QVERIFY(!find<QLabel>("errorLabel").isVisible());
    QCOMPARE(find<QLineEdit>("commentEdit").text(), QStringLiteral("kept"));
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(path(QStringLiteral("Album.torrent"))), kDeadlineMs);
}

void CreateTorrentDialogTest::without_sources_nothing_can_be_created() {
    open({}, false);
    QVERIFY(!find<QPushButton>("createButton").isEnabled());
    click("dismissButton");
    QTRY_VERIFY(m_dialog.isNull());
}

void CreateTorrentDialogTest::unticked_files_stay_out() {
    open({path(QStringLiteral("Album"))}, false);
    toggle({QStringLiteral("Album"), QStringLiteral("2.bin")});
    QCOMPARE(sources().index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    waitForForm();
    QVERIFY(find<QLabel>("totalsLabel").text().startsWith(QStringLiteral("2 file")));
    QCOMPARE(sources().rowCount(sources().index(0, 0)), 3); // it can be ticked again
    click("createButton");
    waitForResult();
    const auto torrent = engine::readTorrent(path(QStringLiteral("Album.torrent")));
    QVERIFY(torrent);
    QCOMPARE(torrent->files.size(), 2);
    QCOMPARE(torrent->totalSize, 400'000);
}

void CreateTorrentDialogTest::patterns_and_junk_stay_out() {
    write(QStringLiteral("Album/Thumbs.db"), "junk");
    write(QStringLiteral("Album/notes.nfo"), "notes");
    open({path(QStringLiteral("Album"))}, false);
    QVERIFY(find<QLabel>("totalsLabel").text().startsWith(QStringLiteral("4 file")));
    type("excludeEdit", QStringLiteral("*.NFO; 1.*"));
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("totalsLabel").text().startsWith(QStringLiteral("2 file")), kDeadlineMs);
    QTest::keyClick(&find<QCheckBox>("junkCheck"), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("totalsLabel").text().startsWith(QStringLiteral("3 file")), kDeadlineMs);
    type("includeEdit", QStringLiteral("[23"));
    QVERIFY(find<QLabel>("globProblem").isVisible());
    type("includeEdit", QStringLiteral("[23].bin"));
    QVERIFY(!find<QLabel>("globProblem").isVisible());
    waitForForm();
    click("createButton");
    waitForResult();
    const auto torrent = engine::readTorrent(path(QStringLiteral("Album.torrent")));
    QVERIFY(torrent);
    QCOMPARE(torrent->totalSize, 500'000);
}

void CreateTorrentDialogTest::several_items_can_become_a_torrent_each() {
    open({path(QStringLiteral("Album/1.bin")), path(QStringLiteral("Album/2.bin"))}, false);
    find<QRadioButton>("eachRadio").click();
    waitForForm();
    QVERIFY(!find<QLineEdit>("nameEdit").isEnabled());
    type("outputEdit", path(QStringLiteral("torrents")));
    QSignalSpy finished(m_creations.get(), &hosting::CreationQueue::finished);
    click("createButton");
    QTRY_VERIFY(m_dialog.isNull()); // the window tells of several
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, kDeadlineMs);
    for (const QString& name : {QStringLiteral("1.bin"), QStringLiteral("2.bin")}) {
        const auto torrent = engine::readTorrent(path(QStringLiteral("torrents/%1.torrent").arg(name)));
        QVERIFY(torrent);
        QCOMPARE(torrent->name, name);
        QCOMPARE(torrent->files.size(), 1);
    }
}

void CreateTorrentDialogTest::items_of_different_folders_become_one_torrent_that_is_seeded() {
    write(QStringLiteral("Other/deep/x.bin"), QByteArray(50'000, 'x'));
    QList<engine::TorrentSnapshot> seen;
    connect(
        m_session.get(), &engine::Session::torrentsChanged, this, [&seen](const auto& torrents) { seen = torrents; });
    open({path(QStringLiteral("Album")), path(QStringLiteral("Other/deep/x.bin"))}, false);
    QVERIFY(!find<QLineEdit>("nameEdit").text().isEmpty());
    type("nameEdit", QStringLiteral("Both"));
    waitForForm();
    click("createButton");
    waitForResult();
    QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty() && seen.first().progress == 1.0, kDeadlineMs);
    QSignalSpy details(m_session.get(), &engine::Session::details);
    m_session->recheck({seen.first().id}); // the bytes are really found where they lie
    seen.clear();
    QTRY_VERIFY_WITH_TIMEOUT(
        !seen.isEmpty() && seen.first().state == engine::TorrentState::Seeding && seen.first().progress == 1.0,
        kDeadlineMs);
}

void CreateTorrentDialogTest::a_name_that_windows_forbids_is_renamed_in_the_torrent() {
    write(QStringLiteral("Album/what?.bin"), QByteArray(1000, 'w'));
    open({path(QStringLiteral("Album"))}, false);
    auto& findings = find<QTreeView>("findingsTree");
    QTRY_VERIFY(findings.isVisible()); // a loss for others opens it
    auto* remedy = findings.findChild<QPushButton*>(QStringLiteral("remedyButton"));
    QVERIFY(remedy != nullptr);
    QTest::mouseClick(remedy, Qt::LeftButton);
    const auto forbidden = [&findings] {
        const QAbstractItemModel& model = *findings.model();
        return model.match(model.index(0, 0), Qt::DisplayRole, QStringLiteral("Windows"), 1, Qt::MatchContains);
    };
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("createButton").isEnabled() && forbidden().isEmpty(), kDeadlineMs);
    click("createButton");
    waitForResult();
    const auto torrent = engine::readTorrent(path(QStringLiteral("Album.torrent")));
    QVERIFY(torrent);
    QCOMPARE(torrent->files.last().path, QStringLiteral("Album/what_.bin"));
    QVERIFY(QFile::exists(path(QStringLiteral("Album/what?.bin"))));
}

void CreateTorrentDialogTest::a_closed_dialog_leaves_its_work_to_the_queue() {
    open({path(QStringLiteral("Album"))}, true); // the tracker has to start first: there is time to close
    QSignalSpy finished(m_creations.get(), &hosting::CreationQueue::finished);
    click("createButton");
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("backgroundButton").isVisible(), kDeadlineMs);
    click("backgroundButton");
    QTRY_VERIFY(m_dialog.isNull());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, kDeadlineMs);
    QCOMPARE(m_creations->jobs().size(), 1);
    QCOMPARE(m_creations->jobs().first().state, hosting::CreationJob::State::Finished);
    QVERIFY(QFile::exists(path(QStringLiteral("Album.torrent"))));
}

void CreateTorrentDialogTest::a_preset_is_saved_and_fills_the_next_form() {
    open({path(QStringLiteral("Album"))}, false);
    QTest::keyClick(&find<QCheckBox>("privateCheck"), Qt::Key_Space);
    type("excludeEdit", QStringLiteral("*.nfo"));
    click("moreButton");
    type("sourceEdit", QStringLiteral("CLUB"));
    m_dialog->findChild<QAction*>(QStringLiteral("saveAsPresetAction"))->trigger();
    auto* name = m_dialog->findChild<QDialog*>(QStringLiteral("presetNameDialog"));
    QVERIFY(name != nullptr);
    QTest::keyClicks(name->findChild<QLineEdit*>(), QStringLiteral("For the club"));
    name->accept();
    QTRY_COMPARE(find<QComboBox>("presetCombo").currentText(), QStringLiteral("For the club"));
    m_dialog->findChild<QAction*>(QStringLiteral("defaultPresetAction"))->trigger();
    // One of the same name is not replaced without a question.
    type("sourceEdit", QStringLiteral("OTHER"));
    m_dialog->findChild<QAction*>(QStringLiteral("saveAsPresetAction"))->trigger();
    QDialog* again = nullptr;
    QTRY_VERIFY(
        (again = m_dialog->findChild<QDialog*>(QStringLiteral("presetNameDialog"))) != nullptr && again != name);
    QTest::keyClicks(again->findChild<QLineEdit*>(), QStringLiteral("For the club"));
    again->accept();
    auto* question = m_dialog->findChild<QMessageBox*>(QStringLiteral("replacePresetBox"));
    QVERIFY(question != nullptr);
    question->reject();
    delete m_dialog;

    open({path(QStringLiteral("Album"))}, false); // the default fills a new form
    QVERIFY(find<QCheckBox>("privateCheck").isChecked());
    QCOMPARE(find<QLineEdit>("sourceEdit").text(), QStringLiteral("CLUB"));
    QCOMPARE(find<QLineEdit>("excludeEdit").text(), QStringLiteral("*.nfo"));
    m_dialog->findChild<QAction*>(QStringLiteral("deletePresetAction"))->trigger();
    auto* box = m_dialog->findChild<QMessageBox*>(QStringLiteral("deletePresetBox"));
    QVERIFY(box != nullptr);
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(find<QComboBox>("presetCombo").count(), 1);
    QVERIFY(find<QCheckBox>("privateCheck").isChecked()); // what the form says stays
}

void CreateTorrentDialogTest::what_was_read_before_is_not_read_again() {
    // What changed a moment ago is not taken for unchanged.
    const QFileInfo newest(path(QStringLiteral("Album/3.bin")));
    QTRY_VERIFY_WITH_TIMEOUT(newest.lastModified().msecsTo(QDateTime::currentDateTime()) > 200, kDeadlineMs);
    open({path(QStringLiteral("Album"))}, false);
    click("createButton");
    waitForResult();
    delete m_dialog;
    QFile::remove(path(QStringLiteral("Album.torrent")));
    open({path(QStringLiteral("Album"))}, false);
    click("createButton");
    waitForResult();
    QVERIFY2(
        find<QLabel>("factsLabel").text().contains(QStringLiteral("known from earlier")),
        qPrintable(find<QLabel>("factsLabel").text()));
}

QTEST_MAIN(CreateTorrentDialogTest)
#include "create_torrent_dialog_test.moc"
