#include "hosting/followed_hosts.h"

#include "engine/background.h"
#include "engine/session.h"
#include "hosting/torrent_download.h"
#include "storage/durable_file.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
constexpr auto kLookEvery = 15min;
constexpr auto kSaveAfter = 500ms; ///< several changes at once are one

QByteArray encode(const QList<FollowedHost>& hosts) {
    QJsonArray list;
    for (const FollowedHost& host : hosts) {
        const QStringList known(host.known.cbegin(), host.known.cend());
        QJsonObject one{
            {QStringLiteral("link"), host.link},
            {QStringLiteral("title"), host.feed.title},
            {QStringLiteral("automatic"), host.isAutomatic},
            {QStringLiteral("known"), QJsonArray::fromStringList(known)}};
        if (host.standIn != FollowedHost::StandIn::No) {
            one.insert(QStringLiteral("standIn"), int(host.standIn));
            one.insert(QStringLiteral("standInList"), QString::fromLatin1(host.standInList.toBase64()));
            one.insert(QStringLiteral("standInListAt"), host.standInListAt);
        }
        list << one;
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("hosts"), list}}).toJson(QJsonDocument::Compact);
}

QList<FollowedHost> decode(const QByteArray& bytes) {
    QList<FollowedHost> hosts;
    for (const QJsonValue& value : QJsonDocument::fromJson(bytes).object().value(QStringLiteral("hosts")).toArray()) {
        const QJsonObject one = value.toObject();
        FollowedHost host;
        host.link = cleanInviteLink(one.value(QStringLiteral("link")).toString());
        if (host.link.isEmpty())
            continue;
        host.feed.title = one.value(QStringLiteral("title")).toString();
        host.isAutomatic = one.value(QStringLiteral("automatic")).toBool();
        for (const QJsonValue& id : one.value(QStringLiteral("known")).toArray())
            host.known.insert(id.toString());
        if (const int standIn = one.value(QStringLiteral("standIn")).toInt(); standIn == 1 || standIn == 2) {
            host.standIn = FollowedHost::StandIn(standIn);
            host.standInList = QByteArray::fromBase64(one.value(QStringLiteral("standInList")).toString().toLatin1());
            host.standInListAt = qint64(one.value(QStringLiteral("standInListAt")).toDouble());
        }
        hosts.append(host);
    }
    return hosts;
}

} // namespace

namespace {

/// Whoever comes late with an older state does not write it. Shared with the threads that write.
struct Writer {
    std::mutex mutex;
    quint64 written = 0; ///< guarded by `mutex`

    void write(const QString& file, const QByteArray& bytes, quint64 generation) {
        const std::lock_guard lock(mutex);
        if (generation > written && storage::replaceFile(QFile::encodeName(file).toStdString(), bytes.toStdString()))
            written = generation;
    }
};

} // namespace

struct FollowedHosts::Private {
    Private(FollowedHosts& owner, engine::Session& wanted, const QString& path)
        : q(owner)
        , session(wanted)
        , file(path) {}

    FollowedHost* find(const QString& link);
    void loaded(const QList<FollowedHost>& saved);
    void looked(const QString& link, const Expected<QByteArray>& json);
    void fetch(const QString& link, const OfferedTorrent& torrent, const QString& folder);
    void added(const engine::AddTorrentOutcome& outcome);
    void touch();
    void save();

    FollowedHosts& q;
    engine::Session& session;
    QString file;
    QString savePath;
    QList<FollowedHost> hosts;
    QSet<QString> looking;                          ///< links that are being looked at
    QHash<quint64, QPair<QString, QString>> adding; ///< link and id of a torrent, by the number of its request
    quint64 lastRequest = quint64{2} << 32;         ///< others count from 0 and from 2^32
    bool isLoaded = false;
    const std::shared_ptr<Writer> writer = std::make_shared<Writer>();
    quint64 generation = 0; ///< of what was handed to the writer
    QTimer lookTimer;
    QTimer saveTimer;
};

FollowedHost* FollowedHosts::Private::find(const QString& link) {
    const auto found = std::ranges::find(hosts, link, &FollowedHost::link);
    return found == hosts.end() ? nullptr : &*found;
}

/// What was followed before the file was read counts, too.
void FollowedHosts::Private::loaded(const QList<FollowedHost>& saved) {
    isLoaded = true;
    for (const FollowedHost& host : saved) {
        if (!find(host.link))
            hosts.append(host);
    }
    if (hosts.isEmpty())
        return;
    Q_EMIT q.changed();
    for (const FollowedHost& host : QList(hosts))
        q.look(host.link);
}

void FollowedHosts::Private::looked(const QString& link, const Expected<QByteArray>& json) {
    looking.remove(link);
    FollowedHost* host = find(link);
    if (!host)
        return;
    const auto feed = json ? parseFeed(*json) : std::unexpected(json.error());
    host->checkedAt = QDateTime::currentSecsSinceEpoch();
    host->error = feed ? std::nullopt : std::optional(feed.error());
    if (feed)
        host->feed = *feed;
    QStringList wanted;
    if (feed && host->isAutomatic && !savePath.isEmpty()) {
        for (const OfferedTorrent& torrent : host->feed.torrents) {
            if (host->isNew(torrent))
                wanted << torrent.id;
        }
    }
    touch();
    if (!wanted.isEmpty())
        q.download(link, wanted, savePath);
}

