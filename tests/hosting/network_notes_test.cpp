// What the host changes about networks and bans stands in the activity of the tracker.
#include "hosting/network_notes.h"

#include "host_place.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace essaim;
using hosting::Network;
using hosting::Networks;
using tracker::Activity;
using tracker::ActivityEntry;

namespace {

constexpr int kDeadlineMs = 30'000;

std::vector<Cidr> ranges(const char* text) {
    return hosting::parseRanges(QString::fromLatin1(text)).value();
}

Networks campus() {
    return {
        {{QStringLiteral("Library"), ranges("10.7.3.0/24"), true, false},
         {QStringLiteral("Campus"), ranges("10.7.0.0/16"), true, false}},
        true};
}

/// Kinds and subjects, one a line.
QStringList told(const std::vector<ActivityEntry>& entries) {
    QStringList lines;
    for (const ActivityEntry& entry : entries)
        lines << QStringLiteral("%1 %2").arg(int(entry.kind)).arg(QString::fromStdString(entry.subject)).trimmed();
    return lines;
}

QString line(Activity kind, const char* subject = "") {
    return QStringLiteral("%1 %2").arg(int(kind)).arg(QLatin1String(subject)).trimmed();
}

} // namespace

class NetworkNotesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void each_change_of_a_network_is_noted();
    void another_name_is_a_change();
    void who_is_banned_and_who_no_longer_is_noted();
    void a_long_list_is_one_note();
    void the_tracker_logs_what_changes_while_it_is_on_and_what_changed_before();
};

void NetworkNotesTest::each_change_of_a_network_is_noted() {
    const Networks before = campus();
    QVERIFY(hosting::notesOf(before, before).empty());
    Networks now = before;
    now.list[0].isAllowed = false;
    now.list[1].prefersOwn = true;
    now.elsewhereAllowed = false;
    now.list.append({QStringLiteral("Guests"), ranges("10.8.0.0/16"), false, false});
    QCOMPARE(
        told(hosting::notesOf(before, now)),
        (QStringList{
            line(Activity::NetworkDenied, "Library"), line(Activity::NetworkChanged, "Campus"),
            line(Activity::NetworkAdded, "Guests"), line(Activity::NetworkDenied, "Guests"),
            line(Activity::ElsewhereDenied)}));
    QCOMPARE(
        told(hosting::notesOf(now, before)),
        (QStringList{
            line(Activity::NetworkAllowed, "Library"), line(Activity::NetworkChanged, "Campus"),
            line(Activity::NetworkRemoved, "Guests"), line(Activity::ElsewhereAllowed)}));
    now = before;
    now.list.swapItemsAt(0, 1); // the first one decides
    QCOMPARE(told(hosting::notesOf(before, now)), QStringList{line(Activity::NetworksReordered)});
}

void NetworkNotesTest::another_name_is_a_change() {
    Networks now = campus();
    now.list[0].name = QStringLiteral("Reading room");
    QCOMPARE(told(hosting::notesOf(campus(), now)), QStringList{line(Activity::NetworkChanged, "Reading room")});
}

void NetworkNotesTest::who_is_banned_and_who_no_longer_is_noted() {
    const auto notes = hosting::notesOf(ranges("192.0.2.1, 192.0.2.2"), ranges("192.0.2.2, 198.51.100.0/24"));
    QCOMPARE(
        told(notes),
        (QStringList{line(Activity::AddressBanned, "198.51.100.0/24"), line(Activity::AddressFreed, "192.0.2.1")}));
}

void NetworkNotesTest::a_long_list_is_one_note() {
    std::vector<Cidr> many;
    for (std::uint8_t i = 0; i < 200; ++i)
        many.push_back(*Cidr::make(IpAddress::v4(192, 0, 2, i), 32));
    const auto notes = hosting::notesOf({}, many);
    QCOMPARE(told(notes), QStringList{line(Activity::AddressBanned)});
    QCOMPARE(notes[0].detail, std::string("200"));
}

void NetworkNotesTest::the_tracker_logs_what_changes_while_it_is_on_and_what_changed_before() {
    hosting::test::Place place;
    new hosting::NetworkNotes(place.settings, *place.host, &*place.host);
    const auto log = [&place] {
        const auto entries = std::make_shared<std::optional<std::vector<ActivityEntry>>>();
        place.host->change(
            [entries](tracker::Tracker& tracker) -> Expected<void> {
                *entries = tracker.activity();
                return {};
            },
            [](const auto&) {});
        return QTest::qWaitFor([entries] { return entries->has_value(); }, kDeadlineMs) ? told(**entries)
                                                                                        : QStringList();
    };
    place.settings.set(settings::kTrackerBanned, QStringLiteral("192.0.2.1"));
    place.host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(place.host->state(), hosting::TrackerHost::State::On, kDeadlineMs);
    QTRY_COMPARE_WITH_TIMEOUT(log(), QStringList{line(Activity::AddressBanned, "192.0.2.1")}, kDeadlineMs);
    place.settings.set(settings::kTrackerNetworks, hosting::toText(campus()));
    QTRY_COMPARE_WITH_TIMEOUT(
        log(),
        (QStringList{
            line(Activity::NetworkAdded, "Campus"), line(Activity::NetworkAdded, "Library"),
            line(Activity::AddressBanned, "192.0.2.1")}),
        kDeadlineMs);
}

QTEST_GUILESS_MAIN(NetworkNotesTest)
#include "network_notes_test.moc"
