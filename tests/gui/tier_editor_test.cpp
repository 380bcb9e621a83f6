// Trackers in tiers: typing, pasting, moving and removing them in the editor.
#include "gui/create_torrent/tier_editor.h"
#include "gui/create_torrent/tier_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace essaim;
using Tiers = QList<QStringList>;

namespace {

const auto kA = QStringLiteral("http://a.example/announce");
const auto kB = QStringLiteral("udp://b.example:6969/announce");
const auto kC = QStringLiteral("https://c.example/announce");

} // namespace

class TierEditorTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<gui::TierEditor> m_editor;

    QTreeView& tree() { return *m_editor->findChild<QTreeView*>(QStringLiteral("tierTree")); }
    void select(int tier, int tracker) {
        tree().setCurrentIndex(tree().model()->index(tracker, 0, tree().model()->index(tier, 0)));
    }
    void click(const char* button) {
        QTest::mouseClick(m_editor->findChild<QPushButton*>(QString::fromLatin1(button)), Qt::LeftButton);
    }
    /// Into the editor of the row that is being edited.
    void type(const QString& text) {
        auto* line = tree().viewport()->findChild<QLineEdit*>();
        QVERIFY(line != nullptr);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(tree().viewport()->findChild<QLineEdit*>() == nullptr); // taken over at the next turn
    }

private Q_SLOTS:
    void init() {
        m_editor = std::make_unique<gui::TierEditor>();
        new QAbstractItemModelTester(tree().model(), QAbstractItemModelTester::FailureReportingMode::QtTest, this);
        m_editor->resize(420, 240);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    }
    void cleanup() { m_editor.reset(); }

    void a_typed_tracker_is_added_to_the_selected_tier() {
        click("addTrackerButton");
        type(kA);
        QCOMPARE(m_editor->tiers(), Tiers({{kA}}));
        click("addTierButton");
        type(kB);
        QCOMPARE(m_editor->tiers(), Tiers({{kA}, {kB}}));
        select(0, 0);
        click("addTrackerButton");
        type(kC);
        QCOMPARE(m_editor->tiers(), Tiers({{kA, kC}, {kB}}));
    }

    void a_row_that_is_left_empty_goes_away() {
        click("addTrackerButton");
        QCOMPARE(tree().model()->rowCount(), 1);
        QTest::keyClick(tree().viewport()->findChild<QLineEdit*>(), Qt::Key_Escape);
        QTRY_COMPARE(tree().model()->rowCount(), 0);
    }

    void several_addresses_typed_at_once_become_several_rows() {
        click("addTrackerButton");
        type(kA + u' ' + kB);
        QCOMPARE(m_editor->tiers(), Tiers({{kA, kB}}));
    }

    void a_pasted_list_keeps_its_tiers() {
        QApplication::clipboard()->setText(kA + u'\n' + kB + QStringLiteral("\n\n") + kC);
        QTest::keyClick(&tree(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_editor->tiers(), Tiers({{kA, kB}, {kC}}));
    }

    void alt_and_the_arrows_move_a_tracker_through_the_tiers() {
        m_editor->setTiers({{kA, kB}, {kC}});
        select(0, 0);
        QTest::keyClick(&tree(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_editor->tiers(), Tiers({{kB, kA}, {kC}}));
        QTest::keyClick(&tree(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_editor->tiers(), Tiers({{kB}, {kA, kC}}));
        QTest::keyClick(&tree(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&tree(), Qt::Key_Down, Qt::AltModifier); // beyond the last: a tier of its own
        QCOMPARE(m_editor->tiers(), Tiers({{kB}, {kC}, {kA}}));
        QTest::keyClick(&tree(), Qt::Key_Down, Qt::AltModifier); // there is nothing further
        QCOMPARE(m_editor->tiers(), Tiers({{kB}, {kC}, {kA}}));
        QTest::keyClick(&tree(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_editor->tiers(), Tiers({{kB}, {kC, kA}}));
    }

    void a_dropped_tracker_moves_into_the_tier_or_between_tiers() {
        m_editor->setTiers({{kA, kB}, {kC}});
        QAbstractItemModel& model = *tree().model();
        const auto drop = [&](int tier, int tracker, const QModelIndex& on, int row) {
            const std::unique_ptr<QMimeData> data(model.mimeData({model.index(tracker, 0, model.index(tier, 0))}));
            // The view is told no, so that it does not remove the row that stands where the old one stood.
            QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, row, 0, on));
        };
        drop(0, 0, model.index(1, 0), -1);
        QCOMPARE(m_editor->tiers(), Tiers({{kB}, {kC, kA}}));
        drop(1, 1, model.index(1, 0), 0);
        QCOMPARE(m_editor->tiers(), Tiers({{kB}, {kA, kC}}));
        drop(1, 1, {}, 0);
        QCOMPARE(m_editor->tiers(), Tiers({{kC}, {kB}, {kA}}));
    }

    void removing_the_last_tracker_of_a_tier_removes_the_tier() {
        m_editor->setTiers({{kA}, {kB, kC}});
        select(0, 0);
        QTest::keyClick(&tree(), Qt::Key_Delete);
        QCOMPARE(m_editor->tiers(), Tiers({{kB, kC}}));
        tree().setCurrentIndex(tree().model()->index(0, 0)); // the whole tier
        click("removeTrackerButton");
        QCOMPARE(m_editor->tiers(), Tiers());
    }

    void an_address_that_is_none_is_marked() {
        QSignalSpy changed(m_editor.get(), &gui::TierEditor::changed);
        m_editor->setTiers({{QStringLiteral("ftp://a.example/announce")}});
        QCOMPARE(changed.size(), 1);
        QVERIFY(!m_editor->isValid());
        QVERIFY(m_editor->findChild<QLabel*>(QStringLiteral("urlProblem"))->isVisible());
        m_editor->setTiers({{kA}});
        QVERIFY(m_editor->isValid());
        QVERIFY(!m_editor->findChild<QLabel*>(QStringLiteral("urlProblem"))->isVisible());
    }
};

QTEST_MAIN(TierEditorTest)
#include "tier_editor_test.moc"
