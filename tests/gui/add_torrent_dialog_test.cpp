// Adding torrents through the dialog to a session that really runs, without a network.
#include "gui/add_torrent/add_torrent_dialog.h"

#include "window_fixture.h"

#include "engine/create_torrent.h"
#include "gui/add_torrent/existing_files_box.h"
#include "gui/add_torrent/save_path.h"
#include "gui/labels/categories.h"
#include "settings/schema.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace essaim;

namespace {

constexpr int kDeadlineMs = 30'000;

/// A folder "album" with two files of 100 and 50 kB, as a torrent.
QByteArray makeAlbum(const QString& folder) {
    QDir(folder).mkpath(QStringLiteral("album/sleeve"));
    const auto write = [&](const char* name, qint64 size) {
        QFile file(folder + QLatin1String(name));
        return file.open(QIODevice::WriteOnly) && file.write(QByteArray(size, 'x')) == size;
    };
    if (!write("/album/song.flac", 100'000) || !write("/album/sleeve/cover.jpg", 50'000))
        return {};
    engine::CreateTorrentRequest request;
    request.paths = {folder + QStringLiteral("/album")};
    request.comment = QStringLiteral("Recorded at home");
    const auto made = engine::createTorrent(request);
    return made ? made->torrent : QByteArray();
}

const QString kMagnet = QStringLiteral("magnet:?xt=urn:btih:0123456789012345678901234567890123456789&dn=Choir&tr=http%"
                                       "3A%2F%2Ftracker.example%2Fannounce%2Fsecret");

} // namespace

class AddTorrentDialogTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<test::WindowFixture> m_fixture;
    QByteArray m_album;
    QPointer<gui::AddTorrentDialog> m_dialog;
    engine::TorrentSnapshot m_last; ///< of the session

    void open(const gui::AddTorrentSource& source) {
        delete m_dialog;
        m_dialog = new gui::AddTorrentDialog(m_fixture->services(), source);
        m_dialog->show();
    }
    template <typename T>
    T* child(const char* name) {
        return m_dialog->findChild<T*>(QString::fromLatin1(name));
    }
    /// By path, as the session has them.
    QMap<QString, int> prioritiesOf(const TorrentId& id) {
        QMap<QString, int> priorities;
        QSignalSpy told(&m_fixture->session, &engine::Session::details);
        m_fixture->session.requestDetails(id);
        if (!told.wait(5000))
            return priorities;
        const auto details = told.first().first().value<engine::TorrentDetails>();
        for (int file = 0; file < details.filePriorities.size(); ++file)
            priorities.insert(details.description.files.value(file).path, details.filePriorities[file]);
        return priorities;
    }
    QString downloads() { return m_fixture->folder.filePath(QStringLiteral("downloads")); }

