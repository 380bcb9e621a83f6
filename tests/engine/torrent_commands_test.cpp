// Commands that overtake libtorrent's answers.
#include "engine/alerts/alert_dispatcher.h"
#include "engine/durability/payload_sync.h"
#include "engine/lt_convert.h"
#include "engine/session_fixture.h"
#include "engine/settings_translation.h"
#include "engine/torrent_commands.h"

#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

namespace {

/// The engine without its thread: answers are read when the test says so.
struct Engine {
    Engine()
        : context(SessionConfig{{}, offline()}) {
        context.session = std::make_unique<lt::session>(sessionParams(context.settings));
    }

    static SessionSettings offline() {
        SessionSettings settings;
        settings.offline = true;
        return settings;
    }
    void readAlerts() {
        std::vector<lt::alert*> alerts;
        context.session->pop_alerts(&alerts);
        for (const lt::alert* alert : alerts)
            dispatcher.dispatch(*alert);
    }

    EngineContext context;
    PayloadSync payloadSync{context};
    Targets targets{context};
    TorrentCommands commands{context, targets};
    AlertDispatcher dispatcher{context, commands};
};

storage::TorrentRecord recordOf(const CreatedTorrent& created) {
    storage::TorrentRecord record;
    record.id = created.infoHash.id();
    record.infoHash = created.infoHash;
    record.name = created.name.toStdString();
    record.savePath = created.savePath.toStdString();
    record.metadata = created.torrent.toStdString();
    return record;
}

} // namespace

class TorrentCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void removesATorrentThatLibtorrentIsStillTaking() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        Engine engine;
        int removed = 0;
        connect(&engine.context.events, &SessionEvents::torrentsRemoved, [&removed] { ++removed; });

        engine.commands.restore(recordOf(created));
        engine.commands.remove({created.infoHash.id()}, FilesFate::Keep);
        QCoreApplication::processEvents(); // the store has answered, libtorrent was not asked yet

        QVERIFY(QTest::qWaitFor(
            [&] {
                engine.readAlerts();
                return removed == 1 && engine.context.session->get_torrents().empty();
            },
            kDeadlineMs));
        QCOMPARE(engine.context.torrents.find(created.infoHash.id()), nullptr);
    }

    void forgetsARemovedTorrentThatLibtorrentRefuses() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        Engine engine;
        lt::add_torrent_params other; // in the way
        other.info_hashes = toLt(created.infoHash);
        other.save_path = folder.path().toStdString();
        engine.context.session->add_torrent(other);

        engine.commands.restore(recordOf(created));
        engine.commands.remove({created.infoHash.id()}, FilesFate::Keep);
        QVERIFY(QTest::qWaitFor(
            [&] {
                engine.readAlerts();
                return engine.context.torrents.find(created.infoHash.id()) == nullptr;
            },
            kDeadlineMs));
    }
};

QTEST_GUILESS_MAIN(TorrentCommandsTest)
#include "torrent_commands_test.moc"
