// Many torrents of a host are fetched a few at a time, and failures are told in one go.
#include "engine/session.h"
#include "hosting/offer_fetches.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace essaim;
using hosting::OfferFetches;

namespace {

constexpr int kDeadlineMs = 15'000;
constexpr int kCount = 40;

QByteArray torrentOf(const QByteArray& name) {
    return "d4:infod6:lengthi1000e4:name" + QByteArray::number(name.size()) + ':' + name +
           "12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee";
}

/// Answers each request a moment later, so that several are there at once. An empty answer closes the connection.
class Host : public QTcpServer {
public:
    std::function<QByteArray(const QByteArray& path)> answer;
    int requests = 0;
    int atOnce = 0;
    int mostAtOnce = 0;

    Host() {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                ++requests;
                mostAtOnce = std::max(mostAtOnce, ++atOnce);
                const QByteArray path = socket->readAll().split(' ').value(1);
                QTimer::singleShot(10, socket, [this, socket, path] {
                    --atOnce;
                    socket->write(answer(path));
                    socket->disconnectFromHost();
                });
            });
        });
    }
    [[nodiscard]] QString link() const {
        return QStringLiteral("http://127.0.0.1:%1/i/%2").arg(serverPort()).arg(QString(32, u'a'));
    }
};

QByteArray ok(const QByteArray& body) {
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

} // namespace

class OfferFetchesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void manyComeAFewAtATime();
    void failuresAreToldTogether();
    void aHostThatFallsSilentIsLeftAlone();
    void whatTheListRefusesIsNoSuccess();
    void whatIsForgottenIsNotFetched();

private:
    void fetchAll();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<OfferFetches> m_fetches;
    std::unique_ptr<Host> m_host;
};

void OfferFetchesTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    engine::SessionSettings offline;
    offline.offline = true;
    m_session = std::make_unique<engine::Session>(engine::SessionConfig{{}, offline});
    QSignalSpy started(m_session.get(), &engine::Session::started);
    m_session->start();
    QVERIFY(started.wait(kDeadlineMs));
    m_fetches = std::make_unique<OfferFetches>(*m_session);
    m_host = std::make_unique<Host>();
    m_host->answer = [](const QByteArray& path) { return ok(torrentOf(path.split('/').last())); };
}

void OfferFetchesTest::cleanup() {
    m_fetches.reset();
    m_session.reset();
    m_host.reset();
    m_folder.reset();
}

void OfferFetchesTest::fetchAll() {
    for (int i = 0; i < kCount; ++i) {
        const QString id = QString::number(i, 16).rightJustified(40, u'0');
        for (int click = 0; click < 2; ++click)
            m_fetches->fetch({m_host->link(), id, QStringLiteral("torrent %1").arg(i), m_folder->path()});
    }
}

void OfferFetchesTest::manyComeAFewAtATime() {
    QSignalSpy added(m_fetches.get(), &OfferFetches::added);
    QSignalSpy failed(m_fetches.get(), &OfferFetches::failed);
    fetchAll();
    QTRY_COMPARE_WITH_TIMEOUT(added.size(), kCount, kDeadlineMs);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(m_host->requests, kCount); // the second click counts for nothing
    QCOMPARE(m_host->mostAtOnce, 3);
    QVERIFY(added[0][2].toBool());
    fetchAll(); // they are in the list now
    QTRY_COMPARE_WITH_TIMEOUT(added.size(), 2 * kCount, kDeadlineMs);
    QVERIFY(!added.last()[2].toBool());
}

void OfferFetchesTest::failuresAreToldTogether() {
    m_host->answer = [](const QByteArray&) {
        return QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    };
    QSignalSpy failed(m_fetches.get(), &OfferFetches::failed);
    fetchAll();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kDeadlineMs);
    const auto failures = failed[0][0].value<QList<OfferFetches::Failure>>();
    QCOMPARE(failures.size(), kCount);
    QSet<QString> names; // three are under way at once: they may end in any order
    for (const OfferFetches::Failure& failure : failures) {
        names.insert(failure.offer.name);
        QCOMPARE(failure.error.kind, ErrorKind::NotFound);
    }
    QCOMPARE(names.size(), kCount);
    QVERIFY(names.contains(QStringLiteral("torrent 0")));
    QCOMPARE(m_host->requests, kCount);
}

void OfferFetchesTest::aHostThatFallsSilentIsLeftAlone() {
    m_host->answer = [](const QByteArray&) { return QByteArray(); };
    QSignalSpy failed(m_fetches.get(), &OfferFetches::failed);
    fetchAll();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kDeadlineMs);
    QCOMPARE(failed[0][0].value<QList<OfferFetches::Failure>>().size(), kCount);
    QVERIFY(m_host->requests < kCount); // and Qt asks each more than once
}

void OfferFetchesTest::whatTheListRefusesIsNoSuccess() {
    QFile other(m_folder->filePath(QString(39, u'0') + QStringLiteral("0.torrent")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QCOMPARE(other.write("not what the torrent contains"), 29);
    other.close();
    QSignalSpy added(m_fetches.get(), &OfferFetches::added);
    QSignalSpy failed(m_fetches.get(), &OfferFetches::failed);
    m_fetches->fetch({m_host->link(), QString(40, u'0'), QStringLiteral("film"), m_folder->path()});
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kDeadlineMs);
    QCOMPARE(failed[0][0].value<QList<OfferFetches::Failure>>()[0].error.kind, ErrorKind::AlreadyExists);
    QCOMPARE(added.size(), 0);
}

void OfferFetchesTest::whatIsForgottenIsNotFetched() {
    QSignalSpy added(m_fetches.get(), &OfferFetches::added);
    fetchAll();
    m_fetches->forget(m_host->link());
    QTRY_COMPARE_WITH_TIMEOUT(added.size(), 3, kDeadlineMs); // those under way
    QCOMPARE(m_host->requests, 3);
}

QTEST_GUILESS_MAIN(OfferFetchesTest)
#include "offer_fetches_test.moc"
