#include "app/demo/demo.h"

#include "app/demo/actor.h"
#include "app/demo/drag_source.h"
#include "app/demo/sample_folder.h"
#include "app/profile.h"
#include "gui/widgets/theme.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QScreen>
#include <QTemporaryDir>
#include <QWindow>

#include <cstdio>
#include <optional>

namespace essaim::app {

namespace {

constexpr qint64 kContentSize = 320'000'000;
constexpr int kPublishTimeoutMs = 45'000;
constexpr int kDownloadTimeoutMs = 60'000;
constexpr int kCrashDownloadLimit = 20'000; ///< KiB/s: slow enough to be hit in mid-download

void say(const QString& line) {
    std::fputs((line + QLatin1Char('\n')).toLocal8Bit().constData(), stdout);
    std::fflush(stdout);
}

void grabScreen(const QString& file) {
    QGuiApplication::primaryScreen()->grabWindow(0).save(file);
}

QJsonObject onlyTorrent(Actor& actor) {
    return actor.status().value(QStringLiteral("torrents")).toArray().first().toObject();
}

/// One run, step by step; each step throws DemoFailure if it does not happen.
class Demo {
public:
    Demo(const QString& output, bool crash)
        : m_output(output.isEmpty() ? QDir::tempPath() + QStringLiteral("/essaim-demo") : output)
        , m_crash(crash) {
        QDir().mkpath(m_output);
    }

    void run() {
        prepare();
        openWindows();
        switchTrackerOn();
        dropFolder();
        publish();
        openInvite();
        download();
        takePictures();
        closeWindows();
        compare();
    }

    [[nodiscard]] QString picture(const char* name) const {
        return m_output + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png");
    }

private:
    void prepare();
    void openWindows();
    void switchTrackerOn();
    void dropFolder();
    void publish();
    void openInvite();
    void download();
    void crashOnTheWay(double progress);
    void takePictures();
    void closeWindows();
    void compare();
    [[nodiscard]] QString sharedFolder() const { return m_folder.filePath(QStringLiteral("Mariage Léa & Tom")); }
    [[nodiscard]] QString friendFolder() const { return m_folder.filePath(QStringLiteral("friend-downloads")); }

    QTemporaryDir m_folder;
    QString m_output;
    bool m_crash; ///< kill both windows in mid-download
    int m_crashes = 0;
    std::optional<Actor> m_host;
    std::optional<Actor> m_friend;
    QString m_torrentPath;
    qint64 m_size = 0;
    qint64 m_announces = 0;
    double m_seconds = 0;
};

void Demo::prepare() {
    say(QStringLiteral("Preparing %1 of nested files…").arg(text::size(kContentSize)));
    makeSampleFolder(sharedFolder(), kContentSize);
    if (m_crash) {
        QDir().mkpath(m_folder.filePath(QStringLiteral("friend")));
        settings::SettingsStore store(resolveProfile(m_folder.filePath(QStringLiteral("friend"))).settingsFile);
        store.set(settings::kDownloadLimit, kCrashDownloadLimit);
        store.sync();
    }
}

void Demo::openWindows() {
    // Side by side where the screen has room for both.
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry().adjusted(0, 0, 0, -40); // title bars
    const int width = qMin(1280, screen.width());
    const int height = qMin(800, screen.height());
    const QString form = QStringLiteral("%1x%2+%3+%4");
    m_host.emplace(
        QStringLiteral("host"), m_folder.filePath(QStringLiteral("host")),
        form.arg(width).arg(height).arg(screen.left()).arg(screen.top()));
    m_friend.emplace(
        QStringLiteral("friend"), m_folder.filePath(QStringLiteral("friend")),
        form.arg(width).arg(height).arg(screen.right() + 1 - width).arg(screen.top()));
    say(QStringLiteral("Two windows are open: host and friend."));
}

void Demo::switchTrackerOn() {
    m_host->click(QStringLiteral("trackerPageButton"));
    m_host->click(QStringLiteral("trackerSwitch"));
    waitUntil(QStringLiteral("host: the tracker does not start"), 10'000, [this] {
        return m_host->status().value(QStringLiteral("trackerOn")).toBool();
    });
    say(QStringLiteral("The host's tracker is on."));
}

void Demo::dropFolder() {
    bool dropped = false;
    if (qEnvironmentVariableIsSet("ESSAIM_DEMO_POINTER") && QGuiApplication::platformName() == QLatin1String("xcb")) {
        DragSource source(sharedFolder());
        const QJsonObject place = m_host->ask(
            {{QStringLiteral("do"), QStringLiteral("place")},
             {QStringLiteral("widget"), QStringLiteral("trackerPage")}});
        const QPoint origin(place.value(QStringLiteral("x")).toInt(), place.value(QStringLiteral("y")).toInt());
        const QSize size(place.value(QStringLiteral("width")).toInt(), place.value(QStringLiteral("height")).toInt());
        source.move(origin + QPoint(24, size.height() - source.height() - 24));
        source.show();
        waitUntil(QStringLiteral("the file window does not appear"), 5'000, [&source] {
            return source.windowHandle() && source.windowHandle()->isExposed();
        });
        dropped = source.dragTo(origin + QPoint(size.width() / 2, size.height() / 2));
        if (dropped) {
            // The window fetches what was dropped after the drop: until then its source must stay.
            m_host->waitFor(QStringLiteral("createTorrentDialog"));
            say(QStringLiteral("The folder was dragged onto the host's window with the pointer."));
        }
    }
    if (!dropped) {
        (void)m_host->ask(
            {{QStringLiteral("do"), QStringLiteral("drop")}, {QStringLiteral("paths"), QJsonArray{sharedFolder()}}});
        say(QStringLiteral("The folder was dropped on the host's window."));
    }
}

