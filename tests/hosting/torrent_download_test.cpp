// A .torrent behind a URL: answers, redirects, limits.
#include "hosting/torrent_download.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace essaim;
using namespace essaim::hosting;

namespace {

/// Answers every request with what `answer` makes of its path; says nothing to an empty answer.
class WebServer : public QTcpServer {
public:
    explicit WebServer(std::function<QByteArray(const QByteArray& path)> answer)
        : m_answer(std::move(answer)) {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_request += socket->readAll();
                if (!m_request.contains("\r\n\r\n"))
                    return;
                paths.append(m_request.split(' ').value(1));
                m_request.clear();
                const QByteArray answered = m_answer(paths.back());
                if (answered.isEmpty())
                    return;
                socket->write(answered);
                socket->disconnectFromHost();
            });
        });
    }
    QUrl url(const QString& path) const {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }
    QList<QByteArray> paths;

private:
    std::function<QByteArray(const QByteArray&)> m_answer;
    QByteArray m_request;
};

QByteArray ok(const QByteArray& body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray redirect(const QByteArray& to) {
    return "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
}

/// Runs one download to its end.
Expected<QByteArray> fetch(const QUrl& url, const std::function<void(TorrentDownload&)>& meanwhile = {}) {
    TorrentDownload download;
    std::optional<Expected<QByteArray>> result;
    int count = 0;
    QObject::connect(&download, &TorrentDownload::finished, [&](const Expected<QByteArray>& said) {
        result = said;
        ++count;
    });
    download.start(url);
    if (meanwhile)
        meanwhile(download);
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000))
        qFatal("the download did not end");
    QCoreApplication::processEvents();
    if (count != 1)
        qFatal("finished() came %d times", count);
    return *result;
}

} // namespace

class TorrentDownloadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bringsTheBytes() {
        const QByteArray body = QByteArray("d4:infod") + QByteArray(500'000, '\0') + "ee";
        WebServer server([&](const QByteArray&) { return ok(body); });
        const auto result = fetch(server.url(QStringLiteral("/x.torrent?key=1")));
        QVERIFY(result);
        QVERIFY(*result == body);
        QCOMPARE(server.paths, QList<QByteArray>{"/x.torrent?key=1"});
    }

    void followsRedirectsFiveTimes() {
        WebServer server([](const QByteArray& path) {
            const int left = path.mid(1).toInt();
            return left == 0 ? ok("there") : redirect("/" + QByteArray::number(left - 1));
        });
        const auto five = fetch(server.url(QStringLiteral("/5")));
        QVERIFY(five);
        QCOMPARE(*five, QByteArray("there"));
        const auto six = fetch(server.url(QStringLiteral("/6")));
        QVERIFY(!six);
        QCOMPARE(six.error().kind, ErrorKind::Network);
    }

    void doesNotFollowARedirectToAnotherScheme() {
        WebServer server([](const QByteArray&) { return redirect("file:///etc/hostname"); });
        QVERIFY(!fetch(server.url(QStringLiteral("/"))));
    }

    void refusesWhatIsTooLarge() {
        WebServer server([](const QByteArray&) { return ok(QByteArray(TorrentDownload::kMaxBytes + 1, 'x')); });
        const auto result = fetch(server.url(QStringLiteral("/")));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::InvalidData);
        QCOMPARE(result.error().operation, Operation::FetchTorrent);
    }

    void saysWhatTheServerAnsweredButNotTheKey_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("404") << QByteArray("404 Not Found") << int(ErrorKind::NotFound);
        QTest::newRow("403") << QByteArray("403 Forbidden") << int(ErrorKind::PermissionDenied);
        QTest::newRow("500") << QByteArray("500 Internal Server Error") << int(ErrorKind::Network);
    }
    void saysWhatTheServerAnsweredButNotTheKey() {
        QFETCH(QByteArray, status);
        QFETCH(int, kind);
        WebServer server([&](const QByteArray&) { return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"; });
        const auto result = fetch(server.url(QStringLiteral("/SECRETKEY/x.torrent")));
        QVERIFY(!result);
        QCOMPARE(int(result.error().kind), kind);
        QCOMPARE(result.error().subject, std::string("127.0.0.1"));
        QVERIFY(!result.error().detail.contains("SECRETKEY"));
        QVERIFY(result.error().detail.contains(status.left(3).toStdString()));
    }

    void saysThatNobodyAnswers() {
        const QUrl gone = WebServer([](const QByteArray&) { return QByteArray(); }).url(QStringLiteral("/"));
        const auto result = fetch(gone);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Network);
    }

    void stopsWhenItIsCancelled() {
        WebServer server([](const QByteArray&) { return QByteArray(); });
        const auto result =
            fetch(server.url(QStringLiteral("/")), [](TorrentDownload& download) { download.cancel(); });
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    }

    void aSlowAnswerMayTakeItsTimeButNotStandStill() {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket* socket = nullptr;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            socket = server.nextPendingConnection();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        });
        TorrentDownload download({.waitMs = 1000, .leastBytes = 50, .mostMs = 600'000}, nullptr);
        std::optional<Expected<QByteArray>> result;
        connect(&download, &TorrentDownload::finished, this, [&](const auto& said) { result = said; });
        QTimer line; // longer in all than one wait
        connect(&line, &QTimer::timeout, this, [&] {
            if (socket != nullptr)
                socket->write(QByteArray(60, 'x'));
        });
        QElapsedTimer clock;
        clock.start();
        download.start(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort())));
        line.start(100);
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000);
        line.stop();
        QVERIFY(*result);
        QVERIFY(clock.hasExpired(1000));

        TorrentDownload stuck({.waitMs = 1000, .leastBytes = 50, .mostMs = 600'000}, nullptr);
        result.reset();
        connect(&stuck, &TorrentDownload::finished, this, [&](const auto& said) { result = said; });
        stuck.start(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort())));
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000);
        QVERIFY(!*result);
        QCOMPARE(result->error().kind, ErrorKind::Timeout);
    }

    void opensNothingButHttp() {
        for (const char* url : {"ftp://127.0.0.1/x", "file:///etc/hostname", "magnet:?xt=urn:btih:x", "", "http://"}) {
            const auto result = fetch(QUrl(QString::fromUtf8(url)));
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::InvalidData);
        }
    }
};

QTEST_GUILESS_MAIN(TorrentDownloadTest)
#include "torrent_download_test.moc"
