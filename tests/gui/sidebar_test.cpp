// Sorting out torrents by category, tag, tracker and drive.
#include "gui/transfers/label_section.h"
#include "gui/transfers/status_sidebar.h"
#include "gui/transfers/transfer_filter.h"
#include "gui/window_fixture.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QToolButton>

using namespace essaim;
using namespace essaim::gui;
using engine::TorrentState;
using test::makeTorrent;

namespace {

engine::TorrentSnapshot labelled(int n, const char* category, const QStringList& tags, const char* tracker = "") {
    engine::TorrentSnapshot torrent = makeTorrent(n, QStringLiteral("torrent %1").arg(n));
    torrent.category = QString::fromUtf8(category);
    torrent.tags = tags;
    torrent.trackerHosts = QString::fromUtf8(tracker).split(u' ', Qt::SkipEmptyParts);
    return torrent;
}

QStringList rowsOf(const QListWidget& list) {
    QStringList rows;
    for (int row = 0; row < list.count(); ++row)
        rows.append(QStringLiteral("%1 %2").arg(list.item(row)->text(), list.item(row)->data(Qt::UserRole).toString()));
    return rows;
}

struct Sidebar {
    Sidebar() {
        model.merge(
            {labelled(1, "films", {QStringLiteral("old")}, "a.example"),
             labelled(2, "films/short", {}, "b.example a.example"),
             labelled(3, "music 10", {QStringLiteral("old"), QStringLiteral("loud")}, "a.example"),
             labelled(4, "music 2", {}), labelled(5, "", {})});
        QObject::connect(
            &sidebar, &StatusSidebar::labelsChanged, [this](const LabelFilter& labels) { filter.setLabels(labels); });
        sidebar.show();
    }
    [[nodiscard]] QListWidget& list(const char* name) {
        return *sidebar.findChild<QListWidget*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString shown() const {
        QStringList names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names.append(filter.index(row, 0).data().toString().mid(8));
        names.sort();
        return names.join(QString());
    }
    void click(const char* name, int row) {
        QListWidget& where = list(name);
        QTest::mouseClick(where.viewport(), Qt::LeftButton, {}, where.visualItemRect(where.item(row)).center());
    }

    TransferModel model;
    TransferFilter filter{model};
    test::WindowFixture fixture;
    StatusSidebar sidebar{model, fixture.settings};
};

} // namespace

class SidebarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesLabelsWithTheirNumbers() {
        Sidebar test;
        QCOMPARE(
            rowsOf(test.list("categoryList")),
            QStringList({"films 2", "short 1", "music 2 1", "music 10 1", "Without category 1"}));
        QCOMPARE(rowsOf(test.list("tagList")), QStringList({"loud 1", "old 2", "Without tag 3"}));
        QCOMPARE(rowsOf(test.list("trackerList")), QStringList({"a.example 3", "b.example 1", "Without tracker 2"}));
        QVERIFY(test.list("driveList").parentWidget()->isHidden());
        test::photograph(test.sidebar, QStringLiteral("sidebar"));
    }

    void aChoiceIsGivenUpByChoosingItAgain() {
        Sidebar test;
        test.click("categoryList", 0);
        QCOMPARE(test.shown(), QStringLiteral("12")); // what is below it too
        test.click("tagList", 1);
        QCOMPARE(test.shown(), QStringLiteral("1"));
        test.click("categoryList", 0);
        QCOMPARE(test.shown(), QStringLiteral("13"));
        QTest::keyClick(&test.list("tagList"), Qt::Key_Escape);
        QCOMPARE(test.shown(), QStringLiteral("12345"));
        test.click("categoryList", 4);
        QCOMPARE(test.shown(), QStringLiteral("5"));
        test.click("categoryList", 4);
        test.click("trackerList", 0);
        QCOMPARE(test.shown(), QStringLiteral("123"));
        test.click("trackerList", 2);
        QCOMPARE(test.shown(), QStringLiteral("45"));
    }

