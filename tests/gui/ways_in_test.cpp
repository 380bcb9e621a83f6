// Whatever way a torrent comes into the window, one that the gate refuses gets a sentence and no dialog.
#include "window_fixture.h"

#include "data/hostile_torrents.h"
#include "gui/add_torrent/add_torrent_dialog.h"
#include "gui/main_window/main_window.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <set>

using namespace essaim;

namespace {

/// Answers every request with the same bytes.
class TorrentServer : public QTcpServer {
public:
    explicit TorrentServer(QByteArray bytes)
        : m_bytes(std::move(bytes)) {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                socket->write(
                    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + QByteArray::number(m_bytes.size()) +
                    "\r\n\r\n" + m_bytes);
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QString url() const {
        return QStringLiteral("http://127.0.0.1:%1/a.torrent?passkey=secret").arg(serverPort());
    }

private:
    QByteArray m_bytes;
};

} // namespace

class WaysInTest : public QObject {
    Q_OBJECT

    test::WindowFixture m_fixture;
    std::unique_ptr<gui::MainWindow> m_window;
    QByteArray m_sound;
    std::vector<test::HostileSample> m_refused; ///< one of each fault

    QString fileWith(const QByteArray& bytes) {
        QString path = m_fixture.folder.filePath(QStringLiteral("one.torrent"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
    void drop(const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        const QPoint at = m_window->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
    }
    QLabel* message() { return m_window->findChild<QLabel*>(QStringLiteral("messageLabel")); }

    /// The sentence for this fault is shown, and nothing that would add the torrent.
    void checkRefusal(const test::HostileSample& sample) {
        const auto words = test::wordsOfSentence(*sample.fault);
        const QString expected = QString::fromUtf8(words.data(), qsizetype(words.size()));
        QTRY_VERIFY2(
            message()->isVisible() && message()->text().contains(expected),
            qPrintable(QString::fromStdString(sample.name) + QStringLiteral(": ") + message()->text()));
        QVERIFY(!m_window->findChild<gui::AddTorrentDialog*>());
        QVERIFY(!message()->text().contains(QStringLiteral("secret")));
        message()->clear();
    }

private Q_SLOTS:
    void initTestCase() {
        gui::applyTheme(*qApp, QStringLiteral("light"));
        std::set<Fault> seen;
        for (test::HostileSample& sample : test::hostileTorrents()) {
            if (m_sound.isEmpty() && !sample.fault)
                m_sound = QByteArray::fromStdString(sample.torrent);
            if (sample.fault && seen.insert(*sample.fault).second)
                m_refused.push_back(std::move(sample));
        }
    }
    void init() {
        m_window = std::make_unique<gui::MainWindow>(m_fixture.services());
        m_window->resize(1280, 720);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void aFileOrTheCommandLine() { // both name a path to the window
        QVERIFY(m_refused.size() > 30);
        for (const test::HostileSample& sample : m_refused) {
            m_window->openItems({fileWith(QByteArray::fromStdString(sample.torrent))});
            checkRefusal(sample);
        }
        m_window->openItems({fileWith(m_sound)});
        QTRY_VERIFY(m_window->findChild<gui::AddTorrentDialog*>());
    }

    void aDrop() {
        for (const test::HostileSample& sample : m_refused) {
            drop(fileWith(QByteArray::fromStdString(sample.torrent)));
            checkRefusal(sample);
        }
        drop(fileWith(m_sound));
        QTRY_VERIFY(m_window->findChild<gui::AddTorrentDialog*>());
    }

    void anAddress() {
        for (const test::HostileSample& sample : m_refused) {
            if (sample.torrent.size() > 100'000 || sample.torrent.empty())
                continue; // the download has a limit of its own
            const TorrentServer server(QByteArray::fromStdString(sample.torrent));
            m_window->openItems({server.url()});
            checkRefusal(sample);
        }
        const TorrentServer server(m_sound);
        m_window->openItems({server.url()});
        QTRY_VERIFY(m_window->findChild<gui::AddTorrentDialog*>());
    }

    void aLink() {
        const std::vector<std::pair<const char*, Fault>> links{
            {"magnet:?dn=none", Fault::NoTopic},
            {"magnet:?xt=urn:btih:0123", Fault::BrokenHash},
            {"magnet:xt=urn:btih:0123456789abcdef0123456789abcdef01234567", Fault::NoMagnet}};
        for (const auto& [link, fault] : links) {
            m_window->openItems({QString::fromLatin1(link)});
            checkRefusal({link, {}, fault});
        }
        const std::string tooLong = "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=";
        m_window->openItems({QString::fromStdString(tooLong + std::string(100'000, 'x'))});
        checkRefusal({"long", {}, Fault::LinkTooLong});
    }
};

QTEST_MAIN(WaysInTest)
#include "ways_in_test.moc"
