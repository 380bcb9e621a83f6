// The columns of the list as users arrange them.
#include "gui/transfers/transfer_view.h"

#include "window_fixture.h"

#include "gui/transfers/column_layout.h"
#include "gui/transfers/transfer_columns.h"
#include "settings/schema.h"

#include <QHeaderView>
#include <QMenu>
#include <QTest>

using namespace essaim;

class TransferViewTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    gui::TransferModel m_model;
    gui::TransferFilter m_filter{m_model};

    std::unique_ptr<gui::TransferView> makeView() {
        auto view = std::make_unique<gui::TransferView>(m_model, m_filter, *m_settings);
        view->resize(1400, 400);
        view->show();
        return view;
    }
    static int column(const char* id) { return gui::transferColumn(QString::fromLatin1(id)); }

private Q_SLOTS:
    void init() {
        m_settings = std::make_unique<settings::SettingsStore>(
            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
    }

    void aNewUserSeesTheDefaultColumns() {
        const auto view = makeView();
        QStringList shown;
        for (int i = 0; i < view->header()->count(); ++i) {
            if (!view->header()->isSectionHidden(i))
                shown.append(QString::fromLatin1(gui::transferColumns()[std::size_t(i)].id));
        }
        QCOMPARE(
            shown.join(QLatin1Char(' ')), QStringLiteral("name size progress status seeds peers down up eta ratio"));
    }

    void titlesAreShownWhole() {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSize(24);
        QApplication::setFont(large);
        const auto view = makeView();
        QApplication::setFont(before);
        for (int i = 0; i < view->header()->count(); ++i) {
            const QString title = view->model()->headerData(i, Qt::Horizontal).toString();
            if (!view->header()->isSectionHidden(i))
                QVERIFY2(
                    view->header()->sectionSize(i) >= QFontMetrics(large).horizontalAdvance(title), qPrintable(title));
        }
    }

    void theNameTakesTheRoomThatIsLeft() {
        const auto view = makeView();
        QCOMPARE(view->header()->length(), view->viewport()->width());
        view->resize(1600, 400);
        QTRY_COMPARE(view->header()->length(), view->viewport()->width());
    }

    void anArrangementIsThereAgainInTheNextWindow() {
        {
            const auto view = makeView();
            view->setColumnVisible(column("added"), true);
            view->setColumnVisible(column("ratio"), false);
            view->header()->moveSection(view->header()->visualIndex(column("status")), 0);
            view->header()->resizeSection(column("size"), 123);
            view->sortByColumn(column("down"), Qt::DescendingOrder);
        }
        const auto view = makeView();
        QVERIFY(!view->header()->isSectionHidden(column("added")));
        QVERIFY(view->header()->isSectionHidden(column("ratio")));
        QCOMPARE(view->header()->visualIndex(column("status")), 0);
        QCOMPARE(view->header()->sectionSize(column("size")), 123);
        QCOMPARE(view->header()->sortIndicatorSection(), column("down"));
        QCOMPARE(view->header()->sortIndicatorOrder(), Qt::DescendingOrder);
        view->resetColumns();
        QVERIFY(view->header()->isSectionHidden(column("added")));
        QCOMPARE(view->header()->visualIndex(column("name")), 0);
    }

    void theLastColumnStays() {
        const auto view = makeView();
        for (int i = 0; i < view->header()->count(); ++i)
            view->setColumnVisible(i, false);
        QCOMPARE(view->header()->count() - view->header()->hiddenSectionCount(), 1);
    }

    void theMenuNamesEveryColumnAndTogglesIt() {
        const auto view = makeView();
        QMenu menu;
        view->fillColumnMenu(menu);
        QCOMPARE(menu.actions().size(), view->header()->count() + 3); // a line and Reset
        QVERIFY(menu.actions().at(column("name"))->isChecked());
        menu.actions().at(column("tracker"))->trigger();
        QVERIFY(!view->header()->isSectionHidden(column("tracker")));
    }

    void columnsCanBeAsWideAsWhatTheyShow() {
        auto torrent =
            test::makeTorrent(1, QStringLiteral("a name that needs a good deal of room, more than the others"));
        torrent.currentTracker = QStringLiteral("t.example");
        m_model.merge({torrent});
        const auto view = makeView();
        view->setColumnVisible(column("tracker"), true);
        const int before = view->columnWidth(column("tracker"));
        view->fitColumns();
        QVERIFY(view->columnWidth(column("tracker")) < before);
        QVERIFY(view->columnWidth(column("name")) > view->fontMetrics().horizontalAdvance(torrent.name));
        QCOMPARE(makeView()->columnWidth(column("tracker")), view->columnWidth(column("tracker"))); // remembered
        m_model.remove({torrent.id});
    }

    void anUnreadableArrangementGivesTheDefaults() {
        m_settings->set(settings::kTransferColumns, QByteArray("{\"columns\": [{\"id\": 7}], \"sort\": []"));
        const auto view = makeView();
        QVERIFY(!view->header()->isSectionHidden(column("name")));
        QVERIFY(view->header()->isSectionHidden(column("added")));
    }

    void anArrangementSurvivesItsWayToTheFile() {
        gui::ColumnLayout layout;
        layout.columns = {{QStringLiteral("name"), 300, true}, {QStringLiteral("added"), 130, false}};
        layout.sortColumn = QStringLiteral("added");
        layout.descending = true;
        layout.fitsName = false;
        QCOMPARE(gui::ColumnLayout::fromBytes(layout.toBytes()), layout);
    }
};

QTEST_MAIN(TransferViewTest)
#include "transfer_view_test.moc"
