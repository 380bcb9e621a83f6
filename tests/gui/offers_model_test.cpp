// What a followed host shares, and how much of it is here already.
#include "gui/follow/offers_model.h"

#include "engine/session.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace essaim;
using gui::OffersModel;

namespace {

constexpr auto kId = "00112233445566778899aabbccddeeff00112233";

hosting::FollowedHost sample() {
    hosting::FollowedHost host;
    host.feed.torrents = {{QString::fromLatin1(kId), QStringLiteral("Été"), 1000, 1'800'000'000}};
    return host;
}

QList<engine::TorrentSnapshot> snapshots(qint64 done, engine::TorrentState state) {
    engine::TorrentSnapshot torrent;
    torrent.id = TorrentId::fromHex(kId).value();
    torrent.wantedSize = 1000;
    torrent.wantedDone = done;
    torrent.state = state;
    return {torrent};
}

} // namespace

class OffersModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_row_says_how_much_is_here();
    void what_is_not_here_is_new_until_it_was_looked_at();
    void what_is_here_already_is_not_to_be_downloaded();
    void a_check_does_not_make_it_less();
};

void OffersModelTest::a_row_says_how_much_is_here() {
    engine::Session session{engine::SessionConfig{}}; // never started
    gui::LocalProgress local(session);
    OffersModel model(local);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto host = sample();
    model.setHost(&host);
    const QModelIndex here = model.index(0, OffersModel::Here);
    const QString before = here.data().toString();
    Q_EMIT session.torrentsChanged(snapshots(250, engine::TorrentState::Downloading));
    QVERIFY(here.data().toString().contains(QStringLiteral("25")));
    Q_EMIT session.torrentsChanged(snapshots(1000, engine::TorrentState::Seeding));
    QCOMPARE(here.data().toString(), QStringLiteral("Complete"));
    Q_EMIT session.torrentsRemoved({TorrentId::fromHex(kId).value()});
    QCOMPARE(here.data().toString(), before);
}

void OffersModelTest::what_is_not_here_is_new_until_it_was_looked_at() {
    engine::Session session{engine::SessionConfig{}};
    gui::LocalProgress local(session);
    OffersModel model(local);
    auto host = sample();
    model.setHost(&host);
    QCOMPARE(model.index(0, OffersModel::Here).data().toString(), QStringLiteral("New"));
    host.known.insert(QString::fromLatin1(kId));
    model.setHost(&host);
    QCOMPARE(model.index(0, OffersModel::Here).data().toString(), QStringLiteral("Not here"));
    model.setHost(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void OffersModelTest::what_is_here_already_is_not_to_be_downloaded() {
    engine::Session session{engine::SessionConfig{}};
    gui::LocalProgress local(session);
    OffersModel model(local);
    const auto host = sample();
    model.setHost(&host);
    QCOMPARE(model.newIds(), QStringList{QString::fromLatin1(kId)});
    Q_EMIT session.torrentsChanged(snapshots(250, engine::TorrentState::Downloading)); // from elsewhere
    QVERIFY(model.newIds().isEmpty());
}

void OffersModelTest::a_check_does_not_make_it_less() {
    engine::Session session{engine::SessionConfig{}};
    gui::LocalProgress local(session);
    auto torrents = snapshots(500, engine::TorrentState::Checking);
    torrents[0].progress = 0.01;
    Q_EMIT session.torrentsChanged(torrents);
    QCOMPARE(local.of(TorrentId::fromHex(kId).value()).value_or(-1), 0.5);
}

QTEST_MAIN(OffersModelTest)
#include "offers_model_test.moc"
