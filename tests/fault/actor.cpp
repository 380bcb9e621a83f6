// The program without its window, for the fault loops: a session and settings, steered by JSON lines.
#include "engine/session.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <array>
#include <cstdio>
#include <map>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

using namespace essaim;
using engine::TorrentSnapshot;
using engine::TorrentState;

namespace {

QString hex(const TorrentId& id) {
    return QString::fromStdString(id.toHex());
}

TorrentId idOf(const QJsonValue& value) {
    return TorrentId::fromHex(value.toString().toStdString()).value_or(TorrentId{});
}

QList<TorrentId> idsOf(const QJsonValue& value) {
    QList<TorrentId> ids;
    for (const QJsonValue& id : value.toArray())
        ids.append(idOf(id));
    return ids;
}

QStringList stringsOf(const QJsonValue& value) {
    QStringList strings;
    for (const QJsonValue& item : value.toArray())
        strings.append(item.toString());
    return strings;
}

QList<qint64> jobsOf(const QJsonValue& value) {
    QList<qint64> jobs;
    for (const QJsonValue& job : value.toArray())
        jobs.append(job.toInteger());
    return jobs;
}

std::map<int, QString> pathsOf(const QJsonValue& value) {
    std::map<int, QString> paths;
    const QJsonObject object = value.toObject();
    for (auto path = object.begin(); path != object.end(); ++path)
        paths[path.key().toInt()] = path.value().toString();
    return paths;
}

QList<int> numbersOf(const QJsonValue& value) {
    QList<int> numbers;
    for (const QJsonValue& item : value.toArray())
        numbers.append(item.toInt());
    return numbers;
}

QJsonObject toJson(const Error& error) {
    return {
        {QStringLiteral("kind"), int(error.kind)},
        {QStringLiteral("operation"), int(error.operation)},
        {QStringLiteral("sentence"), text::errorSentence(error)},
        {QStringLiteral("technical"), QString::fromStdString(describe(error))}};
}

QString stateName(TorrentState state) {
    static const std::map<TorrentState, QString> names{
        {TorrentState::Error, QStringLiteral("error")},
        {TorrentState::MissingFiles, QStringLiteral("missing")},
        {TorrentState::DriveAway, QStringLiteral("away")},
        {TorrentState::WaitingForDisk, QStringLiteral("waiting")},
        {TorrentState::Moving, QStringLiteral("moving")},
        {TorrentState::FetchingMetadata, QStringLiteral("metadata")},
        {TorrentState::Checking, QStringLiteral("checking")},
        {TorrentState::Queued, QStringLiteral("queued")},
        {TorrentState::Downloading, QStringLiteral("downloading")},
        {TorrentState::Stalled, QStringLiteral("stalled")},
        {TorrentState::Paused, QStringLiteral("paused")},
        {TorrentState::Seeding, QStringLiteral("seeding")},
        {TorrentState::Complete, QStringLiteral("complete")},
        {TorrentState::Moving, QStringLiteral("moving")},
        {TorrentState::DriveAway, QStringLiteral("away")}};
    const auto found = names.find(state);
    return found == names.end() ? QStringLiteral("other") : found->second;
}

QString stateName(engine::MoveState state) {
    static constexpr std::array kNames{"waiting", "preparing", "moving", "paused",    "stopped",
                                       "back",    "cleaning",  "done",   "cancelled", "refused"};
    return QString::fromLatin1(kNames.at(std::size_t(state)));
}

QJsonObject toJson(const engine::MoveSnapshot& move) {
    QJsonObject object{
        {QStringLiteral("job"), move.jobId},
        {QStringLiteral("id"), hex(move.id)},
        {QStringLiteral("from"), move.source},
        {QStringLiteral("to"), move.target},
        {QStringLiteral("done"), move.done},
        {QStringLiteral("total"), move.total},
        {QStringLiteral("state"), stateName(move.state)}};
    if (move.error)
        object[QStringLiteral("error")] = toJson(*move.error);
    return object;
}

QJsonObject toJson(const TorrentSnapshot& torrent) {
    QJsonObject object{{QStringLiteral("id"), hex(torrent.id)},
                       {QStringLiteral("name"), torrent.name},
                       {QStringLiteral("save"), torrent.savePath},
                       {QStringLiteral("state"), stateName(torrent.state)},
                       {QStringLiteral("have"), torrent.piecesHave},
                       {QStringLiteral("pieces"), torrent.pieceCount},
                       {QStringLiteral("stopped"), torrent.isStopped()},
                       {QStringLiteral("metadata"), torrent.hasMetadata},
                       {QStringLiteral("category"), torrent.category},
                       {QStringLiteral("tags"), torrent.tags.join(QLatin1Char('\n'))}};
    if (torrent.error)
        object[QStringLiteral("error")] = toJson(*torrent.error);
    return object;
}

engine::AddTorrentRequest requestOf(const QJsonObject& command) {
    engine::AddTorrentRequest request;
    if (QFile file(command[QStringLiteral("torrent")].toString()); file.open(QIODevice::ReadOnly))
        request.torrent = file.readAll();
    request.magnet = command[QStringLiteral("magnet")].toString();
    request.savePath = command[QStringLiteral("save")].toString();
    request.filePriorities = numbersOf(command[QStringLiteral("priorities")]);
    request.paused = command[QStringLiteral("paused")].toBool();
    request.seedMode = command[QStringLiteral("seed")].toBool();
    if (command[QStringLiteral("over")].toBool())
        request.existingFiles = engine::ExistingFiles::Overwrite;
    request.extraTrackers = stringsOf(command[QStringLiteral("trackers")]);
    request.peers = stringsOf(command[QStringLiteral("peers")]);
    return request;
}

engine::FilesFate fateOf(const QJsonValue& value) {
    const QString word = value.toString();
    return word == QLatin1String("bin")      ? engine::FilesFate::Bin
           : word == QLatin1String("delete") ? engine::FilesFate::Delete
                                             : engine::FilesFate::Keep;
}

/// Everything on the main thread. Ends like a killed program when whoever steers is gone.
class Actor : public QObject {
public:
    explicit Actor(const QString& profile)
        : m_settings(profile.isEmpty() ? QString() : profile + QStringLiteral("/essaim.ini"))
        , m_sessionSettings(sessionSettings())
        , m_session({profile.isEmpty() ? QString() : profile + QStringLiteral("/essaim.db"), m_sessionSettings})
        , m_input(STDIN_FILENO, QSocketNotifier::Read) {
        connect(&m_input, &QSocketNotifier::activated, this, &Actor::readCommands);
        connect(&m_settings, &settings::SettingsStore::saveFailed, this, [this] { m_saveFailed = true; });
        connectSession();
        m_session.start();
    }

private:
    static engine::SessionSettings sessionSettings() {
        engine::SessionSettings settings;
        settings.offline = true;
        settings.bindAddress = QStringLiteral("127.0.0.1");
        settings.maxActiveDownloads = -1;
        settings.keepFreeBytes = 0;
        settings.marksIncomplete = qEnvironmentVariableIsSet("ESSAIM_FAULT_MARK");
        return settings;
    }

