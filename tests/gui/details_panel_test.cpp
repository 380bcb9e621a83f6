// The tabs of the details.
#include "gui/details/content_tab.h"
#include "gui/details/details_panel.h"
#include "gui/details/details_table.h"
#include "gui/details/peer_bans.h"
#include "gui/details/peer_words.h"
#include "gui/details/peers_model.h"
#include "gui/details/pieces_view.h"
#include "gui/details/source_words.h"
#include "gui/details/trackers_model.h"
#include "gui/undo/undo_history.h"
#include "gui/window_fixture.h"
#include "settings/schema.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QDataStream>
#include <QDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTreeView>

using namespace essaim;
using namespace essaim::gui;
using namespace essaim::test;
using engine::DetailsSnapshot;
using engine::PeerDetails;
using engine::PeerFlag;
using engine::SourceState;
using engine::TorrentState;

namespace {

constexpr auto kStrict = QAbstractItemModelTester::FailureReportingMode::QtTest;

engine::TrackersDetails trackers() {
    engine::TrackersDetails details;
    details.sources = {
        {engine::PeerSourceDetails::Kind::Dht, SourceState::Working, false, 12},
        {engine::PeerSourceDetails::Kind::PeerExchange, SourceState::Working, false, 3},
        {engine::PeerSourceDetails::Kind::LocalDiscovery, SourceState::Off, false, 0}};
    engine::TrackerDetails first;
    first.url = QStringLiteral("https://tracker.example:8443/0123456789abcdef0123/announce");
    first.state = SourceState::Working;
    first.announces = {
        {QStringLiteral("192.0.2.1"), false, SourceState::Working, {}, 0, 24, 41, 310, 1200, 60},
        {QStringLiteral("192.0.2.1"), true, SourceState::Failing, QStringLiteral("not registered"), 2}};
    engine::TrackerDetails second;
    second.url = QStringLiteral("udp://open.example:1337/announce");
    second.tier = 1;
    second.state = SourceState::Failing;
    second.message = QStringLiteral("connection refused");
    details.trackers = {first, second};
    return details;
}

PeerDetails peer(const QString& address, qint64 down, double progress, engine::PeerFlags flags = {}) {
    PeerDetails details;
    details.address = address;
    details.port = 6881;
    details.client = QStringLiteral("Transmission 4.0");
    details.downloadRate = down;
    details.downloaded = down * 60;
    details.progress = progress;
    details.relevance = progress / 2;
    details.flags = flags;
    details.file = QStringLiteral("album/disc 2/01.flac");
    return details;
}

engine::PiecesDetails pieces() {
    engine::PiecesDetails details;
    details.states.fill(char(engine::PiecesDetails::Missing), 2480);
    details.availability.fill(char(2), 2480);
    for (int i = 0; i < 2480; ++i) {
        if (i % 7 != 0 || i < 900)
            details.states[i] = char(engine::PiecesDetails::Whole);
        if (i > 2200)
            details.states[i] = char(engine::PiecesDetails::Unwanted);
        if (i > 1800 && i < 1850)
            details.availability[i] = 0;
    }
    details.states[1001] = char(engine::PiecesDetails::Started);
    details.partial = {{1001, 64, 10, 3, 5}};
    return details;
}

engine::ContentDetails content() {
    engine::ContentDetails details;
    details.files = std::make_shared<const QList<engine::ContentFile>>(QList<engine::ContentFile>{
        {QStringLiteral("album/disc 2/01.flac"), 31'000'000},
        {QStringLiteral("album/disc 2/02.flac"), 29'000'000},
        {QStringLiteral("album/disc 10/01.flac"), 33'000'000},
        {QStringLiteral("album/cover.jpg"), 410'000}});
    details.done = {31'000'000, 12'000'000, 0, 410'000};
    details.priorities = QByteArray("\4\4\0\7", 4);
    details.availability = {4, 2.5, 1, 4};
    return details;
}

/// The panel over a torrent, with what the session would tell.
struct Panel {
    Panel() {
        panel.resize(1180, 300);
        panel.show();
        torrent = makeTorrent(1, QStringLiteral("Field recordings"), TorrentState::Stalled, 93'410'000, 0.46);
        panel.showTorrent(torrent, 1);
    }
    void openTab(const QString& title) {
        auto* tabs = panel.findChild<QTabBar*>(QStringLiteral("detailsTabs"));
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i) == title)
                tabs->setCurrentIndex(i);
        }
    }
    template <typename Part>
    void tell(const Part& part) {
        auto snapshot = std::make_shared<DetailsSnapshot>();
        snapshot->id = torrent.id;
        snapshot->facts = facts;
        snapshot->part = part;
        Q_EMIT fixture.session.detailsSeen(snapshot);
    }
    [[nodiscard]] QTreeView& table(const char* name) { return *panel.findChild<QTreeView*>(QString::fromLatin1(name)); }

    WindowFixture fixture;
    QWidget window;
    UndoHistory history{window};
    DetailsPanel panel{fixture.services(), history};
    engine::TorrentSnapshot torrent;
    engine::SwarmFacts facts;
};

} // namespace

class DetailsPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trackersHideWhatMayBeAPasskey() {
        Panel test;
        test.openTab(QStringLiteral("Trackers"));
        test.tell(trackers());
        const QTreeView& table = test.table("trackersTable");
        const QAbstractItemModel& model = *table.model();
        QCOMPARE(model.rowCount(), 5);
        const QModelIndex first = model.index(3, 0);
        QCOMPARE(first.data().toString(), QStringLiteral("https://tracker.example:8443/…/announce"));
        QCOMPARE(model.rowCount(first), 2);
        QCOMPARE(
            model.index(1, TrackersModel::MessageColumn, first).data().toString(), QStringLiteral("not registered"));
        QCOMPARE(model.index(4, TrackersModel::TierColumn).data().toString(), QStringLiteral("2"));
        photograph(test.panel, QStringLiteral("details-trackers"));
    }

