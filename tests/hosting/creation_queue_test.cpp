// Torrents in the making: order, pauses, cancels, failures, and what a restart finds.
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "hosting/creation_json.h"
#include "hosting/creation_queue.h"
#include "hosting/tracker_host.h"
#include "settings/settings_store.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace essaim;
using hosting::CreationJob;
using hosting::CreationQueue;
using hosting::PublishRequest;
using State = CreationJob::State;

namespace {
constexpr int kDeadlineMs = 30'000;
}

class CreationQueueTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<engine::Session> m_session; ///< never started: nothing here is seeded
    std::unique_ptr<hosting::TrackerHost> m_trackerHost;
    std::unique_ptr<CreationQueue> m_queue;

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    PublishRequest request(const QString& name) const {
        PublishRequest request;
        request.create.paths = {path(name)};
        request.torrentPath = path(name + QStringLiteral(".torrent"));
        request.host = false;
        request.seed = false;
        return request;
    }
    QList<PublishRequest> requests(int count) {
        QList<PublishRequest> result;
        for (int i = 0; i < count; ++i) {
            const QString name = QStringLiteral("%1.bin").arg(i);
            write(name, QByteArray(100'000 + i, char('a' + i)));
            result.append(request(name));
        }
        return result;
    }
    void start() {
        m_queue = std::make_unique<CreationQueue>(
            *m_session, *m_trackerHost, CreationQueue::Files{path(QStringLiteral("jobs.json")), {}});
    }
    int count(State state) { return int(std::ranges::count(m_queue->jobs(), state, &CreationJob::state)); }
    QJsonArray savedJobs() {
        QFile file(path(QStringLiteral("jobs.json")));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::SettingsStore>(path(QStringLiteral("settings.ini")));
        m_session = std::make_unique<engine::Session>(engine::SessionConfig{path(QStringLiteral("essaim.db")), {}});
        m_trackerHost = std::make_unique<hosting::TrackerHost>(*m_settings, path(QStringLiteral("tracker.db")), true);
        start();
    }
    void cleanup() {
        m_queue.reset();
        m_trackerHost.reset();
        m_session.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void jobs_on_one_disk_run_one_after_the_other() {
        int mostAtOnce = 0;
        QList<quint64> order;
        connect(m_queue.get(), &CreationQueue::changed, this, [&] {
            mostAtOnce = qMax(mostAtOnce, count(State::Running));
        });
        connect(m_queue.get(), &CreationQueue::finished, this, [&order](quint64 id) { order.append(id); });
        const QList<quint64> ids = m_queue->enqueue(requests(4));
        QCOMPARE(m_queue->jobs().size(), 4);
        QTRY_COMPARE_WITH_TIMEOUT(count(State::Finished), 4, kDeadlineMs);
        QCOMPARE(mostAtOnce, 1);
        QCOMPARE(order, ids);
        for (const CreationJob& job : m_queue->jobs())
            QVERIFY(engine::readTorrent(job.request.torrentPath));
        QTRY_VERIFY_WITH_TIMEOUT(savedJobs().isEmpty(), kDeadlineMs); // a restart has nothing to do
        m_queue->remove(ids.first());
        QCOMPARE(m_queue->jobs().size(), 3);
    }

    void a_paused_job_lets_the_others_go_and_ends_when_it_is_resumed() {
        const QList<quint64> ids = m_queue->enqueue(requests(3));
        m_queue->pause(ids[0]);
        QTRY_COMPARE_WITH_TIMEOUT(count(State::Finished), 2, kDeadlineMs);
        QCOMPARE(m_queue->find(ids[0])->state, State::Paused);
        m_queue->resume(ids[0]);
        QTRY_COMPARE_WITH_TIMEOUT(count(State::Finished), 3, kDeadlineMs);
    }

    void a_cancelled_job_is_gone_at_once_and_leaves_nothing() {
        const QList<quint64> ids = m_queue->enqueue(requests(3));
        QTRY_VERIFY_WITH_TIMEOUT(m_queue->find(ids[0])->state != State::Waiting, kDeadlineMs);
        if (m_queue->find(ids[0])->state == State::Running) {
            m_queue->cancel(ids[0]);
            QVERIFY(m_queue->find(ids[0]) == nullptr);
        }
        m_queue->cancel(ids[2]); // has not begun
        QVERIFY(m_queue->find(ids[2]) == nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->find(ids[1])->state, State::Finished, kDeadlineMs);
        QVERIFY(!QFile::exists(path(QStringLiteral("2.bin.torrent"))));
        QVERIFY(m_queue->find(ids[0]) || !QFile::exists(path(QStringLiteral("0.bin.torrent"))));
    }

    void a_job_that_failed_says_why_and_can_be_tried_again() {
        const quint64 id = m_queue->enqueue({request(QStringLiteral("late.bin"))}).first();
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->find(id)->state, State::Failed, kDeadlineMs);
        QCOMPARE(m_queue->find(id)->error->kind, ErrorKind::NotFound);
        write(QStringLiteral("late.bin"), "here it is");
        m_queue->retry(id);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->find(id)->state, State::Finished, kDeadlineMs);
    }

    void what_is_not_over_comes_back_after_a_restart() {
        m_queue->enqueue(requests(3));
        m_queue->pauseAll();
        m_queue->stop();
        m_queue.reset();
        QCOMPARE(savedJobs().size(), 3);
        QCOMPARE(
            QFile::permissions(path(QStringLiteral("jobs.json"))) & (QFile::ReadGroup | QFile::ReadOther),
            QFile::Permissions());
        start();
        QSignalSpy restored(m_queue.get(), &CreationQueue::restored);
        m_queue->restore();
        QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, kDeadlineMs);
        QCOMPARE(count(State::Paused), 3); // as it was left
        m_queue->resumeAll();
        QTRY_COMPARE_WITH_TIMEOUT(count(State::Finished), 3, kDeadlineMs);
        QVERIFY(engine::readTorrent(path(QStringLiteral("2.bin.torrent"))));
    }

    void a_damaged_file_is_kept_aside() {
        m_queue.reset();
        write(QStringLiteral("jobs.json"), "[{\"id\":");
        start();
        QSignalSpy restored(m_queue.get(), &CreationQueue::restored);
        m_queue->restore();
        QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, kDeadlineMs);
        QVERIFY(m_queue->jobs().isEmpty());
        QVERIFY(QFile::exists(path(QStringLiteral("jobs.json.bad"))));
    }

    void a_request_survives_the_file_in_every_part() {
        PublishRequest request = this->request(QStringLiteral("Été"));
        engine::CreateTorrentRequest& create = request.create;
        create.name = QStringLiteral("Songs");
        create.format = engine::TorrentFormat::Hybrid;
        create.pieceLength = 65536;
        create.wantedPieces = 700;
        create.isPrivate = true;
        create.trackers = {{QStringLiteral("http://a.example/announce")}, {QStringLiteral("udp://b.example:1")}};
        create.webSeeds = {QStringLiteral("https://files.example/")};
        create.comment = QStringLiteral("for friends");
        create.source = QStringLiteral("ABC");
        create.filter = {{QStringLiteral("*.a")}, {QStringLiteral("*.b")}, {QStringLiteral("/x/y")}, false, true};
        create.renames = {{QStringLiteral("/x/con"), QStringLiteral("_con")}};
        create.symlinks = engine::SymlinkPolicy::Skip;
        create.padFiles = true;
        create.markPrograms = false;
        create.withDate = false;
        request.host = true;
        const QJsonObject written = hosting::toJson(request);
        QCOMPARE(hosting::toJson(hosting::publishRequestOf(written)), written);
        const PublishRequest read = hosting::publishRequestOf(written);
        QCOMPARE(read.create.trackers, create.trackers);
        QCOMPARE(read.create.filter, create.filter);
        QCOMPARE(read.create.renames, create.renames);
        QCOMPARE(read.create.format, create.format);
        QCOMPARE(read.torrentPath, request.torrentPath);
        const PublishRequest preset = hosting::presetOf(read);
        QVERIFY(preset.create.paths.isEmpty() && preset.create.name.isEmpty() && preset.torrentPath.isEmpty());
        QVERIFY(preset.create.filter.leftOut.isEmpty() && preset.create.renames.isEmpty());
        QCOMPARE(preset.create.filter.include, create.filter.include);
    }
};

QTEST_GUILESS_MAIN(CreationQueueTest)
#include "creation_queue_test.moc"