    void tell(const char* event, QJsonObject object = {}) {
        object[QStringLiteral("event")] = QString::fromLatin1(event);
        const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
        std::fflush(stdout);
    }

    void connectSession() {
        connect(&m_session, &engine::Session::started, this, [this] {
            tell(
                "started", {
                               {QStringLiteral("torrents"), list()},
                               {QStringLiteral("settingsKeptAside"), m_settings.keptAside()},
                               {QStringLiteral("settings"), settingsNow()},
                           });
        });
        connect(&m_session, &engine::Session::startFailed, this, [this](const Error& error) {
            tell("startFailed", toJson(error));
        });
        connect(&m_session, &engine::Session::stopped, this, [this] {
            tell("stopped");
            QCoreApplication::quit();
        });
        connect(&m_session, &engine::Session::problem, this, [this](const Error& error) {
            tell("problem", toJson(error));
        });
        connect(&m_session, &engine::Session::torrentsChanged, this, [this](const QList<TorrentSnapshot>& torrents) {
            for (const TorrentSnapshot& torrent : torrents) {
                m_torrents.insert_or_assign(torrent.id, torrent);
                tell("torrent", toJson(torrent));
            }
        });
        connect(&m_session, &engine::Session::torrentsRemoved, this, [this](const QList<TorrentId>& ids) {
            for (const TorrentId& id : ids) {
                m_torrents.erase(id);
                tell("removed", {{QStringLiteral("id"), hex(id)}});
            }
        });
        connect(&m_session, &engine::Session::movesChanged, this, [this](const QList<engine::MoveSnapshot>& moves) {
            QJsonArray list;
            for (const engine::MoveSnapshot& move : moves)
                list.append(toJson(move));
            tell("moves", {{QStringLiteral("list"), list}});
        });
        connect(&m_session, &engine::Session::filesRemoved, this, [this](const engine::FilesRemoved& removed) {
            QJsonObject object{{QStringLiteral("id"), hex(removed.id)}};
            if (removed.error)
                object[QStringLiteral("error")] = toJson(*removed.error);
            tell("filesRemoved", object);
        });
        connect(&m_session, &engine::Session::torrentRestored, this, [this](const engine::RestoreOutcome& outcome) {
            QJsonObject object{{QStringLiteral("id"), hex(outcome.id)}, {QStringLiteral("back"), outcome.isBack}};
            if (outcome.error)
                object[QStringLiteral("error")] = toJson(*outcome.error);
            tell("restored", object);
        });
        connect(&m_session, &engine::Session::volumeHeld, this, [this](const engine::VolumeNotice& notice) {
            tell("held", {{QStringLiteral("torrents"), notice.torrents}});
        });
        connect(&m_session, &engine::Session::addFinished, this, [this](const engine::AddTorrentOutcome& outcome) {
            QJsonObject object{{QStringLiteral("id"), hex(outcome.id)}};
            if (outcome.error)
                object[QStringLiteral("error")] = toJson(*outcome.error);
            tell("added", object);
        });
        connect(&m_session, &engine::Session::sessionChanged, this, [this](const engine::SessionSnapshot& snapshot) {
            if (std::exchange(m_port, snapshot.listenPort) != snapshot.listenPort)
                tell("port", {{QStringLiteral("port"), snapshot.listenPort}});
        });
        connect(&m_session, &engine::Session::details, this, [this](const engine::TorrentDetails& details) {
            QJsonArray priorities;
            for (const int priority : details.filePriorities)
                priorities.append(priority);
            QJsonArray paths;
            for (const engine::TorrentFileEntry& file : details.description.files)
                paths.append(file.path);
            qint64 present = 0;
            for (const qint64 bytes : details.fileProgress)
                present += bytes;
            tell(
                "details", {{QStringLiteral("id"), hex(details.id)},
                            {QStringLiteral("priorities"), priorities},
                            {QStringLiteral("present"), present},
                            {QStringLiteral("paths"), paths},
                            {QStringLiteral("files"), int(details.description.files.size())}});
        });
    }

