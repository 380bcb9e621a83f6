#include "hosting/torrent_download.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <optional>

namespace essaim::hosting {

struct TorrentDownload::Private {
    QNetworkAccessManager network;
    QNetworkReply* reply = nullptr; ///< child of `network`
    Patience patience;
    QTimer timeout;
    qint64 bytesBefore = 0; ///< when the timeout began
    QElapsedTimer sinceStart;
    QByteArray bytes;
    std::string host;
    std::optional<Error> stopped; ///< why we ended it ourselves
    bool isFinished = false;

    Error error(ErrorKind kind, std::string detail) const {
        return {kind, Operation::FetchTorrent, host, std::move(detail)};
    }
    void stop(ErrorKind kind, const std::string& detail) {
        if (!stopped)
            stopped = error(kind, detail);
        if (reply != nullptr)
            reply->abort();
    }
    void look() {
        if (bytes.size() - bytesBefore < patience.leastBytes || sinceStart.hasExpired(patience.mostMs))
            return stop(ErrorKind::Timeout, "it came too slowly, or not at all");
        bytesBefore = bytes.size();
        timeout.start();
    }
    void takeBytes() {
        bytes += reply->readAll();
        if (bytes.size() > kMaxBytes)
            stop(ErrorKind::InvalidData, "it is larger than 32 MB");
    }
};

namespace {

ErrorKind kindOf(const QNetworkReply& reply) {
    switch (reply.error()) {
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::NotFound;
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::AuthenticationRequiredError:
        return ErrorKind::PermissionDenied;
    case QNetworkReply::TimeoutError:
        return ErrorKind::Timeout;
    default:
        return ErrorKind::Network;
    }
}

/// In words that text/detail_words.h knows; Qt's own sentence names the whole URL.
std::string detailOf(const QNetworkReply& reply) {
    if (const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); status > 0)
        return "the server answered " + std::to_string(status);
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return "Connection refused";
    case QNetworkReply::RemoteHostClosedError:
        return "Connection reset by peer";
    case QNetworkReply::HostNotFoundError:
        return "Host not found";
    case QNetworkReply::TimeoutError:
        return "Connection timed out";
    case QNetworkReply::SslHandshakeFailedError:
        return "The encrypted connection could not be set up";
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::TemporaryNetworkFailureError:
        return "Network is unreachable";
    case QNetworkReply::TooManyRedirectsError:
        return "It leads from one address to the next without end";
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return "The proxy does not help";
    default:
        return "The connection failed";
    }
}

bool isHttp(const QUrl& url) {
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() &&
           (scheme == QLatin1String("http") || scheme == QLatin1String("https"));
}

} // namespace

TorrentDownload::TorrentDownload(QObject* parent)
    : TorrentDownload(Patience(), parent) {}

TorrentDownload::TorrentDownload(const Patience& patience, QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>()) {
    m_private->patience = patience;
    m_private->timeout.setSingleShot(true);
    m_private->timeout.setInterval(patience.waitMs);
    connect(&m_private->timeout, &QTimer::timeout, this, [this] { m_private->look(); });
}

TorrentDownload::~TorrentDownload() {
    if (m_private->reply != nullptr)
        m_private->reply->disconnect(this); // aborting emits finished()
}

void TorrentDownload::start(const QUrl& url) {
    Q_ASSERT(m_private->reply == nullptr);
    m_private->host = url.host().toStdString();
    if (!isHttp(url)) {
        const Error refused = m_private->error(ErrorKind::InvalidData, "only http and https URLs can be opened");
        QMetaObject::invokeMethod(
            this, [this, refused] { Q_EMIT finished(std::unexpected(refused)); }, Qt::QueuedConnection);
        return;
    }
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(5);
    m_private->timeout.start();
    m_private->sinceStart.start();
    m_private->reply = m_private->network.get(request);
    connect(m_private->reply, &QNetworkReply::readyRead, this, [this] { m_private->takeBytes(); });
    connect(m_private->reply, &QNetworkReply::finished, this, [this] {
        Private& d = *m_private;
        d.timeout.stop();
        if (std::exchange(d.isFinished, true))
            return;
        if (!d.stopped && d.reply->error() == QNetworkReply::NoError)
            d.takeBytes();
        if (d.stopped)
            Q_EMIT finished(std::unexpected(*d.stopped));
        else if (d.reply->error() != QNetworkReply::NoError)
            Q_EMIT finished(std::unexpected(d.error(kindOf(*d.reply), detailOf(*d.reply))));
        else
            Q_EMIT finished(d.bytes);
    });
}

void TorrentDownload::cancel() {
    m_private->stop(ErrorKind::Cancelled, {});
}

} // namespace essaim::hosting
