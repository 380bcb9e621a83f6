// Fetching a .torrent from a server on loopback that answers as it is told.
#include "hosting/torrent_download.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using namespace essaim;

class TorrentDownloadTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTcpServer> m_server;
    QByteArray m_answer;
    int m_requests = 0;
    std::optional<Expected<QByteArray>> m_result;
    std::unique_ptr<hosting::TorrentDownload> m_download;

    QUrl url(const QString& path = QStringLiteral("/a.torrent?passkey=secret")) const {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server->serverPort()).arg(path));
    }
    static QByteArray reply(const char* status, const QByteArray& body, const QByteArray& headers = {}) {
        return QByteArray("HTTP/1.1 ") + status + "\r\nConnection: close\r\n" + headers +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    void answerRequest() {
        QTcpSocket* socket = m_server->nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            if (!socket->readAll().contains("\r\n\r\n"))
                return;
            ++m_requests;
            if (m_answer.isEmpty())
                return; // a server that never answers
            socket->write(m_answer);
            socket->disconnectFromHost();
        });
    }

private Q_SLOTS:
    void init() {
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        connect(m_server.get(), &QTcpServer::newConnection, this, &TorrentDownloadTest::answerRequest);
        m_answer.clear();
        m_requests = 0;
        m_result.reset();
        m_download = std::make_unique<hosting::TorrentDownload>();
        connect(m_download.get(), &hosting::TorrentDownload::finished, this, [this](const auto& result) {
            QVERIFY(!m_result); // told once
            m_result = result;
        });
    }

    void theBytesComeAsTheyAre() {
        const QByteArray body("d8:announce0:e\0\xff", 16);
        m_answer = reply("200 OK", body);
        m_download->start(url());
        QTRY_VERIFY(m_result);
        QVERIFY(m_result->has_value());
        QCOMPARE(m_result->value(), body);
    }

    void aMissingFileIsNotFoundAndTheErrorKeepsTheKeySecret() {
        m_answer = reply("404 Not Found", "no");
        m_download->start(url());
        QTRY_VERIFY(m_result);
        QVERIFY(!m_result->has_value());
        QVERIFY(m_result->error().kind == ErrorKind::NotFound);
        QCOMPARE(m_result->error().subject, std::string("127.0.0.1"));
        QVERIFY(m_result->error().detail.find("secret") == std::string::npos);
    }

    void tenMegabytesAreTheMost() {
        m_answer = reply("200 OK", QByteArray(10'000'001, 'x'));
        m_download->start(url());
        QTRY_VERIFY(m_result);
        QVERIFY(!m_result->has_value() && m_result->error().kind == ErrorKind::InvalidData);
    }

    void redirectsEndAfterFive() {
        m_answer = reply("302 Found", {}, "Location: /again\r\n");
        m_download->start(url());
        QTRY_VERIFY(m_result);
        QVERIFY(!m_result->has_value() && m_result->error().kind == ErrorKind::Network);
        QCOMPARE(m_requests, 6);
    }

    void cancelEndsItAtOnce() {
        m_download->start(url());
        QTRY_COMPARE(m_requests, 1);
        m_download->cancel();
        QVERIFY(m_result && !m_result->has_value());
        QVERIFY(m_result->error().kind == ErrorKind::Cancelled);
    }

    void onlyHttpIsFetched() {
        m_download->start(QUrl(QStringLiteral("file:///etc/passwd")));
        QTRY_VERIFY(m_result);
        QVERIFY(m_result->error().kind == ErrorKind::InvalidData);
    }

    void aServerThatIsNotThereIsAnErrorOfTheNetwork() {
        const QUrl gone = url();
        m_server.reset();
        m_download->start(gone);
        QTRY_VERIFY(m_result);
        QVERIFY(!m_result->has_value() && m_result->error().kind == ErrorKind::Network);
    }
};

QTEST_GUILESS_MAIN(TorrentDownloadTest)
#include "torrent_download_test.moc"
