// A .torrent that lies behind a URL.
#pragma once

#include "core/error.h"
#include "engine/torrent_file.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <memory>

namespace essaim::hosting {

/// One download of one .torrent over HTTP or HTTPS. GUI thread; one run per object; nothing waits. Redirects are
/// followed five times at most and never from HTTPS back to HTTP.
class TorrentDownload : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 kMaxBytes = engine::kMaxTorrentFile;
    /// How slow an answer may be: a large one over a slow line takes its time.
    struct Patience {
        int waitMs = 30'000;           ///< in which something must come: a whole answer, or leastBytes of it
        qint64 leastBytes = 64 * 1024; ///< that is 2 kB/s
        int mostMs = 30 * 60 * 1000;   ///< from the start to the last byte
    };

    explicit TorrentDownload(QObject* parent = nullptr);
    TorrentDownload(const Patience& patience, QObject* parent);
    ~TorrentDownload() override;

    void start(const QUrl& url);
    void cancel(); ///< finished() follows with kind Cancelled

Q_SIGNALS:
    /// The bytes as they came, not looked into. Errors: InvalidData (no http or https URL, too large), NotFound (404,
    /// 410), PermissionDenied (401, 403), Network, Timeout, Cancelled. The subject is the host only: paths of such
    /// URLs hold keys.
    void finished(const essaim::Expected<QByteArray>& result);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hosting
