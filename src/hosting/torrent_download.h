// Fetches a .torrent that a link names.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <memory>

namespace essaim::hosting {

/// One download over HTTP or HTTPS: at most 10 MB, 30 s without progress, five redirects, none from https to http.
/// GUI thread; one run per object. Errors name the host only: the rest of such links is often a key.
class TorrentDownload : public QObject {
    Q_OBJECT
public:
    explicit TorrentDownload(QObject* parent = nullptr);
    /// Ends a running download without a signal.
    ~TorrentDownload() override;

    void start(const QUrl& url);
    void cancel(); ///< finished() follows with kind Cancelled

Q_SIGNALS:
    /// `total` is -1 while the server has not told it.
    void progress(qint64 done, qint64 total);
    /// The bytes as they came, not checked. Errors: InvalidData (no http address, too large), NotFound,
    /// PermissionDenied, Timeout, Network, Cancelled.
    void finished(const essaim::Expected<QByteArray>& result);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hosting