private Q_SLOTS:
    void initTestCase() { gui::applyTheme(*qApp, QStringLiteral("light")); }

    void init() {
        m_fixture = std::make_unique<test::WindowFixture>();
        m_album = makeAlbum(m_fixture->folder.path());
        QVERIFY(!m_album.isEmpty());
        m_fixture->settings.set(settings::kSavePath, downloads());
        connect(&m_fixture->session, &engine::Session::torrentsChanged, this, [this](const auto& torrents) {
            m_last = torrents.last();
        });
        m_last = {};
        QSignalSpy started(&m_fixture->session, &engine::Session::started);
        m_fixture->session.start();
        QVERIFY(started.wait(10'000));
    }

    void cleanup() {
        delete m_dialog;
        m_fixture.reset();
    }

    void theTorrentIsShownBeforeItIsAdded() {
        open({m_album, {}});
        QCOMPARE(child<QLabel>("nameLabel")->text(), QStringLiteral("album"));
        QCOMPARE(child<QLabel>("commentLabel")->text(), QStringLiteral("Recorded at home"));
        QVERIFY(child<QLabel>("summaryLabel")->text().contains(QStringLiteral("Made ")));
        QCOMPARE(child<QLineEdit>("savePathEdit")->text(), downloads());
        QTRY_VERIFY(child<QLabel>("freeSpaceLabel")->text().contains(QStringLiteral("free")));
        QVERIFY(child<QCheckBox>("startCheck")->isChecked());
        test::photograph(*m_dialog, QStringLiteral("add-torrent"));
    }

    void theFolderFollowsTheCategoryUntilTheUserChooses() {
        gui::keepCategory(m_fixture->settings, QStringLiteral("music"), QStringLiteral("/srv/music"));
        open({m_album, {}});
        auto* category = child<QComboBox>("categoryCombo");
        auto* place = child<QLineEdit>("savePathEdit");
        category->setCurrentText(QStringLiteral("music/live"));
        QCOMPARE(place->text(), QStringLiteral("/srv/music/live"));
        category->setCurrentText(QStringLiteral("films"));
        QCOMPARE(place->text(), downloads());
        place->setText(QStringLiteral("/mnt/chosen"));
        category->setCurrentText(QStringLiteral("music"));
        QCOMPARE(place->text(), QStringLiteral("/mnt/chosen"));
    }

    void untilItIsCompleteATorrentLiesWhereIncompleteOnesLie() {
        const QString incomplete = m_fixture->folder.filePath(QStringLiteral("incomplete"));
        open({m_album, {}});
        QVERIFY(child<QCheckBox>("incompleteCheck")->isHidden());
        m_fixture->settings.set(settings::kIncompletePath, incomplete + u'/');
        open({m_album, {}});
        QVERIFY(child<QCheckBox>("incompleteCheck")->isVisible());
        QTest::mouseClick(child<QPushButton>("addButton"), Qt::LeftButton);
        QTRY_COMPARE(m_last.savePath, incomplete);
        QCOMPARE(m_last.finalPath, downloads());
        gui::AddDecision decision;
        decision.savePath = downloads();
        decision.incompletePath = incomplete;
        QCOMPARE(decision.requestFor({m_album, {}}).finalPath, downloads());
        decision.options.isWhole = true; // the files are there: not in the other folder
        QCOMPARE(decision.requestFor({m_album, {}}).savePath, downloads());
        QVERIFY(decision.requestFor({m_album, {}}).finalPath.isEmpty());
    }

    void filesThatAreNeverWantedAreNotTicked() {
        m_fixture->settings.set(settings::kExcludedFiles, QStringLiteral("*.jpg"));
        open({m_album, {}});
        QVERIFY(child<QLabel>("selectionLabel")->text().startsWith(QStringLiteral("1 ")));
        QTest::mouseClick(child<QPushButton>("selectAllButton"), Qt::LeftButton);
        QVERIFY(child<QLabel>("selectionLabel")->text().startsWith(QStringLiteral("2 ")));
    }

    void theTorrentGoesWhereTheDialogSaysWithTheFilesThatAreTicked() {
        open({m_album, {}});
        const QString elsewhere = m_fixture->folder.filePath(QStringLiteral("elsewhere"));
        child<QLineEdit>("savePathEdit")->setText(elsewhere);
        auto* files = child<QTreeView>("fileTree")->model();
        const QModelIndex sleeve = files->index(0, 0, files->index(0, 0));
        QCOMPARE(sleeve.data().toString(), QStringLiteral("sleeve"));
        QVERIFY(files->setData(sleeve, Qt::Unchecked, Qt::CheckStateRole));
        QPointer<gui::AddTorrentDialog> dialog = m_dialog;
        QTest::mouseClick(child<QPushButton>("addButton"), Qt::LeftButton);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        QTRY_COMPARE(m_last.name, QStringLiteral("album"));
        QCOMPARE(m_last.savePath, elsewhere);
        // Pieces are fetched whole: the end of the song brings the beginning of its neighbour.
        QTRY_VERIFY(m_last.wantedSize >= 100'000 && m_last.wantedSize < 120'000);
        QCOMPARE(gui::recentSavePaths(m_fixture->settings).value(0), elsewhere);
        open({m_album, {}});
        QCOMPARE(child<QLineEdit>("savePathEdit")->text(), gui::defaultSavePath(m_fixture->settings)); // one menu away
        QCOMPARE(child<QToolButton>("recentButton")->menu()->actions().size(), 2);
    }

    void prioritiesReachTheSession() {
        open({m_album, {}});
        auto* tree = child<QTreeView>("fileTree");
        const QModelIndex album = tree->model()->index(0, 0);
        QTest::keyClick(tree, Qt::Key_Plus); // nothing is chosen: nothing happens
        tree->setCurrentIndex(tree->model()->index(1, 0, album));
        QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("song.flac"));
        QTest::keyClick(tree, Qt::Key_Plus);
        QTest::keyClick(tree, Qt::Key_Plus);
        QTest::keyClick(tree, Qt::Key_Plus); // no further than the first
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0, album)));
        QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("cover.jpg"));
        QTest::keyClick(tree, Qt::Key_Minus);
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE(m_last.name, QStringLiteral("album"));
        QTRY_COMPARE(
            prioritiesOf(m_last.id),
            (QMap<QString, int>{
                {QStringLiteral("album/song.flac"), 7}, {QStringLiteral("album/sleeve/cover.jpg"), 1}}));
    }

    void prioritiesStayWhenFilesThatDifferAreThere() {
        const QString elsewhere = m_fixture->folder.filePath(QStringLiteral("elsewhere"));
        QVERIFY(QDir().mkpath(elsewhere + QStringLiteral("/album")));
        QFile other(elsewhere + QStringLiteral("/album/song.flac"));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("other") == 5);
        other.close();
        open({m_album, {}});
        child<QLineEdit>("savePathEdit")->setText(elsewhere);
        QTRY_VERIFY(child<QComboBox>("existingChoice")->isVisible());
        auto* tree = child<QTreeView>("fileTree");
        tree->setCurrentIndex(tree->model()->index(1, 0, tree->model()->index(0, 0)));
        QTest::keyClick(tree, Qt::Key_Plus);
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE(m_last.name, QStringLiteral("album"));
        QTRY_VERIFY(prioritiesOf(m_last.id).values().contains(6));
    }

    void theFilterShowsWhatFitsAndTheButtonsTakeThat() {
        open({m_album, {}});
        auto* tree = child<QTreeView>("fileTree");
        auto* filter = child<QLineEdit>("filterEdit");
        QTest::keyClicks(filter, QStringLiteral("*.jpg"));
        QTRY_COMPARE(child<QPushButton>("selectNoneButton")->text(), QStringLiteral("U&ntick all shown"));
        const QModelIndex album = tree->model()->index(0, 0);
        QCOMPARE(tree->model()->rowCount(album), 1);
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0, album)));
        test::photograph(*m_dialog, QStringLiteral("add-filtered"));
        child<QPushButton>("selectNoneButton")->click();
        QVERIFY(child<QLabel>("selectionLabel")->text().startsWith(QStringLiteral("1 ")));
        QTest::keyClick(filter, Qt::Key_Return); // adds nothing
        QVERIFY(m_dialog->isVisible());
        QTest::keyClick(filter, Qt::Key_Escape); // clears the filter, and closes nothing
        QVERIFY(m_dialog->isVisible() && filter->text().isEmpty());
        QTRY_COMPARE(child<QPushButton>("selectNoneButton")->text(), QStringLiteral("U&ntick all"));
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
        QVERIFY(!tree->isExpanded(tree->model()->index(0, 0, tree->model()->index(0, 0))));
        QTest::keyClicks(filter, QStringLiteral("opus"));
        QTRY_VERIFY(child<QLabel>("nothingLabel")->isVisible());
        QVERIFY(!tree->isVisible());
    }

    void spaceTicksEverythingThatIsChosen() {
        open({m_album, {}});
        auto* tree = child<QTreeView>("fileTree");
        const QModelIndex album = tree->model()->index(0, 0);
        tree->selectAll();
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(album.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(album.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
    }

    void withoutTheTickItIsAddedPaused() {
        open({m_album, {}});
        child<QCheckBox>("startCheck")->setChecked(false);
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE(m_last.state, engine::TorrentState::Paused);
    }

    void whatIsCancelledWhileItIsAddedIsTakenBack() {
        open({m_album, {}});
        QSignalSpy added(&m_fixture->session, &engine::Session::addFinished);
        QSignalSpy removed(&m_fixture->session, &engine::Session::torrentsRemoved);
        child<QPushButton>("addButton")->click();
        QVERIFY(!child<QCheckBox>("startCheck")->isEnabled()); // would come too late
        QVERIFY(child<QLabel>("freeSpaceLabel")->text().contains(QStringLiteral("being added")));
        m_dialog->reject();
        QTRY_COMPARE_WITH_TIMEOUT(added.size(), 1, kDeadlineMs);
        const auto outcome = added.first().first().value<engine::AddTorrentOutcome>();
        QVERIFY(!outcome.error);
        QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, kDeadlineMs);
        QCOMPARE(removed.first().first().value<QList<TorrentId>>(), QList{outcome.id});
    }

    void withoutAFileThereIsNothingToAdd() {
        open({m_album, {}});
        child<QPushButton>("selectNoneButton")->click();
        QVERIFY(!child<QPushButton>("addButton")->isEnabled());
        child<QPushButton>("selectAllButton")->click();
        QVERIFY(child<QPushButton>("addButton")->isEnabled());
    }

    void aTorrentThatIsThereAlreadyIsSaidSo() {
        open({m_album, {}});
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE(m_last.name, QStringLiteral("album"));
        open({m_album, {}});
        child<QPushButton>("addButton")->click();
        QTRY_VERIFY(child<QLabel>("messageLabel")->isVisible());
        QVERIFY(child<QLabel>("messageLabel")->text().contains(QStringLiteral("album")));
        QVERIFY(!child<QPushButton>("addButton")->isEnabled());
        QVERIFY(m_dialog->isVisible());
    }

    void aFolderThatCannotBeMadeKeepsTheDialogOpenWithASentence() {
        open({m_album, {}});
        const QString blocked = m_fixture->folder.filePath(QStringLiteral("album/song.flac/inside"));
        child<QLineEdit>("savePathEdit")->setText(blocked);
        child<QPushButton>("addButton")->click();
        QTRY_VERIFY(child<QLabel>("messageLabel")->isVisible());
        QVERIFY(!child<QLabel>("messageLabel")->text().isEmpty());
        QCOMPARE(child<QLineEdit>("savePathEdit")->text(), blocked);
        QVERIFY(child<QPushButton>("addButton")->isEnabled());
        test::photograph(*m_dialog, QStringLiteral("add-refused"));
    }

    void aRelativeFolderIsNotTaken() {
        open({m_album, {}});
        child<QLineEdit>("savePathEdit")->setText(QStringLiteral("films"));
        child<QPushButton>("addButton")->click();
        QVERIFY(child<QLabel>("messageLabel")->isVisible());
        QVERIFY(child<QPushButton>("addButton")->isEnabled());
    }

    void aMagnetLinkIsAddedUnderItsName() {
        open({{}, kMagnet});
        QCOMPARE(child<QLabel>("nameLabel")->text(), QStringLiteral("Choir"));
        const QString words = child<QLabel>("magnetLabel")->text();
        QVERIFY(words.contains(QStringLiteral("tracker.example")));
        QVERIFY(!words.contains(QStringLiteral("secret")));
        m_dialog->setWaiting({5, 0, {QStringLiteral("Birds"), QStringLiteral("Bells")}});
        test::photograph(*m_dialog, QStringLiteral("add-magnet"));
        for (const char* field : {"nameEdit", "tagsEdit", "savePathEdit"})
            QVERIFY2(
                child<QLineEdit>(field)->height() >= child<QLineEdit>(field)->sizeHint().height(), field); // no squeeze
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE(m_last.name, QStringLiteral("Choir"));
        QVERIFY(!m_last.hasMetadata);
    }

    void whatIsChosenHoldsForTheTorrent() {
        open({m_album, {}});
        child<QLineEdit>("nameEdit")->setText(QStringLiteral("Our record"));
        child<QComboBox>("categoryCombo")->setEditText(QStringLiteral("Music"));
        child<QLineEdit>("tagsEdit")->setText(QStringLiteral("home, live,, home"));
        child<QCheckBox>("sequentialCheck")->click();
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE(m_last.category, QStringLiteral("Music"));
        QTRY_COMPARE(m_last.tags, (QStringList{QStringLiteral("home"), QStringLiteral("live")}));
        QTRY_COMPARE(m_last.name, QStringLiteral("Our record"));
        QVERIFY(m_last.isSequential);
    }

    void filesThatAreThereCanBeTakenWithoutACheck() {
        open({m_album, {}});
        child<QLineEdit>("savePathEdit")->setText(m_fixture->folder.path());
        child<QCheckBox>("wholeCheck")->click();
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE(m_last.state, engine::TorrentState::Seeding);
    }

    void withoutTheTopFolderTheFilesLieWhereTheDialogSays() {
        const auto torrent = engine::parseTorrent(m_album);
        QVERIFY(torrent);
        gui::AddOptions options;
        options.layout = engine::ContentLayout::NoFolder;
        engine::AddTorrentRequest request;
        gui::applyOptions(options, &*torrent, request);
        QCOMPARE(request.diskPaths.size(), 2);
        QVERIFY(request.diskPaths.contains(QStringLiteral("song.flac")));
        QVERIFY(request.diskPaths.contains(QStringLiteral("sleeve/cover.jpg")));
    }

    void whatThePreferencesSayIsChosenAtFirst() {
        gui::keepCategory(m_fixture->settings, QStringLiteral("music"), QStringLiteral("/srv/music"));
        m_fixture->settings.set(settings::kUsualCategory, QStringLiteral("music"));
        m_fixture->settings.set(settings::kContentLayout, int(engine::ContentLayout::NoFolder));
        m_fixture->settings.set(settings::kStopCondition, int(engine::StopCondition::FilesChecked));
        m_fixture->settings.set(settings::kBinTorrentFile, true);
        for (const gui::AddTorrentSource& source : {gui::AddTorrentSource{m_album, {}}, {{}, kMagnet}}) {
            open(source);
            m_dialog->setLabels({QStringLiteral("films"), QStringLiteral("music")}, {});
            QCOMPARE(child<QComboBox>("categoryCombo")->currentText(), QStringLiteral("music"));
            QCOMPARE(child<QLineEdit>("savePathEdit")->text(), QStringLiteral("/srv/music"));
            QCOMPARE(child<QComboBox>("layoutCombo")->currentIndex(), 2);
            QVERIFY(child<QComboBox>("layoutCombo")->isEnabled());
            QCOMPARE(child<QComboBox>("stopCombo")->currentIndex(), 2);
            QVERIFY(child<QCheckBox>("binCheck")->isHidden()); // there is no file
        }
        gui::AddTorrentSource fromFile{m_album, {}};
        fromFile.file = m_fixture->folder.filePath(QStringLiteral("album.torrent"));
        open(fromFile);
        QVERIFY(child<QCheckBox>("binCheck")->isVisible());
        QVERIFY(child<QCheckBox>("binCheck")->isChecked());
        test::photograph(*m_dialog, QStringLiteral("add-usual"));
        QSignalSpy used(m_dialog, &gui::AddTorrentDialog::fileUsed);
        child<QLineEdit>("savePathEdit")->setText(downloads());
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(used.size(), 1, kDeadlineMs);
        QCOMPARE(used.first().first().value<gui::AddTorrentSource>().file, fromFile.file);
        QTRY_COMPARE_WITH_TIMEOUT(m_last.category, QStringLiteral("music"), kDeadlineMs);
        open(fromFile);
        QSignalSpy again(m_dialog, &gui::AddTorrentDialog::fileUsed);
        child<QPushButton>("addButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("messageLabel")->isVisible(), kDeadlineMs); // it is in the list
        QCOMPARE(again.size(), 0);
    }

    void filesThatAreThereAreLookedForWhereTheyWouldLie() {
        QVERIFY(QDir().mkpath(downloads()));
        QFile other(downloads() + QStringLiteral("/song.flac"));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("something else") > 0);
        other.close();
        QSignalSpy inspected(&m_fixture->session, &engine::Session::targetInspected);
        open({m_album, {}});
        auto* box = m_dialog->findChild<gui::ExistingFilesBox*>();
        QTRY_VERIFY_WITH_TIMEOUT(!inspected.isEmpty(), kDeadlineMs);
        QVERIFY(!box->isVisible());
        child<QComboBox>("layoutCombo")->setCurrentIndex(int(engine::ContentLayout::NoFolder));
        QTRY_VERIFY_WITH_TIMEOUT(box->isVisible(), kDeadlineMs);
    }

    void aDuplicateGivesItsTrackersToTheOneInTheList() {
        open({m_album, {}});
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE(m_last.name, QStringLiteral("album"));
        const auto torrent = engine::parseTorrent(m_album);
        auto described = std::make_shared<engine::TorrentDescription>(*torrent);
        const QString url = QStringLiteral("http://tracker.example/announce");
        described->trackers = {{url}};
        open({m_album, {}, described});
        child<QPushButton>("addButton")->click();
        QTRY_VERIFY(child<QPushButton>("mergeButton"));
        QStringList seen;
        connect(&m_fixture->session, &engine::Session::details, this, [&seen](const engine::TorrentDetails& details) {
            for (const QStringList& tier : details.description.trackers)
                seen.append(tier);
        });
        child<QPushButton>("mergeButton")->click();
        QTRY_VERIFY2(
            (m_fixture->session.requestDetails(m_last.id), seen.contains(url)), "the tracker has not been added");
    }

    void aPrivateDuplicateKeepsItsTrackersToItself() {
        open({m_album, {}});
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE(m_last.name, QStringLiteral("album"));
        auto described = std::make_shared<engine::TorrentDescription>(*engine::parseTorrent(m_album));
        described->trackers = {{QStringLiteral("http://tracker.example/announce")}};
        described->isPrivate = true;
        open({m_album, {}, described});
        child<QPushButton>("addButton")->click();
        QTRY_VERIFY(child<QLabel>("messageLabel")->isVisible());
        QVERIFY(!child<QPushButton>("mergeButton"));
    }

    void oneDecisionCanHoldForAllThatWait() {
        open({m_album, {}});
        QVERIFY(!child<QCheckBox>("allCheck")->isVisible());
        auto* space = child<QLabel>("freeSpaceLabel");
        QTRY_VERIFY(space->text().contains(QStringLiteral("150 kB needed")));
        m_dialog->setWaiting({3, 850'000, {QStringLiteral("Choir"), QStringLiteral("Birds")}});
        QVERIFY(child<QCheckBox>("allCheck")->isVisible());
        QCOMPARE(child<QLabel>("waitingLabel")->text(), QStringLiteral("Next: Choir, Birds"));
        QVERIFY(space->text().contains(QStringLiteral("150 kB needed")));
        child<QCheckBox>("allCheck")->click();
        QVERIFY(space->text().contains(QStringLiteral("1.00 MB needed")));
        child<QCheckBox>("startCheck")->setChecked(false);
        child<QComboBox>("categoryCombo")->setEditText(QStringLiteral("Music"));
        child<QLineEdit>("nameEdit")->setText(QStringLiteral("Our record"));
        test::photograph(*m_dialog, QStringLiteral("add-many"));
        QList<gui::AddDecision> decided;
        connect(
            m_dialog, &gui::AddTorrentDialog::decidedForAll, this, [&decided](const auto& d) { decided.append(d); });
        child<QPushButton>("addButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(decided.size(), 1, kDeadlineMs);
        QVERIFY(decided.first().isPaused);
        QVERIFY(!decided.first().hasUsualLabels);
        QCOMPARE(decided.first().options.category, QStringLiteral("Music"));
        QCOMPARE(decided.first().options.name, QString()); // that is this one's
        const engine::AddTorrentRequest next = decided.first().requestFor({{}, kMagnet});
        QCOMPARE(next.magnet, kMagnet);
        QCOMPARE(next.savePath, downloads());
    }

    void bytesThatAreNoTorrentCannotBeAdded() {
        open({QByteArray("d4:infoe"), {}});
        QVERIFY(child<QLabel>("messageLabel")->isVisible());
        QVERIFY(!child<QPushButton>("addButton")->isEnabled());
    }
};

QTEST_MAIN(AddTorrentDialogTest)
#include "add_torrent_dialog_test.moc"