    [[nodiscard]] QJsonArray list() const {
        QJsonArray torrents;
        for (const auto& [id, torrent] : m_torrents)
            torrents.append(toJson(torrent));
        return torrents;
    }

    [[nodiscard]] QJsonObject settingsNow() const {
        return {
            {QStringLiteral("save_path"), m_settings.value(settings::kSavePath)},
            {QStringLiteral("max_active"), m_settings.value(settings::kMaxActiveDownloads)},
            {QStringLiteral("port"), m_settings.value(settings::kListenPort)}};
    }

    void readCommands() {
        char buffer[16384];
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0)
            ::_exit(3);
        m_pending.append(buffer, count);
        for (qsizetype end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
            const QJsonObject command = QJsonDocument::fromJson(m_pending.left(end)).object();
            m_pending.remove(0, end + 1);
            perform(command[QStringLiteral("do")].toString(), command);
        }
    }

    void perform(const QString& what, const QJsonObject& command) {
        const TorrentId id = idOf(command[QStringLiteral("id")]);
        const QList<TorrentId> ids = idsOf(command[QStringLiteral("ids")]);
        if (what == QLatin1String("add"))
            m_session.add(requestOf(command));
        else if (what == QLatin1String("pause"))
            m_session.pause(ids);
        else if (what == QLatin1String("resume"))
            m_session.resume(ids);
        else if (what == QLatin1String("remove"))
            m_session.remove(ids, fateOf(command[QStringLiteral("files")]));
        else if (what == QLatin1String("restore"))
            m_session.restoreRemoved(ids);
        else if (what == QLatin1String("recheck"))
            m_session.recheck(ids);
        else if (what == QLatin1String("move"))
            m_session.move(ids, command[QStringLiteral("folder")].toString());
        else if (what == QLatin1String("pauseMoves"))
            m_session.pauseMoves(jobsOf(command[QStringLiteral("jobs")]));
        else if (what == QLatin1String("resumeMoves"))
            m_session.resumeMoves(jobsOf(command[QStringLiteral("jobs")]));
        else if (what == QLatin1String("cancelMoves"))
            m_session.cancelMoves(jobsOf(command[QStringLiteral("jobs")]));
        else if (what == QLatin1String("priorities"))
            m_session.setFilePriorities(id, numbersOf(command[QStringLiteral("list")]));
        else if (what == QLatin1String("trackers"))
            m_session.addTrackers(id, stringsOf(command[QStringLiteral("urls")]));
        else if (what == QLatin1String("peer"))
            m_session.connectPeer(id, command[QStringLiteral("address")].toString());
        else if (what == QLatin1String("details"))
            m_session.requestDetails(id);
        else if (what == QLatin1String("set"))
            set(command);
        else if (what == QLatin1String("category"))
            m_session.setCategory(ids, command[QStringLiteral("text")].toString());
        else if (what == QLatin1String("tags"))
            m_session.setTags(ids, stringsOf(command[QStringLiteral("list")]));
        else if (what == QLatin1String("rename"))
            m_session.setName(id, command[QStringLiteral("text")].toString());
        else if (what == QLatin1String("renameFiles"))
            m_session.edit({id}, engine::RenameFiles{pathsOf(command[QStringLiteral("paths")])});
        else if (what == QLatin1String("mark"))
            mark(command[QStringLiteral("on")].toBool());
        else if (what == QLatin1String("limit"))
            limit(command[QStringLiteral("download")].toInt());
        else if (what == QLatin1String("list"))
            tell("list", {{QStringLiteral("torrents"), list()}});
        else if (what == QLatin1String("quit"))
            m_session.shutdown();
        else
            tell("unknown", command);
    }

