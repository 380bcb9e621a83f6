#include "hosting/torrent_download.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <chrono>

namespace essaim::hosting {

namespace {

constexpr qint64 kMaxSize = 10'000'000;
constexpr int kMaxRedirects = 5;
constexpr std::chrono::milliseconds kTimeout = std::chrono::seconds(30);

ErrorKind kindOf(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::NotFound;
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::AuthenticationRequiredError:
        return ErrorKind::PermissionDenied;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // Qt's word for its own timer; cancel() never gets here
        return ErrorKind::Timeout;
    default:
        return ErrorKind::Network;
    }
}

QNetworkRequest makeRequest(const QUrl& url) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(kMaxRedirects);
    request.setTransferTimeout(int(kTimeout.count()));
    request.setRawHeader("Accept", "application/x-bittorrent");
    return request;
}

} // namespace

struct TorrentDownload::Private {
    explicit Private(TorrentDownload& download)
        : q(download) {}

    TorrentDownload& q;
    QNetworkAccessManager manager;
    QNetworkReply* reply = nullptr;
    std::string host;

    void watch();
    void readReply();
    void end(const Expected<QByteArray>& result);
    [[nodiscard]] std::unexpected<Error> error(ErrorKind kind, std::string detail) const {
        return failure(kind, Operation::FetchTorrent, host, std::move(detail));
    }
};

TorrentDownload::TorrentDownload(QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this)) {}

TorrentDownload::~TorrentDownload() {
    if (m_private->reply)
        m_private->reply->disconnect(this);
}

void TorrentDownload::start(const QUrl& url) {
    m_private->host = url.host().toStdString();
    const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || !isHttp) {
        // The caller may not have connected yet, or may delete us when it hears.
        QMetaObject::invokeMethod(
            this, [this] { m_private->end(m_private->error(ErrorKind::InvalidData, "not an http address")); },
            Qt::QueuedConnection);
        return;
    }
    m_private->reply = m_private->manager.get(makeRequest(url));
    m_private->watch();
}

void TorrentDownload::cancel() {
    if (m_private->reply)
        m_private->end(m_private->error(ErrorKind::Cancelled, {}));
}

void TorrentDownload::Private::watch() {
    QObject::connect(reply, &QNetworkReply::downloadProgress, &q, [this](qint64 done, qint64 total) {
        if (done > kMaxSize || total > kMaxSize)
            end(error(ErrorKind::InvalidData, "larger than 10 MB"));
        else
            Q_EMIT q.progress(done, total);
    });
    QObject::connect(reply, &QNetworkReply::finished, &q, [this] { readReply(); });
}

void TorrentDownload::Private::readReply() {
    if (reply->error() != QNetworkReply::NoError) {
        // The text of Qt's error holds the whole address: only its number is told.
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const std::string detail = status > 0 ? "HTTP status " + std::to_string(status)
                                              : "network error " + std::to_string(int(reply->error()));
        return end(error(kindOf(reply->error()), detail));
    }
    end(reply->readAll());
}

void TorrentDownload::Private::end(const Expected<QByteArray>& result) {
    if (reply) {
        QNetworkReply* done = std::exchange(reply, nullptr);
        done->disconnect(&q);
        done->abort();
        done->deleteLater();
    }
    Q_EMIT q.finished(result);
}

} // namespace essaim::hosting