void Demo::publish() {
    m_host->waitFor(QStringLiteral("createTorrentDialog"));
    m_host->click(QStringLiteral("createTorrentDialog/moreOptionsButton")); // a .torrent is to be written
    m_host->type(
        QStringLiteral("createTorrentDialog/outputEdit"), m_folder.filePath(QStringLiteral("Mariage.torrent")));
    m_host->waitFor(QStringLiteral("createTorrentDialog/createButton"));
    m_torrentPath = m_host->read(QStringLiteral("createTorrentDialog/outputEdit"));
    m_host->click(QStringLiteral("createTorrentDialog/createButton"));
    m_host->waitFor(QStringLiteral("createTorrentDialog/inviteEdit"), kPublishTimeoutMs);
    if (!m_host->read(QStringLiteral("createTorrentDialog/inviteEdit")).startsWith(QLatin1String("magnet:?")))
        throw DemoFailure(QStringLiteral("host: the invite is not a link"));
    grabScreen(picture("published"));
    m_host->click(QStringLiteral("createTorrentDialog/closeButton"));
    say(QStringLiteral("The folder is published; the invite is on the clipboard."));
}

void Demo::openInvite() {
    // As a file manager would: a second start with the .torrent, handed to the running window.
    if (m_friend->startAgain({m_torrentPath}) != 0)
        throw DemoFailure(QStringLiteral("friend: the running window did not take the torrent"));
    m_friend->waitFor(QStringLiteral("addTorrentDialog"));
    m_friend->type(QStringLiteral("addTorrentDialog/savePathEdit"), friendFolder());
    grabScreen(picture("opened"));
    m_friend->click(QStringLiteral("addTorrentDialog/addButton"));
}

void Demo::download() {
    QElapsedTimer timer;
    timer.start();
    bool pictured = false;
    waitUntil(QStringLiteral("friend: the download does not end"), kDownloadTimeoutMs, [&] {
        const QJsonObject torrent = onlyTorrent(*m_friend);
        if (torrent.value(QStringLiteral("state")).toString() == QLatin1String("error"))
            throw DemoFailure(QStringLiteral("friend: the download stopped with an error"));
        const double progress = torrent.value(QStringLiteral("progress")).toDouble();
        if (m_crash)
            crashOnTheWay(progress);
        if (!pictured && progress > 0.35) {
            pictured = true;
            grabScreen(picture("downloading"));
        }
        m_size = static_cast<qint64>(torrent.value(QStringLiteral("size")).toDouble());
        return torrent.value(QStringLiteral("state")).toString() == QLatin1String("complete");
    });
    if (m_crash && m_crashes != 2)
        throw DemoFailure(QStringLiteral("the download ended before both programs could be killed"));
    m_seconds = static_cast<double>(timer.elapsed()) / 1000;
    say(QStringLiteral("The friend's window has everything."));
    waitUntil(QStringLiteral("host: the tracker saw no announce"), 10'000, [this] {
        m_announces = static_cast<qint64>(m_host->status().value(QStringLiteral("announces")).toDouble());
        return m_announces >= 2;
    });
}

void Demo::crashOnTheWay(double progress) {
    if (m_crashes == 0 && progress > 0.15) {
        ++m_crashes;
        m_friend->killAndRestart();
        say(QStringLiteral("The friend's program was killed at %1 and started again.").arg(text::percent(progress)));
    } else if (m_crashes == 1 && progress > 0.5) {
        ++m_crashes;
        m_host->killAndRestart();
        say(QStringLiteral("The host's program was killed at %1 and started again.").arg(text::percent(progress)));
    }
}

void Demo::takePictures() {
    m_host->picture(picture("host-tracker"));
    m_host->click(QStringLiteral("transfersPageButton"));
    m_host->picture(picture("host-transfers"));
    m_friend->picture(picture("friend-transfers"));
    grabScreen(picture("both"));
}

void Demo::closeWindows() {
    if (m_friend->quit() != 0 || m_host->quit() != 0)
        throw DemoFailure(QStringLiteral("a window did not end cleanly"));
}

void Demo::compare() {
    const FolderDigest sent = digestFolder(sharedFolder());
    const FolderDigest received =
        digestFolder(friendFolder() + QLatin1Char('/') + QFileInfo(sharedFolder()).fileName());
    if (sent.isEmpty() || sent != received)
        throw DemoFailure(QStringLiteral("the files differ: %1 sent, %2 received, or not the same bytes")
                              .arg(sent.size())
                              .arg(received.size()));
    say(QString());
    const auto row = [](const char* name, const QString& value) {
        say(QStringLiteral("  %1 %2").arg(QString::fromLatin1(name), -12).arg(value));
    };
    row("files", QString::number(sent.size()));
    row("bytes", QString::number(m_size));
    row("seconds", QString::number(m_seconds, 'f', 1));
    row("rate", text::rate(static_cast<qint64>(static_cast<double>(m_size) / qMax(m_seconds, 0.001))));
    if (m_crash)
        row("kills", QString::number(m_crashes));
    row("announces", QString::number(m_announces));
    row("pictures", m_output);
    row("verdict", QStringLiteral("every file is equal (SHA-256)"));
}

} // namespace

int runDemo(const QString& output, bool crash) {
    gui::applyTheme(*qApp, QStringLiteral("light"));
    Demo demo(output, crash);
    try {
        demo.run();
        return 0;
    } catch (const DemoFailure& failure) {
        grabScreen(demo.picture("failure"));
        say(QStringLiteral("  verdict      FAILED: ") + QString::fromUtf8(failure.what()));
        return 1;
    }
}

} // namespace essaim::app