    void mark(bool isOn) {
        m_sessionSettings.marksIncomplete = isOn;
        m_session.applySettings(m_sessionSettings);
    }

    void limit(int bytesPerSecond) {
        m_sessionSettings.downloadLimit = bytesPerSecond;
        m_session.applySettings(m_sessionSettings);
    }

    void set(const QJsonObject& command) {
        m_saveFailed = false;
        if (const QJsonValue path = command[QStringLiteral("save_path")]; path.isString())
            m_settings.set(settings::kSavePath, path.toString());
        if (const QJsonValue count = command[QStringLiteral("max_active")]; count.isDouble())
            m_settings.set(settings::kMaxActiveDownloads, count.toInt());
        m_settings.sync();
        tell(m_saveFailed ? "settingsNotSaved" : "settingsSaved");
    }

    settings::SettingsStore m_settings;
    engine::SessionSettings m_sessionSettings;
    engine::Session m_session;
    QSocketNotifier m_input;
    QByteArray m_pending;
    std::map<TorrentId, TorrentSnapshot> m_torrents;
    int m_port = 0;
    bool m_saveFailed = false;
};

} // namespace

int main(int argc, char** argv) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    QCoreApplication application(argc, argv);
    const Actor actor(argc > 1 ? QFile::decodeName(argv[1]) : QString());
    return QCoreApplication::exec();
}