    void allGivesUpEveryChoice() {
        Sidebar test;
        test.click("categoryList", 0);
        test.click("tagList", 1);
        QCOMPARE(test.shown(), QStringLiteral("1"));
        test.click("statusList", 0);
        QCOMPARE(test.shown(), QStringLiteral("12345"));
        QVERIFY(test.list("categoryList").selectedItems().isEmpty());
    }

    void aChoiceStaysWhileNumbersChangeAndGoesWithItsLabel() {
        Sidebar test;
        test.click("tagList", 0);
        QCOMPARE(test.shown(), QStringLiteral("3"));
        test.model.merge({labelled(4, "music 2", {QStringLiteral("loud")})});
        QCOMPARE(test.shown(), QStringLiteral("34"));
        QVERIFY(test.list("tagList").item(0)->isSelected());
        test.model.merge({labelled(3, "", {}), labelled(4, "", {})});
        QCOMPARE(test.shown(), QStringLiteral("12345"));
    }

    void figuresThatAreNoLabelsLeaveTheSidebarAlone() {
        Sidebar test;
        const QSignalSpy changes(&test.model, &TransferModel::labelsChanged);
        auto faster = labelled(5, "", {});
        faster.downloadRate = 1000;
        test.model.merge({faster});
        QCOMPARE(changes.count(), 0);
        test.model.remove({faster.id});
        QCOMPARE(changes.count(), 1);
        QCOMPARE(rowsOf(test.list("categoryList")).size(), 4);
    }

    void drivesAreTheMountPointsThatHoldTorrents() {
        Sidebar test;
        auto away = labelled(6, "", {});
        away.savePath = QStringLiteral("/media/lea/Backup/films");
        auto other = labelled(7, "", {});
        other.savePath = QStringLiteral("/media/lea/Backup 2");
        test.model.merge({away, other});
        test.model.setDrives({QStringLiteral("/media/lea/Backup"), QStringLiteral("/media/lea/Backup 2")});
        QCOMPARE(rowsOf(test.list("driveList")), QStringList({"Backup 1", "Backup 2 1"}));
        test.click("driveList", 0);
        QCOMPARE(test.shown(), QStringLiteral("6"));
    }

    void statusesAcrossTheGroupsAreShownOnRequestAndRemembered() {
        Sidebar test;
        QListWidget& statuses = test.list("statusList");
        QVERIFY(statuses.isRowHidden(int(StatusFilter::Stalled)));
        auto* more = test.sidebar.findChild<QToolButton*>(QStringLiteral("moreStatusesButton"));
        more->click();
        QVERIFY(!statuses.isRowHidden(int(StatusFilter::Stalled)));
        QVERIFY(StatusSidebar(test.model, test.fixture.settings).findChild<QToolButton*>()->isChecked());

        auto stalled = labelled(1, "films", {});
        stalled.state = TorrentState::Stalled;
        auto active = labelled(2, "films/short", {});
        active.uploadRate = 1;
        test.model.merge({stalled, active});
        QCOMPARE(test.model.count(StatusFilter::Stalled), 1);
        QCOMPARE(test.model.count(StatusFilter::Active), 1);
        QCOMPARE(test.model.count(StatusFilter::Inactive), 4);
        QCOMPARE(test.model.count(StatusFilter::Downloading), 5); // as ever
        QObject::connect(&test.sidebar, &StatusSidebar::filterChanged, [&test](StatusFilter filter) {
            test.filter.setStatus(filter);
        });
        test.sidebar.setCurrent(StatusFilter::Active);
        QCOMPARE(test.shown(), QStringLiteral("2"));
        more->click(); // what is chosen can be seen
        QCOMPARE(test.shown(), QStringLiteral("12345"));
    }
};

QTEST_MAIN(SidebarTest)
#include "sidebar_test.moc"