    void trackersStayWhileTheirFiguresChange() {
        TrackersModel model;
        const QAbstractItemModelTester tester(&model, kStrict);
        engine::TrackersDetails details = trackers();
        model.setDetails(details);
        const QPersistentModelIndex announce = model.index(0, TrackersModel::SeedsColumn, model.index(3, 0));
        details.trackers[0].announces[0].seeds = 99;
        model.setDetails(details);
        QCOMPARE(announce.data().toString(), QStringLiteral("99"));
        QCOMPARE(model.tiers(), QList<QStringList>({{details.trackers[0].url}, {details.trackers[1].url}}));
        details.trackers.removeFirst();
        model.setDetails(details);
        QCOMPARE(model.rowCount(), 4);
    }

    void peersStaySelectedWhileTheyChange() {
        Panel test;
        test.openTab(QStringLiteral("Peers"));
        test.tell(engine::PeersDetails{
            {peer(QStringLiteral("192.0.2.7"), 1000, 0.5),
             peer(QStringLiteral("2001:db8::7"), 2'000'000, 1, PeerFlag::Interesting)}});
        QTreeView& table = test.table("peersTable");
        QCOMPARE(table.model()->rowCount(), 2);
        QCOMPARE(table.model()->index(0, 0).data().toString(), QStringLiteral("2001:db8::7")); // the faster one
        table.setCurrentIndex(table.model()->index(0, 0));
        test.tell(engine::PeersDetails{
            {peer(QStringLiteral("192.0.2.9"), 5, 0.1),
             peer(QStringLiteral("2001:db8::7"), 1, 1, PeerFlag::Interesting)}});
        QCOMPARE(table.model()->rowCount(), 2);
        QCOMPARE(table.currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("2001:db8::7"));
        QTest::keySequence(&table, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("[2001:db8::7]:6881"));
        photograph(test.panel, QStringLiteral("details-peers"));
    }

