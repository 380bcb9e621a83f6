// What happened on the tracker, as rows and as a text.
#include "gui/tracker/activity_model.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace essaim;
using gui::ActivityModel;
using tracker::Activity;
using tracker::ActivityEntry;

namespace {

constexpr std::int64_t kAt = 1'800'000'000;

std::vector<ActivityEntry> twoEntries() {
    return {{kAt + 1, Activity::FriendCompleted, "Anna", "Été"}, {kAt, Activity::TorrentHosted, "Été", ""}};
}

} // namespace

class ActivityModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_kind_has_its_words();
    void new_entries_come_before_the_others();
    void another_list_takes_the_place_of_the_first();
    void the_text_has_a_line_for_each();
};

void ActivityModelTest::every_kind_has_its_words() {
    QSet<QString> sentences;
    for (int kind = 0; kind < tracker::kActivityKinds; ++kind) {
        const QString sentence = ActivityModel::sentence({kAt, static_cast<Activity>(kind), "a subject", "a detail"});
        QVERIFY2(!sentence.isEmpty(), qPrintable(QString::number(kind)));
        QVERIFY(!sentence.contains(QLatin1Char('%')));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), tracker::kActivityKinds);
}

void ActivityModelTest::new_entries_come_before_the_others() {
    ActivityModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto entries = twoEntries();
    model.setEntries(entries);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex oldest = model.index(1, ActivityModel::What);
    model.setEntries(entries);
    entries.insert(entries.begin(), {kAt + 2, Activity::FriendRevoked, "Ben", ""});
    model.setEntries(entries);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
    QVERIFY(oldest.data().toString().contains(QStringLiteral("Été")));
    QCOMPARE(oldest.row(), 2);
}

void ActivityModelTest::another_list_takes_the_place_of_the_first() {
    ActivityModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(twoEntries());
    model.setEntries({{kAt + 9, Activity::FriendAdded, "Ben", ""}});
    QCOMPARE(model.rowCount(), 1);
    model.setEntries({});
    QCOMPARE(model.rowCount(), 0);
}

void ActivityModelTest::the_text_has_a_line_for_each() {
    ActivityModel model;
    model.setEntries(twoEntries());
    const QList<QByteArray> lines = model.toText({0, 1}).split('\n');
    QCOMPARE(lines.size(), 3); // and nothing after the last end of line
    QCOMPARE(lines[0].count('\t'), 1);
    QVERIFY(lines[0].contains("Anna"));
    const auto at = QDateTime::fromString(QString::fromUtf8(lines[0].left(lines[0].indexOf('\t'))), Qt::ISODate);
    QVERIFY(at.timeSpec() != Qt::LocalTime); // it says where
    QCOMPARE(model.toText({1}), lines[1] + '\n');
}

QTEST_MAIN(ActivityModelTest)
#include "activity_model_test.moc"