void FollowedHosts::Private::fetch(const QString& link, const OfferedTorrent& torrent, const QString& folder) {
    auto* download = new TorrentDownload(&q);
    QObject::connect(
        download, &TorrentDownload::finished, &q,
        [this, download, link, torrent, folder](const Expected<QByteArray>& bytes) {
            download->deleteLater();
            if (!bytes) {
                Q_EMIT q.failed(torrent.name, bytes.error());
                return;
            }
            engine::AddTorrentRequest request;
            request.requestId = ++lastRequest;
            request.torrent = *bytes;
            request.savePath = folder;
            adding.insert(request.requestId, {link, torrent.id});
            session.add(request);
        });
    download->start(torrentUrl(link, torrent.id));
}

/// Only what is in the list for good is not new any more.
void FollowedHosts::Private::added(const engine::AddTorrentOutcome& outcome) {
    const auto request = adding.constFind(outcome.requestId);
    if (request == adding.cend())
        return;
    const auto [link, id] = *request;
    adding.erase(request);
    if (outcome.error && outcome.error->kind != ErrorKind::AlreadyExists) {
        Q_EMIT q.failed(outcome.name, *outcome.error);
        return;
    }
    if (FollowedHost* host = find(link)) {
        host->known.insert(id);
        touch();
    }
}

void FollowedHosts::Private::touch() {
    saveTimer.start(kSaveAfter);
    Q_EMIT q.changed();
}

void FollowedHosts::Private::save() {
    if (file.isEmpty() || !isLoaded)
        return;
    engine::runInBackground(
        &q,
        [shared = writer, path = file, bytes = encode(hosts), now = ++generation] {
            shared->write(path, bytes, now);
            return true;
        },
        [](bool) {});
}

FollowedHosts::FollowedHosts(engine::Session& session, const QString& file, QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this, session, file)) {
    Private& d = *m_private;
    d.saveTimer.setSingleShot(true);
    connect(&d.saveTimer, &QTimer::timeout, this, [&d] { d.save(); });
    connect(&session, &engine::Session::addFinished, this, [&d](const auto& outcome) { d.added(outcome); });
    connect(&d.lookTimer, &QTimer::timeout, this, [this, &d] {
        for (const FollowedHost& host : QList(d.hosts))
            look(host.link);
    });
    d.lookTimer.start(kLookEvery);
    engine::runInBackground(
        this,
        [file] {
            QFile saved(file);
            return !file.isEmpty() && saved.open(QIODevice::ReadOnly) ? decode(saved.readAll()) : QList<FollowedHost>();
        },
        [&d](const QList<FollowedHost>& saved) { d.loaded(saved); });
}

FollowedHosts::~FollowedHosts() {
    if (m_private->saveTimer.isActive() && m_private->isLoaded && !m_private->file.isEmpty())
        m_private->writer->write(m_private->file, encode(m_private->hosts), ++m_private->generation);
}

void FollowedHosts::setSavePath(const QString& folder) {
    m_private->savePath = folder;
}

const QList<FollowedHost>& FollowedHosts::hosts() const {
    return m_private->hosts;
}

void FollowedHosts::follow(const QString& text) {
    const QString link = cleanInviteLink(text);
    if (link.isEmpty())
        return;
    if (!m_private->find(link)) {
        FollowedHost host;
        host.link = link;
        m_private->hosts.append(host);
        m_private->touch();
    }
    look(link);
}

void FollowedHosts::forget(const QString& link) {
    if (m_private->hosts.removeIf([&link](const FollowedHost& host) { return host.link == link; }) > 0)
        m_private->touch();
}

void FollowedHosts::setAutomatic(const QString& link, bool automatic) {
    FollowedHost* host = m_private->find(link);
    if (!host || host->isAutomatic == automatic)
        return;
    host->isAutomatic = automatic;
    m_private->touch();
    if (automatic)
        look(link);
}

void FollowedHosts::look(const QString& link) {
    if (m_private->looking.contains(link) || !m_private->find(link))
        return;
    m_private->looking.insert(link);
    auto* download = new TorrentDownload(this);
    connect(download, &TorrentDownload::finished, this, [this, download, link](const Expected<QByteArray>& json) {
        download->deleteLater();
        m_private->looked(link, json);
    });
    download->start(feedUrl(link));
}

void FollowedHosts::download(const QString& link, const QStringList& ids, const QString& folder) {
    FollowedHost* host = m_private->find(link);
    if (!host)
        return;
    for (const OfferedTorrent& torrent : host->feed.torrents) {
        if (ids.contains(torrent.id))
            m_private->fetch(link, torrent, folder);
    }
}

void FollowedHosts::setStandIn(const QString& link, FollowedHost::StandIn standIn) {
    FollowedHost* host = m_private->find(link);
    if (!host || host->standIn == standIn)
        return;
    host->standIn = standIn;
    if (standIn != FollowedHost::StandIn::Offered)
        host->standInList.clear();
    m_private->touch();
}

void FollowedHosts::setStandInList(const QString& link, const QByteArray& list) {
    FollowedHost* host = m_private->find(link);
    if (!host)
        return;
    host->standInList = list;
    host->standInListAt = QDateTime::currentSecsSinceEpoch();
    m_private->touch();
}

void FollowedHosts::markKnown(const QString& link) {
    FollowedHost* host = m_private->find(link);
    if (!host)
        return;
    for (const OfferedTorrent& torrent : host->feed.torrents)
        host->known.insert(torrent.id);
    m_private->touch();
}

} // namespace essaim::hosting
