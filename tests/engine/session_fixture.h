// What the tests of the session share: sessions on loopback, content to move, waiting with a deadline.
#pragma once

#include "engine/create_torrent.h"
#include "engine/session.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QMap>
#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <memory>
#include <optional>

namespace essaim::engine::test {

inline constexpr int kDeadlineMs = 30'000;

inline void writeFile(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline QByteArray readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The same bytes for the same seed.
inline QByteArray bytesOf(qsizetype size, quint32 seed) {
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (char& byte : bytes)
        byte = char(random.generate());
    return bytes;
}

/// A folder "Été à Zürich" with nested files of awkward sizes and names.
inline QString makeContent(const QString& folder, qsizetype large = 900'001) {
    const QString root = folder + QStringLiteral("/Été à Zürich");
    writeFile(root + QStringLiteral("/über/große Datei.bin"), bytesOf(large, 1));
    writeFile(root + QStringLiteral("/über/写真/一.jpg"), bytesOf(16'384, 2));
    writeFile(root + QStringLiteral("/b"), bytesOf(1, 3));
    writeFile(root + QStringLiteral("/leer"), {});
    return root;
}

/// Relative path -> bytes, of every file below `folder` but hidden ones (libtorrent's part files).
inline QMap<QString, QByteArray> treeOf(const QString& folder) {
    QMap<QString, QByteArray> tree;
    QDirIterator entries(folder, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        tree.insert(QDir(folder).relativeFilePath(path), readFile(path));
    }
    return tree;
}

inline CreatedTorrent make(const QString& path, TorrentFormat format = TorrentFormat::V1) {
    CreateTorrentRequest request;
    request.paths = {path};
    request.format = format;
    request.pieceLength = 16 * 1024;
    const auto created = createTorrent(request);
    if (!created)
        qFatal("cannot make a torrent: %s", created.error().detail.c_str());
    return *created;
}

/// A session that remembers what it said.
class TestSession {
public:
    explicit TestSession(const QString& databasePath = {}, SessionSettings settings = {}) {
        settings.offline = true;
        m_session = std::make_unique<Session>(SessionConfig{databasePath, settings});
        Session* session = m_session.get();
        QObject::connect(session, &Session::started, [this] { isStarted = true; });
        QObject::connect(session, &Session::startFailed, [this](const Error& error) { startError = error; });
        QObject::connect(session, &Session::stopped, [this] { isStopped = true; });
        QObject::connect(session, &Session::torrentsChanged, [this](const QList<TorrentSnapshot>& torrents) {
            for (const TorrentSnapshot& torrent : torrents)
                snapshots.insert_or_assign(torrent.id.toHex(), torrent);
        });
        QObject::connect(session, &Session::torrentsRemoved, [this](const QList<TorrentId>& ids) {
            for (const TorrentId& id : ids) {
                snapshots.erase(id.toHex());
                ++removedCount;
            }
        });
        QObject::connect(
            session, &Session::addFinished, [this](const AddTorrentOutcome& outcome) { outcomes.append(outcome); });
        QObject::connect(session, &Session::torrentFinished, [this](const TorrentId&, const QString& name) {
            finished.append(name);
        });
        QObject::connect(
            session, &Session::sessionChanged, [this](const SessionSnapshot& changed) { totals = changed; });
        QObject::connect(session, &Session::details, [this](const TorrentDetails& said) { details = said; });
        QObject::connect(
            session, &Session::torrentFile, [this](const TorrentId&, const QByteArray& bytes) { torrentFile = bytes; });
        QObject::connect(session, &Session::problem, [this](const Error& error) { problems.append(error); });
    }

    Session* operator->() const { return m_session.get(); }

    [[nodiscard]] bool start() {
        m_session->start();
        return QTest::qWaitFor([this] { return isStarted || startError; }, kDeadlineMs) && isStarted;
    }
    [[nodiscard]] bool stop() {
        m_session->shutdown();
        return QTest::qWaitFor([this] { return isStopped; }, kDeadlineMs);
    }
    /// Adds and waits for the outcome.
    AddTorrentOutcome add(AddTorrentRequest request) {
        request.requestId = quint64(outcomes.size()) + 1;
        const auto count = outcomes.size();
        m_session->add(request);
        if (!QTest::qWaitFor([&] { return outcomes.size() > count; }, kDeadlineMs))
            qFatal("no outcome");
        return outcomes.back();
    }
    [[nodiscard]] const TorrentSnapshot* find(const TorrentId& id) const {
        const auto found = snapshots.find(id.toHex());
        return found == snapshots.end() ? nullptr : &found->second;
    }
    /// Says in what state it is instead, if the deadline passes.
    [[nodiscard]] bool waitForState(const TorrentId& id, TorrentState state) const {
        const bool isReached = QTest::qWaitFor(
            [&] {
                const TorrentSnapshot* torrent = find(id);
                return torrent != nullptr && torrent->state == state;
            },
            kDeadlineMs);
        if (!isReached)
            tellState(id, state);
        return isReached;
    }
    /// Waits until the session listens.
    [[nodiscard]] QString peerAddress() const {
        if (!QTest::qWaitFor([this] { return totals.listenPort != 0; }, kDeadlineMs))
            qFatal("the session does not listen");
        return QStringLiteral("127.0.0.1:%1").arg(totals.listenPort);
    }

    bool isStarted = false;
    bool isStopped = false;
    std::optional<Error> startError;
    std::map<std::string, TorrentSnapshot> snapshots;
    QList<AddTorrentOutcome> outcomes;
    QStringList finished;
    int removedCount = 0;
    SessionSnapshot totals;
    std::optional<TorrentDetails> details;
    QByteArray torrentFile;
    QList<Error> problems;

private:
    void tellState(const TorrentId& id, TorrentState wanted) const {
        const TorrentSnapshot* torrent = find(id);
        if (torrent == nullptr) {
            qWarning("waited for state %d of a torrent that is not listed; %zu are", int(wanted), snapshots.size());
        } else {
            const QString error = torrent->error ? QString::fromStdString(torrent->error->detail) : QString();
            qWarning() << "waited for state" << int(wanted) << "but it is" << int(torrent->state) << "with"
                       << torrent->wantedDone << "of" << torrent->wantedSize << "bytes, progress" << torrent->progress
                       << "metadata" << torrent->hasMetadata << "peers" << torrent->peersConnected
                       << torrent->seedsConnected << "error" << error;
        }
        for (const Error& problem : problems)
            qWarning(
                "a problem: kind %d with %s: %s", int(problem.kind), problem.subject.c_str(), problem.detail.c_str());
    }

    std::unique_ptr<Session> m_session;
};

inline AddTorrentRequest request(const QByteArray& torrent, const QString& savePath) {
    AddTorrentRequest request;
    request.torrent = torrent;
    request.savePath = savePath;
    return request;
}

/// A session that seeds what was made, from where it lies.
inline AddTorrentOutcome seed(TestSession& session, const CreatedTorrent& created) {
    AddTorrentRequest added = request(created.torrent, created.savePath);
    added.diskName = created.diskName;
    added.seedMode = true;
    return session.add(added);
}

} // namespace essaim::engine::test
