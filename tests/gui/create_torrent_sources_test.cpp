// Choosing what a new torrent contains, as a user does.
#include "create_dialog_fixture.h"

using namespace essaim;
using test::kDeadlineMs;

class CreateTorrentSourcesTest : public QObject, private test::CreateDialogFixture {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void dropped_files_are_added_with_their_sizes();
    void without_sources_nothing_can_be_created();
    void unticked_files_stay_out();
    void patterns_and_junk_stay_out();
    void several_items_can_become_a_torrent_each();
    void items_of_different_folders_become_one_torrent_that_is_seeded();
    void a_name_that_windows_forbids_is_renamed_in_the_torrent();
    void what_was_read_before_is_not_read_again();
};

void CreateTorrentSourcesTest::dropped_files_are_added_with_their_sizes() {
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

void CreateTorrentSourcesTest::without_sources_nothing_can_be_created() {
    open({}, false);
    QVERIFY(!find<QPushButton>("createButton").isEnabled());
    click("dismissButton");
    QTRY_VERIFY(m_dialog.isNull());
}

void CreateTorrentSourcesTest::unticked_files_stay_out() {
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

void CreateTorrentSourcesTest::patterns_and_junk_stay_out() {
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

void CreateTorrentSourcesTest::several_items_can_become_a_torrent_each() {
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

void CreateTorrentSourcesTest::items_of_different_folders_become_one_torrent_that_is_seeded() {
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

void CreateTorrentSourcesTest::a_name_that_windows_forbids_is_renamed_in_the_torrent() {
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

void CreateTorrentSourcesTest::what_was_read_before_is_not_read_again() {
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

QTEST_MAIN(CreateTorrentSourcesTest)
#include "create_torrent_sources_test.moc"
