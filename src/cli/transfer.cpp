#include "cli/transfer.h"

#include "cli/commands.h"
#include "cli/stop_signals.h"
#include "text/text.h"

#include <QCoreApplication>

namespace essaim::cli {
namespace {

using engine::TorrentState;

/// For programs: not translated.
QString stateName(TorrentState state) {
    switch (state) {
    case TorrentState::Error:
        return QStringLiteral("error");
    case TorrentState::MissingFiles:
        return QStringLiteral("missing-files");
    case TorrentState::DriveAway:
        return QStringLiteral("drive-away");
    case TorrentState::WaitingForDisk:
        return QStringLiteral("waiting-for-disk");
    case TorrentState::FetchingMetadata:
        return QStringLiteral("fetching-metadata");
    case TorrentState::Checking:
        return QStringLiteral("checking");
    case TorrentState::Moving:
        return QStringLiteral("moving");
    case TorrentState::Queued:
        return QStringLiteral("queued");
    case TorrentState::Downloading:
        return QStringLiteral("downloading");
    case TorrentState::Stalled:
        return QStringLiteral("stalled");
    case TorrentState::Paused:
        return QStringLiteral("paused");
    case TorrentState::Seeding:
        return QStringLiteral("seeding");
    case TorrentState::Complete:
        break;
    }
    return QStringLiteral("complete");
}

QString stateText(TorrentState state) {
    switch (state) {
    case TorrentState::Error:
        return Text::tr("Stopped by an error");
    case TorrentState::MissingFiles:
        return Text::tr("Files are missing");
    case TorrentState::DriveAway:
        return Text::tr("Waits for its drive");
    case TorrentState::WaitingForDisk:
        return Text::tr("Waiting for room on the disk");
    case TorrentState::FetchingMetadata:
        return Text::tr("Fetching metadata");
    case TorrentState::Checking:
        return Text::tr("Checking");
    case TorrentState::Moving:
        return Text::tr("Moving");
    case TorrentState::Queued:
        return Text::tr("Waiting");
    case TorrentState::Downloading:
        return Text::tr("Downloading");
    case TorrentState::Stalled:
        return Text::tr("Waiting for peers");
    case TorrentState::Paused:
        return Text::tr("Stopped");
    case TorrentState::Seeding:
        return Text::tr("Seeding");
    case TorrentState::Complete:
        break;
    }
    return Text::tr("Complete");
}

QString rateText(qint64 bytesPerSecond) {
    return bytesPerSecond > 0 ? text::rate(bytesPerSecond) : QStringLiteral("0");
}

QJsonObject toJson(const engine::TorrentSnapshot& torrent) {
    return {
        {QStringLiteral("event"), QStringLiteral("progress")},
        {QStringLiteral("state"), stateName(torrent.state)},
        {QStringLiteral("name"), torrent.name},
        {QStringLiteral("progress"), torrent.progress},
        {QStringLiteral("size"), torrent.wantedSize},
        {QStringLiteral("done"), torrent.wantedDone},
        {QStringLiteral("downloadRate"), torrent.downloadRate},
        {QStringLiteral("uploadRate"), torrent.uploadRate},
        {QStringLiteral("uploaded"), torrent.uploaded},
        {QStringLiteral("seeds"), torrent.seedsConnected},
        {QStringLiteral("peers"), torrent.peersConnected}};
}

} // namespace

Transfer::Transfer(const TransferRequest& request, Output& output)
    : m_request(request)
    , m_output(output)
    , m_session(request.session) {
    using engine::Session;
    connect(&m_session, &Session::started, this, [this] { m_session.add(m_request.torrent); });
    connect(&m_session, &Session::startFailed, this, &Transfer::fail);
    connect(&m_session, &Session::addFinished, this, &Transfer::onAdded);
    connect(&m_session, &Session::torrentsChanged, this, &Transfer::onChanged);
    connect(&m_session, &Session::problem, this, &Transfer::onProblem);
    connect(&m_session, &Session::stopped, this, [this] { QCoreApplication::exit(m_exitCode); });
    connect(&m_session, &Session::sessionChanged, this, [this](const engine::SessionSnapshot& snapshot) {
        if (snapshot.listenPort == m_listenPort)
            return;
        m_listenPort = snapshot.listenPort;
        m_output.object(
            {{QStringLiteral("event"), QStringLiteral("listening")}, {QStringLiteral("port"), m_listenPort}});
        m_output.line(Text::tr("Listening on port %1").arg(m_listenPort));
    });
}

int Transfer::run() {
    const StopSignals signals_;
    connect(
        &signals_, &StopSignals::requested, this, [this] { end(m_request.isSeed || m_isDone ? Success : Failure); });
    m_session.start();
    const int exitCode = QCoreApplication::exec();
    m_output.object({{QStringLiteral("event"), QStringLiteral("stopped")}, {QStringLiteral("complete"), m_isDone}});
    return exitCode;
}

void Transfer::onAdded(const engine::AddTorrentOutcome& outcome) {
    // With a profile, the torrent of an earlier run is there already: that one goes on.
    if (outcome.error && !outcome.isListedAlready())
        return fail(*outcome.error);
    m_id = outcome.id;
    if (!outcome.error)
        return;
    m_session.resume({m_id});
    for (const QString& peer : m_request.torrent.peers)
        m_session.connectPeer(m_id, peer);
}

void Transfer::onChanged(const QList<engine::TorrentSnapshot>& torrents) {
    for (const engine::TorrentSnapshot& torrent : torrents) {
        // A profile may hold more torrents than the one that was asked for; they run along silently.
        if (torrent.id == m_id && !m_isEnding)
            show(torrent);
    }
}

void Transfer::show(const engine::TorrentSnapshot& torrent) {
    m_output.object(toJson(torrent));
    const int step = int(torrent.progress * 20);
    const bool isMilestone = step != m_shownStep || torrent.state != m_shownState;
    m_shownStep = step;
    m_shownState = torrent.state;
    m_output.progress(
        Text::tr("%1: %2, down %3, up %4, %n peer(s)", nullptr, torrent.seedsConnected + torrent.peersConnected)
            .arg(
                stateText(torrent.state), text::percent(torrent.progress), rateText(torrent.downloadRate),
                rateText(torrent.uploadRate)),
        isMilestone);
    if (torrent.error)
        return fail(*torrent.error);
    if (torrent.state == TorrentState::MissingFiles)
        return fail({ErrorKind::NotFound, Operation::DownloadTorrent, torrent.savePath.toStdString(), {}});
    if (!torrent.isComplete() || m_isDone)
        return;
    m_isDone = true;
    m_output.object({{QStringLiteral("event"), QStringLiteral("finished")}, {QStringLiteral("name"), torrent.name}});
    if (!m_request.isSeed)
        m_output.line(Text::tr("%1 is complete.").arg(torrent.name));
    if (m_request.exitWhenDone)
        end(Success);
}

void Transfer::onProblem(const Error& error) {
    // Without the port that was asked for, nobody finds what he looks for; anything else is a warning.
    if (error.operation == Operation::ListenPeers)
        fail(error);
    else
        m_output.fail(error);
}

void Transfer::fail(const Error& error) {
    if (!m_isEnding)
        m_output.fail(error);
    end(Failure);
}

void Transfer::end(int exitCode) {
    if (std::exchange(m_isEnding, true))
        return;
    m_exitCode = exitCode;
    m_session.shutdown();
}

} // namespace essaim::cli