    void aBanIsRememberedAndCanBeTakenBack() {
        Panel test;
        test.fixture.settings.set(settings::kBannedPeers, QStringList{QStringLiteral("203.0.113.1")});
        test.openTab(QStringLiteral("Peers"));
        test.tell(engine::PeersDetails{
            {peer(QStringLiteral("192.0.2.7"), 1000, 0.5), peer(QStringLiteral("127.0.0.1"), 1, 0.5)}});
        QTreeView& table = test.table("peersTable");
        table.selectAll();
        table.findChild<QAction*>();
        test.panel.findChild<QAction*>(QStringLiteral("banPeersAction"))->trigger();
        const auto banned = [&test] { return test.fixture.settings.value(settings::kBannedPeers); };
        QCOMPARE(banned(), QStringList({QStringLiteral("203.0.113.1"), QStringLiteral("192.0.2.7")}));
        test.history.undoLast();
        QCOMPARE(banned(), QStringList{QStringLiteral("203.0.113.1")});
    }

    void aNetworkIsBannedAfterSayingWhomThatHits() {
        Panel test;
        test.fixture.settings.set(settings::kBannedPeers, QStringList{QStringLiteral("203.0.113.0/24")});
        test.openTab(QStringLiteral("Peers"));
        test.tell(engine::PeersDetails{
            {peer(QStringLiteral("192.0.2.7"), 3, 0.5), peer(QStringLiteral("192.0.2.200"), 2, 0.5),
             peer(QStringLiteral("198.51.100.1"), 1, 0.5)}});
        QTreeView& table = test.table("peersTable");
        table.setCurrentIndex(table.model()->index(0, 0));
        test.panel.findChild<QAction*>(QStringLiteral("banNetworkAction"))->trigger();
        auto* dialog = test.panel.findChild<QDialog*>(QStringLiteral("banNetworkDialog"));
        QVERIFY(dialog);
        auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("networkEdit"));
        auto* label = dialog->findChild<QLabel*>(QStringLiteral("hitLabel"));
        auto* button = dialog->findChild<QPushButton*>(QStringLiteral("banButton"));
        QCOMPARE(field->text(), QStringLiteral("192.0.2.0/24"));
        QVERIFY(label->text().startsWith(QStringLiteral("2 ")));
        photograph(*dialog, QStringLiteral("details-ban-network"));
        field->setText(QStringLiteral("192.0.2.0/33"));
        QVERIFY(!button->isEnabled() && label->text().contains(QStringLiteral("“192.0.2.0/33”")));
        field->setText(QStringLiteral("192.0.2.0-192.0.2.99 198.51.100.1"));
        QVERIFY(label->text().startsWith(QStringLiteral("2 ")));
        test.tell(engine::PeersDetails{{peer(QStringLiteral("192.0.2.7"), 3, 0.5)}});
        QVERIFY(label->text().startsWith(QStringLiteral("1 ")));
        button->click();
        const auto banned = [&test] { return test.fixture.settings.value(settings::kBannedPeers); };
        QCOMPARE(
            banned(), QStringList(
                          {QStringLiteral("203.0.113.0/24"), QStringLiteral("192.0.2.0-192.0.2.99"),
                           QStringLiteral("198.51.100.1")}));
        test.history.undoLast();
        QCOMPARE(banned(), QStringList{QStringLiteral("203.0.113.0/24")});
    }

    void whoIsInABannedNetworkIsNotListedAgain() {
        Panel test;
        test.fixture.settings.set(settings::kBannedPeers, QStringList{QStringLiteral("192.0.2.0/24")});
        test.openTab(QStringLiteral("Peers"));
        test.tell(engine::PeersDetails{{peer(QStringLiteral("192.0.2.7"), 3, 0.5)}});
        test.table("peersTable").selectAll();
        test.panel.findChild<QAction*>(QStringLiteral("banPeersAction"))->trigger();
        QCOMPARE(test.fixture.settings.value(settings::kBannedPeers), QStringList{QStringLiteral("192.0.2.0/24")});
    }

    void aNetworkIsThatOfTheNeighbours() {
        QCOMPARE(networkOf(QStringLiteral("192.0.2.7")), QStringLiteral("192.0.2.0/24"));
        QCOMPARE(networkOf(QStringLiteral("2001:db8:1:2:3::4")), QStringLiteral("2001:db8:1:2::/64"));
        QCOMPARE(networkOf(QStringLiteral("127.0.0.1")), QString());
        QCOMPARE(networkOf(QStringLiteral("i2p")), QString());
    }

    void peersAreMergedInOrder() {
        PeersModel model;
        const QAbstractItemModelTester tester(&model, kStrict);
        model.setPeers({peer(QStringLiteral("10.0.0.1"), 1, 0), peer(QStringLiteral("10.0.0.2"), 1, 0)});
        model.setPeers({peer(QStringLiteral("10.0.0.2"), 9, 0), peer(QStringLiteral("10.0.0.3"), 1, 0)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.peer(0).downloadRate, qint64(9));
        model.setPeers({});
        QCOMPARE(model.rowCount(), 0);
    }

    void everyFlagHasWords() {
        for (quint32 bit = 1; bit <= quint32(PeerFlag::WebSeed); bit *= 2) {
            const auto flag = PeerFlag(bit);
            if (flag != PeerFlag::ChokesUs && flag != PeerFlag::ChokedByUs) // say something about another only
                QVERIFY2(!peerFlagWords(flag).isEmpty(), qPrintable(QString::number(bit)));
        }
        const engine::PeerFlags waits = PeerFlag::Interesting | PeerFlag::ChokesUs;
        QCOMPARE(peerFlagLetters(waits | PeerFlag::Incoming), QStringLiteral("d I"));
    }

    void whatIsNoPeerIsToldOf() {
        Panel test;
        test.openTab(QStringLiteral("Peers"));
        test.panel.findChild<QPushButton*>(QStringLiteral("addPeersButton"))->click();
        auto* dialog = test.panel.findChild<QDialog*>(QStringLiteral("addPeersDialog"));
        QVERIFY(dialog);
        auto* field = dialog->findChild<QPlainTextEdit*>(QStringLiteral("linesEdit"));
        auto* message = dialog->findChild<QLabel*>(QStringLiteral("linesMessage"));
        for (const char* wrong : {"what", "192.0.2.7", "192.0.2.7:0", "300.0.2.7:80", "example.org:70000", "a b:80"}) {
            field->setPlainText(QStringLiteral("192.0.2.7:6881\n\n %1 \n").arg(QLatin1String(wrong)));
            dialog->accept();
            QVERIFY2(dialog->isVisible(), wrong);
            QCOMPARE(message->text(), QStringLiteral("“%1” is not an address and a port.").arg(QLatin1String(wrong)));
        }
        photograph(*dialog, QStringLiteral("details-add-peers"));
        field->setPlainText(QStringLiteral("192.0.2.7:6881\n[2001:db8::7]:6881\nseed.example.org:6881\n"));
        dialog->accept();
        QVERIFY(!dialog->isVisible());
    }

    void theKeyboardLeavesTheFieldForPeers() {
        Panel test;
        test.openTab(QStringLiteral("Peers"));
        test.panel.findChild<QPushButton*>(QStringLiteral("addPeersButton"))->click();
        auto* dialog = test.panel.findChild<QDialog*>(QStringLiteral("addPeersDialog"));
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto* field = dialog->findChild<QPlainTextEdit*>(QStringLiteral("linesEdit"));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Tab);
        QVERIFY(field->toPlainText().isEmpty() && !field->hasFocus());
    }

    void whatIsNoHttpSourceIsToldOf() {
        Panel test;
        test.openTab(QStringLiteral("HTTP sources"));
        test.panel.findChild<QPushButton*>(QStringLiteral("addWebSeedsButton"))->click();
        auto* dialog = test.panel.findChild<QDialog*>(QStringLiteral("addWebSeedsDialog"));
        auto* field = dialog->findChild<QPlainTextEdit*>(QStringLiteral("linesEdit"));
        field->setPlainText(QStringLiteral("example.org/files"));
        dialog->accept();
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("linesMessage"))->text().contains(u"example.org/files"));
        field->setPlainText(QStringLiteral("https://example.org/files/"));
        dialog->accept();
        QCOMPARE(test.history.text(), QStringLiteral("HTTP sources of “Field recordings” added"));
    }

    void piecesAreCountedAndDrawn() {
        Panel test;
        test.openTab(QStringLiteral("Pieces"));
        test.tell(pieces());
        const auto* words = test.panel.findChild<QLabel*>(QStringLiteral("piecesLabel"));
        QVERIFY(words->text().contains(QStringLiteral("of 2,480 pieces present")));
        QVERIFY(words->text().contains(QStringLiteral("that no connected peer has")));
        const auto* grid = test.panel.findChild<PiecesGrid*>();
        QCOMPARE(grid->pieceAt({0, 0}), -1);
        QCOMPARE(grid->pieceAt({12, 3}), 0);
        QVERIFY(grid->wordsFor(1001).contains(QStringLiteral("13 of 64 blocks present, 5 asked for")));
        photograph(test.panel, QStringLiteral("details-pieces"));
    }

    void aMillionPiecesAreNoMoreThanAScreenful() {
        PiecesGrid grid;
        engine::PiecesDetails details;
        details.states.fill(char(engine::PiecesDetails::Whole), 1'000'000);
        grid.resize(800, 200);
        grid.setPieces(details);
        QVERIFY(!grid.grab(QRect(0, 100'000, 800, 200)).isNull());
    }

    void filesAreShownAndTheirPrioritiesUndone() {
        Panel test;
        test.openTab(QStringLiteral("Content"));
        test.tell(content());
        QTreeView& tree = test.table("contentTree");
        tree.expandAll();
        photograph(test.panel, QStringLiteral("details-content"));
        auto* model = test.panel.findChild<ContentTab*>()->findChild<QTreeView*>()->model();
        model->setData(model->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(test.history.text(), QStringLiteral("File priorities of “Field recordings” changed"));
    }

    void theFilesThatFitAreShownAndTheFoldersStayOpen() {
        Panel test;
        test.openTab(QStringLiteral("Content"));
        engine::ContentDetails details = content();
        test.tell(details);
        QTreeView& tree = test.table("contentTree");
        const auto album = [&tree] { return tree.model()->index(0, 0); };
        const auto disc = [&] { return tree.model()->index(0, 0, album()); };
        QVERIFY(tree.isExpanded(album()) && !tree.isExpanded(disc()));
        auto* pattern = test.panel.findChild<QLineEdit*>(QStringLiteral("patternEdit"));
        pattern->setText(QStringLiteral("01.flac"));
        QTRY_COMPARE(tree.model()->rowCount(album()), 2); // the discs, without the cover
        QVERIFY(tree.isExpanded(disc()));
        QCOMPARE(tree.model()->rowCount(disc()), 1);
        QCOMPARE(
            test.panel.findChild<QLabel*>(QStringLiteral("matchLabel"))->text(), QStringLiteral("2 file(s), 64.0 MB"));
        photograph(test.panel, QStringLiteral("details-content-filtered"));
        pattern->clear();
        QTRY_COMPARE(tree.model()->rowCount(album()), 3);
        QVERIFY(tree.isExpanded(album()) && !tree.isExpanded(disc()));

        tree.expand(disc());
        auto files = std::make_shared<QList<engine::ContentFile>>(*details.files);
        (*files)[3].path = QStringLiteral("album/front.jpg"); // renamed
        details.files = files;
        test.tell(details);
        QVERIFY(tree.isExpanded(album()) && tree.isExpanded(disc()));

        pattern->setText(QStringLiteral("front"));
        const auto other = makeTorrent(2, QStringLiteral("Other"), TorrentState::Seeding, 1000, 1);
        test.panel.showTorrent(other, 1);
        QVERIFY(pattern->text().isEmpty());
    }

    void aRenamedFileIsToldOfOnceItIsRenamed() {
        Panel test;
        test.openTab(QStringLiteral("Content"));
        engine::ContentDetails details = content();
        test.tell(details);
        QTreeView& tree = test.table("contentTree");
        const auto rename = [&tree](const QString& name) {
            const QModelIndex album = tree.model()->index(0, 0);
            const QModelIndex cover = tree.model()->index(2, 0, album);
            QVERIFY(cover.data().toString().endsWith(QLatin1String(".jpg")));
            tree.model()->setData(cover, name, Qt::EditRole);
        };
        const QAction& undo = *test.history.action;
        rename(QStringLiteral("taken.jpg"));
        Q_EMIT test.fixture.session.problem({ErrorKind::AlreadyExists, Operation::RenameFile, "album/taken.jpg", {}});
        test.tell(details);
        QVERIFY(!undo.isEnabled());
        rename(QStringLiteral("front.jpg"));
        test.tell(details); // not yet
        QVERIFY(!undo.isEnabled());
        auto files = std::make_shared<QList<engine::ContentFile>>(*details.files);
        (*files)[3].path = QStringLiteral("album/front.jpg");
        details.files = files;
        test.tell(details);
        QVERIFY(undo.isEnabled());

        rename(QStringLiteral("../front.jpg"));
        QVERIFY(test.panel.findChild<QMessageBox*>(QStringLiteral("nameRefusedBox")));
    }

    void aNameThatIsBeingTypedStaysWhileTheTorrentDownloads() {
        Panel test;
        test.openTab(QStringLiteral("Content"));
        engine::ContentDetails details = content();
        test.tell(details);
        QTreeView& tree = test.table("contentTree");
        const QModelIndex cover = tree.model()->index(2, 0, tree.model()->index(0, 0));
        tree.setCurrentIndex(cover);
        tree.edit(cover);
        auto* editor = tree.findChild<QLineEdit*>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("cover.jpg"));
        editor->setText(QStringLiteral("fro"));
        editor->setCursorPosition(1);
        details.done[1] += 1'000'000;
        test.tell(details);
        QCOMPARE(tree.findChild<QLineEdit*>(), editor);
        QCOMPARE(editor->text(), QStringLiteral("fro"));
        QCOMPARE(editor->cursorPosition(), 1);
    }

    void whatIsSelectedStaysSelectedWhenAFolderIsRenamed() {
        Panel test;
        test.openTab(QStringLiteral("Content"));
        engine::ContentDetails details = content();
        test.tell(details);
        QTreeView& tree = test.table("contentTree");
        tree.expandAll();
        const auto disc = [&tree] { return tree.model()->index(0, 0, tree.model()->index(0, 0)); };
        const auto names = [&tree] {
            QStringList found;
            for (const QModelIndex& row : tree.selectionModel()->selectedRows())
                found.append(row.data().toString());
            found.sort();
            return found;
        };
        tree.selectionModel()->select(
            tree.model()->index(1, 0, disc()), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        tree.selectionModel()->setCurrentIndex(disc(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(names(), QStringList({QStringLiteral("02.flac"), QStringLiteral("disc 2")}));
        auto files = std::make_shared<QList<engine::ContentFile>>(*details.files);
        (*files)[0].path = QStringLiteral("album/second/01.flac");
        (*files)[1].path = QStringLiteral("album/second/02.flac");
        details.files = files;
        test.tell(details);
        QCOMPARE(names(), QStringList({QStringLiteral("02.flac"), QStringLiteral("second")}));
        QCOMPARE(tree.currentIndex().data().toString(), QStringLiteral("second"));
    }

    void aVerdictOnATorrentThatMovedWaitsAMoment() {
        Panel test;
        test.torrent.state = TorrentState::Downloading;
        test.panel.showTorrent(test.torrent, 1);
        test.tell(std::monostate());
        const auto* sentence = test.panel.findChild<QLabel*>(QStringLiteral("verdictLabel"));
        QVERIFY(!sentence->isVisible());
        test.torrent.state = TorrentState::Stalled;
        test.facts.trackers = test.facts.trackersFailing = 1;
        test.facts.failingHost = QStringLiteral("tracker.example");
        test.panel.showTorrent(test.torrent, 1);
        test.tell(std::monostate());
        QVERIFY(!sentence->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(sentence->isVisible(), 30'000);
    }

    void saysWhyAndOffersHelp() {
        Panel test;
        test.facts.trackers = test.facts.trackersFailing = 2;
        test.facts.failingHost = QStringLiteral("tracker.example");
        test.facts.failure = QStringLiteral("no route to host");
        test.tell(std::monostate());
        const auto* sentence = test.panel.findChild<QLabel*>(QStringLiteral("verdictLabel"));
        QVERIFY(sentence->isVisible());
        QCOMPARE(
            sentence->text(), QStringLiteral("None of its 2 trackers helps; tracker.example says: no route to host."));
        QVERIFY(test.panel.findChild<QPushButton*>(QStringLiteral("verdictButton"))->isVisible());
        photograph(test.panel, QStringLiteral("details-verdict"));
        test.torrent.state = TorrentState::Downloading;
        test.panel.showTorrent(test.torrent, 1);
        QVERIFY(!sentence->isVisible());
    }

    void nothingOfAnotherTorrentStays() {
        Panel test;
        for (const char* title : {"Trackers", "Peers", "Content", "Pieces", "HTTP sources"}) {
            test.openTab(QString::fromLatin1(title));
            test.tell(trackers());
            test.tell(engine::PeersDetails{{peer(QStringLiteral("192.0.2.7"), 1000, 0.5)}});
            test.tell(content());
            test.tell(pieces());
            test.tell(engine::WebSeedsDetails{{{QStringLiteral("https://example.org/"), true, 5, 5}}});
        }
        const auto other = makeTorrent(2, QStringLiteral("Other"), TorrentState::Seeding, 1000, 1);
        test.panel.showTorrent(other, 1);
        for (const char* title : {"Trackers", "Peers", "Content", "Pieces", "HTTP sources"})
            test.openTab(QString::fromLatin1(title));
        for (const char* table : {"trackersTable", "peersTable", "contentTree", "webSeedsTable"})
            QCOMPARE(test.table(table).model()->rowCount(), 0);
        test.tell(trackers()); // late: of the torrent that was selected before
        test.openTab(QStringLiteral("Trackers"));
        QCOMPARE(test.table("trackersTable").model()->rowCount(), 0);
    }

    void remembersTheTabAndTheColumns() {
        WindowFixture fixture;
        QWidget window;
        UndoHistory history(window);
        const auto torrent = makeTorrent(1, QStringLiteral("a"), TorrentState::Seeding, 1000, 1);
        {
            DetailsPanel panel(fixture.services(), history);
            panel.show();
            panel.showTorrent(torrent, 1);
            panel.showTab(2);
            panel.findChild<QTreeView*>(QStringLiteral("peersTable"))->setColumnWidth(2, 321);
        }
        DetailsPanel panel(fixture.services(), history);
        panel.show();
        panel.showTorrent(torrent, 1);
        QCOMPARE(panel.findChild<QTabBar*>(QStringLiteral("detailsTabs"))->currentIndex(), 2);
        QCOMPARE(panel.findChild<QTreeView*>(QStringLiteral("peersTable"))->columnWidth(2), 321);
    }

    void thePeersNeedNoScrollingToTheSideUntilTheColumnsAreChanged() {
        Panel test;
        test.panel.resize(1071, 300); // of a window of 1280
        test.openTab(QStringLiteral("Peers"));
        QTreeView& table = test.table("peersTable");
        QTRY_COMPARE_WITH_TIMEOUT(table.header()->length(), table.viewport()->width(), 30'000);
        const int file = table.header()->count() - 2;
        const int before = table.columnWidth(file);
        test.panel.resize(1081, 300);
        QTRY_COMPARE_WITH_TIMEOUT(table.columnWidth(file), before + 10, 30'000);
        table.setColumnWidth(0, 300);
        const int wide = table.viewport()->width();
        test.panel.resize(1071, 300);
        QTRY_COMPARE_WITH_TIMEOUT(table.viewport()->width(), wide - 10, 30'000);
        QCOMPARE(table.columnWidth(file), before + 10);
    }

    void columnsAreRememberedByTheirNames() {
        WindowFixture fixture;
        const auto layout = [&fixture] {
            QMap<QString, QByteArray> tables;
            const QByteArray bytes = fixture.settings.value(settings::kDetailsColumns);
            QDataStream stream(bytes);
            stream >> tables;
            return ColumnLayout::fromBytes(tables.value(QStringLiteral("table")));
        };
        QStandardItemModel old(1, 2);
        {
            DetailsTable table(QStringLiteral("table"), {}, fixture.settings, nullptr);
            table.present(old, {{"name", 100}, {"size", 80}});
            table.header()->resizeSection(1, 222);
            table.header()->moveSection(1, 0);
        }
        QCOMPARE(layout().columns.first().id, QStringLiteral("size"));
        QStandardItemModel now(1, 3); // a version with a column more, before the others
        DetailsTable table(QStringLiteral("table"), {}, fixture.settings, nullptr);
        table.present(now, {{"flag", 60}, {"name", 100}, {"size", 80}});
        QCOMPARE(table.columnWidth(2), 222);
        QCOMPARE(table.header()->visualIndex(2), 0);
        QCOMPARE(table.columnWidth(1), 100);
        QCOMPARE(table.columnWidth(0), 60);
    }

    void whatAnEarlierVersionRememberedIsPassedOver() {
        WindowFixture fixture;
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream << QMap<QString, QByteArray>{{QStringLiteral("table"), QByteArray("\0\0\0\xff binary", 11)}};
        fixture.settings.set(settings::kDetailsColumns, bytes);
        QStandardItemModel model(1, 2);
        DetailsTable table(QStringLiteral("table"), {}, fixture.settings, nullptr);
        table.present(model, {{"name", 100}, {"size", 0}});
        QCOMPARE(table.columnWidth(0), 100);
        QVERIFY(table.isColumnHidden(1));
    }

    void speedsAreDrawn() {
        Panel test;
        test.openTab(QStringLiteral("Speed"));
        test.torrent.downloadRate = 2'400'000;
        test.panel.showTorrent(test.torrent, 1);
        photograph(test.panel, QStringLiteral("details-speed"));
        QVERIFY(test.panel.findChild<QWidget*>(QStringLiteral("speedGraph"))->isVisible());
        test.panel.showTorrent(std::nullopt, 2); // those of all together
        QVERIFY(test.panel.findChild<QWidget*>(QStringLiteral("speedGraph"))->isVisible());
        test.openTab(QStringLiteral("General"));
        QVERIFY(!test.panel.findChild<QWidget*>(QStringLiteral("speedGraph"))->isVisible());
    }
};

QTEST_MAIN(DetailsPanelTest)
#include "details_panel_test.moc"
