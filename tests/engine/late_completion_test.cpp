// A tracker learns of the end of a download, also if it came while the tracker was being asked.
#include "engine/session_fixture.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

namespace {

/// Answers nobody before it is told to.
class SlowTracker {
public:
    SlowTracker() {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket* client = m_server.nextPendingConnection();
            QObject::connect(client, &QTcpSocket::readyRead, client, [this, client] {
                if (!client->peek(8192).contains("\r\n\r\n"))
                    return;
                requests.append(client->readAll());
                m_waiting.append(client);
                if (m_isAnswering)
                    answer();
            });
        });
    }

    [[nodiscard]] QString url() const {
        return QStringLiteral("http://127.0.0.1:%1/announce").arg(m_server.serverPort());
    }
    void answer() {
        m_isAnswering = true;
        for (QTcpSocket* client : std::exchange(m_waiting, {})) {
            const QByteArray body = "d8:intervali1800e5:peers0:e";
            client->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()));
            client->write("\r\n\r\n" + body);
            client->disconnectFromHost();
        }
    }
    [[nodiscard]] int requestsWith(const QByteArray& text) const {
        return int(std::ranges::count_if(requests, [&](const QByteArray& request) { return request.contains(text); }));
    }

    QList<QByteArray> requests;

private:
    QTcpServer m_server;
    QList<QTcpSocket*> m_waiting;
    bool m_isAnswering = false;
};

} // namespace

class LateCompletionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_tracker_that_was_slow_to_answer_is_told_once();
};

void LateCompletionTest::a_tracker_that_was_slow_to_answer_is_told_once() {
    const QTemporaryDir folder;
    const CreatedTorrent created = make(makeContent(folder.path()));
    TestSession seeder;
    QVERIFY(seeder.start());
    QVERIFY(!seed(seeder, created).error);

    SlowTracker tracker;
    TestSession session;
    QVERIFY(session.start());
    AddTorrentRequest wanted = request(created.torrent, folder.filePath(QStringLiteral("received")));
    wanted.extraTrackers = {tracker.url()};
    const AddTorrentOutcome added = session.add(wanted);
    QVERIFY(!added.error);
    QTRY_COMPARE_WITH_TIMEOUT(tracker.requestsWith("event=started"), 1, kDeadlineMs);
    session->connectPeer(added.id, seeder.peerAddress());
    QTRY_COMPARE_WITH_TIMEOUT(session.finished.size(), 1, kDeadlineMs);
    QCOMPARE(tracker.requests.size(), 1);

    tracker.answer();
    QTRY_COMPARE_WITH_TIMEOUT(tracker.requestsWith("event=completed"), 1, kDeadlineMs);
    QVERIFY(session.stop());
    QCOMPARE(tracker.requestsWith("event=completed"), 1);
}

QTEST_GUILESS_MAIN(LateCompletionTest)
#include "late_completion_test.moc"
