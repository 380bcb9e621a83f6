// A second drop of what is shared already.
#include "gui/tracker/shared_check.h"
#include "window_fixture.h"

#include "engine/create_torrent.h"
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "gui/main_window/share_opener.h"
#include "gui/tracker/shared_box.h"
#include "hosting/free_port.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"

#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using hosting::TrackerHost;

namespace {

constexpr int kDeadlineMs = 15'000;

void write(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// As the session describes it.
engine::TorrentDescription holidays() {
    engine::TorrentDescription torrent;
    torrent.infoHash.v1 = Sha1Hash{};
    torrent.infoHash.v1->bytes.fill(7);
    torrent.name = QStringLiteral("holidays");
    torrent.files = {
        {QStringLiteral("holidays/a.jpg"), 5, false},
        {QStringLiteral("holidays/.pad/11"), 11, true},
        {QStringLiteral("holidays/sea/b.jpg"), 3, false}};
    return torrent;
}

} // namespace

class SharedCheckTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void the_dropped_paths_tell_the_torrent_data();
    void the_dropped_paths_tell_the_torrent();
    void a_second_drop_finds_the_torrent();
    void what_changed_on_the_disk_is_counted();
    void a_tracker_that_is_off_is_asked_all_the_same();
    void what_nobody_shares_is_new();
    void the_box_offers_what_fits();

private:
    void share();
    std::optional<gui::AlreadyShared> ask(const QStringList& paths);
    [[nodiscard]] QString place(const char* name = "holidays") const {
        return m_files->filePath(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<test::WindowFixture> m_fixture;
    std::unique_ptr<gui::SharedCheck> m_check;
};

void SharedCheckTest::init() {
    m_files = std::make_unique<QTemporaryDir>();
    write(place("holidays/a.jpg"), "12345");
    write(place("holidays/sea/b.jpg"), "123");
    m_fixture = std::make_unique<test::WindowFixture>();
    m_fixture->settings.set(settings::kTrackerPort, int(hosting::freePortNear(6969, true).value()));
    m_check = std::make_unique<gui::SharedCheck>(m_fixture->services(), nullptr);
}

void SharedCheckTest::cleanup() {
    m_check.reset();
    m_fixture.reset();
    m_files.reset();
}

void SharedCheckTest::share() {
    TrackerHost& host = m_fixture->trackerHost;
    host.setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(host.state(), TrackerHost::State::On, kDeadlineMs);
    tracker::HostedTorrent torrent;
    torrent.infoHash = holidays().infoHash;
    torrent.name = "holidays";
    torrent.hostedAt = QDateTime::currentSecsSinceEpoch();
    host.host(torrent);
    QTRY_VERIFY_WITH_TIMEOUT(host.isHosted(torrent.infoHash.id()), kDeadlineMs);
    engine::TorrentSnapshot snapshot;
    snapshot.id = torrent.infoHash.id();
    snapshot.name = QStringLiteral("holidays");
    snapshot.savePath = m_files->path();
    Q_EMIT m_fixture->session.torrentsChanged({snapshot});
}

std::optional<gui::AlreadyShared> SharedCheckTest::ask(const QStringList& paths) {
    std::optional<std::optional<gui::AlreadyShared>> answer;
    QObject context;
    connect(
        m_check.get(), &gui::SharedCheck::answered, &context, [&](const auto&, const auto& found) { answer = found; });
    m_check->ask(paths);
    const engine::TorrentDetails details{holidays().infoHash.id(), holidays(), {}, {}};
    const auto isAnswered = [&] {
        Q_EMIT m_fixture->session.details(details); // whenever it is asked for
        return answer.has_value();
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isAnswered(), kDeadlineMs); }();
    return answer.value_or(std::nullopt);
}

void SharedCheckTest::the_dropped_paths_tell_the_torrent_data() {
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<bool>("isMeant");
    QTest::newRow("its folder") << QStringList{QStringLiteral("/x/holidays")} << true;
    QTest::newRow("with a slash") << QStringList{QStringLiteral("/x/holidays/")} << true;
    QTest::newRow("another folder") << QStringList{QStringLiteral("/x/holidays 2")} << false;
    QTest::newRow("a folder around it") << QStringList{QStringLiteral("/x")} << false;
    QTest::newRow("one of its files") << QStringList{QStringLiteral("/x/holidays/a.jpg")} << false;
    QTest::newRow("its items") << QStringList{QStringLiteral("/x/holidays/a.jpg"), QStringLiteral("/x/holidays/sea")}
                               << true;
    QTest::newRow("its folder and more") << QStringList{QStringLiteral("/x/holidays"), QStringLiteral("/x/work")}
                                         << false;
}

void SharedCheckTest::the_dropped_paths_tell_the_torrent() {
    QFETCH(QStringList, paths);
    QFETCH(bool, isMeant);
    QCOMPARE(gui::isMadeOf(holidays(), QStringLiteral("/x"), paths), isMeant);
}

void SharedCheckTest::a_second_drop_finds_the_torrent() {
    share();
    const auto found = ask({place()});
    QVERIFY(found.has_value());
    QCOMPARE(found->torrent.name, std::string("holidays"));
    QCOMPARE(found->savePath, m_files->path());
    QVERIFY(found->change.isNone());
    Q_EMIT m_fixture->session.torrentsRemoved({found->torrent.infoHash.id()});
    QVERIFY(!ask({place()}).has_value()); // it has to be seeded again
}

void SharedCheckTest::what_changed_on_the_disk_is_counted() {
    share();
    write(place("holidays/a.jpg"), "123456");
    write(place("holidays/c.jpg"), "1");
    write(place("holidays/d.jpg"), "1");
    QVERIFY(QFile::remove(place("holidays/sea/b.jpg")));
    const auto found = ask({place()});
    QVERIFY(found.has_value());
    QCOMPARE(found->change, (gui::ContentChange{2, 1, 1}));

    write(place("holidays/sea/b.jpg"), "abc"); // as long as before
    QFile file(place("holidays/sea/b.jpg"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
    QCOMPARE(ask({place()})->change, (gui::ContentChange{2, 0, 2}));
}

void SharedCheckTest::a_tracker_that_is_off_is_asked_all_the_same() {
    share();
    m_fixture->trackerHost.setEnabled(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->trackerHost.state(), TrackerHost::State::Off, kDeadlineMs);
    QVERIFY(ask({place()}).has_value());
    QCOMPARE(m_fixture->trackerHost.state(), TrackerHost::State::On);
}

void SharedCheckTest::what_nobody_shares_is_new() {
    gui::ShareOpener opener(m_fixture->services(), nullptr);
    QSignalSpy fresh(&opener, &gui::ShareOpener::newToShare);
    opener.open({place()}, false);
    QCOMPARE(fresh.size(), 1);
    QCOMPARE(m_fixture->trackerHost.state(), TrackerHost::State::Off); // no reason to switch it on

    share();
    write(place("work/a.txt"), "a");
    QSignalSpy told(&opener, &gui::ShareOpener::told);
    opener.open({place("work"), place()}, true); // one is shared already
    const auto isTold = [&] {
        Q_EMIT m_fixture->session.details({holidays().infoHash.id(), holidays(), {}, {}});
        return told.size() == 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), kDeadlineMs);
    QCOMPARE(fresh.size(), 2);
    QCOMPARE(fresh.last().first().toStringList(), QStringList{place("work")});
}

void SharedCheckTest::the_box_offers_what_fits() {
    gui::AlreadyShared shared;
    shared.torrent.name = "holidays";
    {
        gui::SharedBox box(shared, {}, nullptr);
        box.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy link(&box, &gui::SharedBox::linkWanted);
        box.findChild<QPushButton*>(QStringLiteral("copyLinkButton"))->click();
        QCOMPARE(link.size(), 1);
        QVERIFY(box.findChild<QPushButton*>(QStringLiteral("newVersionButton")) == nullptr);
    }
    shared.change.added = 2;
    gui::SharedBox box(shared, {}, nullptr);
    box.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(box.informativeText().contains(u'2'));
    QSignalSpy next(&box, &gui::SharedBox::newVersionWanted);
    box.findChild<QPushButton*>(QStringLiteral("newVersionButton"))->click();
    QCOMPARE(next.size(), 1);
}

QTEST_MAIN(SharedCheckTest)
#include "shared_check_test.moc"
