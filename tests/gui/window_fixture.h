// A window with services that never touch the network, torrents to show in it, and pictures of it on request.
#pragma once

#include "engine/session.h"
#include "gui/services.h"
#include "gui/widgets/theme.h"
#include "hosting/creation_queue.h"
#include "hosting/tracker_host.h"
#include "settings/settings_store.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

namespace essaim::test {

/// A session that is never started: the tests speak in its place, by emitting its signals.
struct WindowFixture {
    QTemporaryDir folder;
    settings::SettingsStore settings{folder.filePath(QStringLiteral("essaim.ini"))};
    engine::Session session{{.databasePath = folder.filePath(QStringLiteral("essaim.db")), .settings = offline()}};
    hosting::TrackerHost trackerHost{settings, folder.filePath(QStringLiteral("tracker.db")), true};
    hosting::CreationQueue creations{session, trackerHost, {}};

    [[nodiscard]] gui::Services services() { return {session, trackerHost, settings, creations}; }
    [[nodiscard]] static engine::SessionSettings offline() {
        engine::SessionSettings chosen;
        chosen.offline = true;
        return chosen;
    }
};

/// The torrent number `n`: its id and info-hash are n in each byte.
inline engine::TorrentSnapshot
makeTorrent(int n, const QString& name, engine::TorrentState state = engine::TorrentState::Downloading) {
    engine::TorrentSnapshot torrent;
    torrent.id.bytes.fill(std::uint8_t(n));
    torrent.infoHash.v1 = torrent.id;
    torrent.name = name;
    torrent.savePath = QStringLiteral("/home/lea/Downloads");
    torrent.state = state;
    torrent.hasMetadata = state != engine::TorrentState::FetchingMetadata;
    torrent.addedAt = QDateTime(QDate(2026, 11, 12), QTime(9, 12));
    return torrent;
}

/// With sizes that fit each other.
inline engine::TorrentSnapshot makeTorrent(
    int n, const QString& name, engine::TorrentState state, qint64 size, double progress, qint64 down = 0,
    qint64 up = 0) {
    engine::TorrentSnapshot torrent = makeTorrent(n, name, state);
    torrent.totalSize = torrent.wantedSize = size;
    torrent.progress = progress;
    torrent.wantedDone = torrent.downloaded = qint64(double(size) * progress);
    torrent.downloadRate = down;
    torrent.uploadRate = up;
    torrent.pieceLength = 4 * 1024 * 1024;
    torrent.pieceCount = int(size / torrent.pieceLength) + 1;
    torrent.piecesHave = int(torrent.pieceCount * progress);
    torrent.fileCount = 3;
    torrent.etaSeconds = down > 0 ? (size - torrent.wantedDone) / down : -1;
    return torrent;
}

/// Saves a picture when ESSAIM_SCREENSHOTS names a folder.
inline void photograph(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("ESSAIM_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QTest::qWait(50); // only for the eye: lets fonts and layouts settle
    widget.grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

} // namespace essaim::test
