// The hosted torrents in their table.
#include "storage/tracker_store.h"

#include "storage/database.h"

#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using namespace essaim::storage;

namespace {

HostedRecord hosted(std::uint8_t byte, bool v1, bool v2) {
    HostedRecord record;
    if (v1)
        record.infoHash.v1.emplace().bytes.fill(byte);
    if (v2)
        record.infoHash.v2.emplace().bytes.fill(byte);
    record.name = "Été";
    record.size = std::int64_t{3} << 40;
    record.hostedAt = 1'700'000'000;
    record.completed = 4;
    return record;
}

} // namespace

class TrackerStoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void remembersWhatIsHosted() {
        const auto file = m_folder.filePath(QStringLiteral("tracker.db")).toStdString();
        const std::vector all{hosted(3, true, false), hosted(1, false, true), hosted(2, true, true)};
        {
            auto database = openDatabase(file, "tracker");
            QVERIFY(database.has_value());
            TrackerStore store(**database);
            for (const auto& record : all)
                store.putHosted(record);
        }
        auto database = openDatabase(file, "tracker");
        QVERIFY(database.has_value());
        TrackerStore store(**database);
        QVERIFY(store.loadHosted() == all);

        store.removeHosted(all[0].infoHash.id());
        store.setCompleted(all[1].infoHash.id(), 99);
        auto renamed = all[2];
        renamed.name = "Renamed";
        store.putHosted(renamed);
        const auto left = store.loadHosted();
        QCOMPARE(left.size(), 2u);
        QCOMPARE(left[0].completed, 99);
        QCOMPARE(left[0].name, all[1].name);
        QVERIFY(left[1] == renamed);
    }
};

QTEST_GUILESS_MAIN(TrackerStoreTest)
#include "tracker_store_test.moc"
