// Making a torrent as a user does: real files, real widgets, a real session and tracker.
#include "engine/create_torrent.h"
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "gui/create_torrent/create_torrent_dialog.h"
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
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

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
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<hosting::TrackerHost> m_trackerHost;
    std::unique_ptr<engine::Session> m_session;
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
}

void CreateTorrentDialogTest::cleanup() {
    delete m_dialog;
    m_session.reset();
    m_trackerHost.reset();
    m_settings.reset();
    m_folder.reset();
}

void CreateTorrentDialogTest::open(const QStringList& paths, bool host) {
    const gui::Services services{*m_session, *m_trackerHost, *m_settings};
    m_dialog = new CreateTorrentDialog(services, paths, host);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    if (!paths.isEmpty())
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("createButton").isEnabled(), kDeadlineMs);
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
    find<QPlainTextEdit>("trackersEdit")
        .setPlainText(
            QStringLiteral("http://a.example/announce\nudp://b.example:1/announce\n\nhttp://c.example/announce"));
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
    const auto& tree = find<QTreeWidget>("sourceTree");
    QCOMPARE(tree.topLevelItemCount(), 2);
    QCOMPARE(tree.topLevelItem(0)->text(0), QStringLiteral("1.bin"));
    QVERIFY(!tree.topLevelItem(1)->text(1).isEmpty());
    QCOMPARE(find<QLineEdit>("nameEdit").text(), QStringLiteral("Album"));
}

void CreateTorrentDialogTest::an_older_torrent_is_only_replaced_when_asked() {
    QFile older(path(QStringLiteral("Album.torrent")));
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("older");
    older.close();
    open({path(QStringLiteral("Album"))}, false);
    click("createButton");
    auto* box = m_dialog->findChild<QMessageBox*>(QStringLiteral("overwriteBox"));
    QVERIFY(box != nullptr);
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(m_dialog->findChild<QMessageBox*>(QStringLiteral("overwriteBox")) == nullptr);
    QCOMPARE(older.size(), 5);
    QVERIFY(find<QPushButton>("createButton").isVisible());

    click("createButton");
    box = m_dialog->findChild<QMessageBox*>(QStringLiteral("overwriteBox"));
    QVERIFY(box != nullptr);
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
    QCOMPARE(find<QTreeWidget>("sourceTree").topLevelItemCount(), 1);
    QVERIFY(!QFile::exists(path(QStringLiteral("Album.torrent"))));

    other.close(); // and once the reason is gone, the same form succeeds
    click("createButton");
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("closeButton").isVisible(), kDeadlineMs);
}

void CreateTorrentDialogTest::cancelling_returns_to_the_form_with_everything_kept() {
    open({path(QStringLiteral("Album"))}, true);
    type("commentEdit", QStringLiteral("kept"));
    click("createButton");
    QVERIFY(find<QPushButton>("cancelButton").isVisible());
    click("cancelButton"); // before the first answer of the tracker can be heard
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("createButton").isVisible(), kDeadlineMs);
    QVERIFY(!find<QLabel>("errorLabel").isVisible());
    QCOMPARE(find<QLineEdit>("commentEdit").text(), QStringLiteral("kept"));
    QVERIFY(!QFile::exists(path(QStringLiteral("Album.torrent"))));
}

void CreateTorrentDialogTest::without_sources_nothing_can_be_created() {
    open({}, false);
    QVERIFY(!find<QPushButton>("createButton").isEnabled());
    click("dismissButton");
    QTRY_VERIFY(m_dialog.isNull());
}

QTEST_MAIN(CreateTorrentDialogTest)
#include "create_torrent_dialog_test.moc"
