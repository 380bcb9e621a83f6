// Making a torrent as a user does.
#include "create_dialog_fixture.h"

using namespace essaim;
using test::kDeadlineMs;

class CreateTorrentDialogTest : public QObject, private test::CreateDialogFixture {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void sharing_asks_what_and_with_whom_alone();
    void the_link_of_the_only_friend_is_on_the_clipboard();
    void the_options_stay_as_they_were_left();
    void a_hosted_torrent_ends_with_an_invite_link_on_the_clipboard();
    void every_field_reaches_the_torrent();
    void a_private_torrent_says_to_send_the_file();
    void an_older_torrent_is_only_replaced_when_asked();
    void a_failure_returns_to_the_form_with_everything_kept();
    void cancelling_returns_to_the_form_with_everything_kept();
    void a_closed_dialog_leaves_its_work_to_the_queue();
    void a_preset_is_saved_and_fills_the_next_form();
};

void CreateTorrentDialogTest::sharing_asks_what_and_with_whom_alone() {
    m_settings->set(settings::kShareOptions, false);
    open({path(QStringLiteral("Album"))}, true);
    QVERIFY(!find<QLineEdit>("outputEdit").isVisible());
    QVERIFY(find<QRadioButton>("shareEveryoneRadio").isVisible());
    QVERIFY(find<QRadioButton>("shareEveryoneRadio").isChecked());
    click("createButton");
    QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>("inviteEdit").isVisible(), kDeadlineMs);
    QCOMPARE(QGuiApplication::clipboard()->text(), find<QLineEdit>("inviteEdit").text());
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("Album.torrent")))); // nobody asked for it
    QCOMPARE(m_trackerHost->snapshot().hosted.size(), 1u);
}

void CreateTorrentDialogTest::the_link_of_the_only_friend_is_on_the_clipboard() {
    m_trackerHost->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackerHost->state(), hosting::TrackerHost::State::On, kDeadlineMs);
    hosting::Friends friends(*m_trackerHost);
    friends.add({.name = "Anna"}, this, [](const auto&) {});
    QTRY_COMPARE_WITH_TIMEOUT(m_trackerHost->snapshot().friends.size(), 1u, kDeadlineMs);
    m_settings->set(settings::kShareOptions, false);
    open({path(QStringLiteral("Album"))}, true);
    find<QRadioButton>("shareFriendsRadio").click();
    click("createButton");
    waitForResult();
    QCOMPARE(m_trackerHost->snapshot().hosted.at(0).torrent.visibility, tracker::Visibility::Friends);
    QTRY_VERIFY_WITH_TIMEOUT(hosting::isInviteLink(QGuiApplication::clipboard()->text()), kDeadlineMs);
    QVERIFY(find<QLabel>("friendLinksLabel").text().contains(QStringLiteral("Anna")));
    QVERIFY(!find<QPushButton>("friendLinkButton").isVisible());
}

void CreateTorrentDialogTest::the_options_stay_as_they_were_left() {
    m_settings->set(settings::kShareOptions, false);
    open({path(QStringLiteral("Album"))}, true);
    click("moreOptionsButton");
    QVERIFY(find<QLineEdit>("outputEdit").isVisible());
    QVERIFY(!find<QRadioButton>("shareEveryoneRadio").isVisible());
    delete m_dialog;
    open({path(QStringLiteral("Album"))}, true);
    QVERIFY(find<QLineEdit>("outputEdit").isVisible());
    delete m_dialog;
    open({path(QStringLiteral("Album"))}, false); // where nothing is shared there is nothing to fold
    QVERIFY(!find<QAbstractButton>("moreOptionsButton").isVisible());
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

QTEST_MAIN(CreateTorrentDialogTest)
#include "create_torrent_dialog_test.moc"
