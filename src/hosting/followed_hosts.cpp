#include "hosting/followed_hosts.h"

#include "engine/background.h"
#include "hosting/followed_file.h"
#include "hosting/renewed_invites.h"
#include "hosting/torrent_download.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
constexpr auto kLookEvery = 15min;
constexpr auto kSaveAfter = 500ms;           ///< several changes at once are one
constexpr auto kTryAgainAfter = 30s;         ///< where the disk refused
constexpr qint64 kLeaveFor = 30 * 24 * 3600; ///< seconds in which a host can be told
constexpr qsizetype kMostFormerUrls = 48;

QByteArray encode(const QList<FollowedHost>& hosts) {
    QJsonArray list;
    for (const FollowedHost& host : hosts) {
        const QStringList known(host.known.cbegin(), host.known.cend());
        const QStringList fetched(host.fetched.cbegin(), host.fetched.cend());
        QJsonObject one{
            {QStringLiteral("link"), host.link},
            {QStringLiteral("title"), host.feed.title},
            {QStringLiteral("bond"), host.feed.bond},
            {QStringLiteral("automatic"), host.isAutomatic},
            {QStringLiteral("known"), QJsonArray::fromStringList(known)},
            {QStringLiteral("fetched"), QJsonArray::fromStringList(fetched)},
            {QStringLiteral("announce"), QJsonArray::fromStringList(host.announceUrls)},
            {QStringLiteral("formerAnnounce"), QJsonArray::fromStringList(host.formerUrls)},
            {QStringLiteral("formerLinks"), QJsonArray::fromStringList(host.formerLinks)}};
        if (host.forgottenAt != 0)
            one.insert(QStringLiteral("forgottenAt"), host.forgottenAt);
        if (host.standIn != FollowedHost::StandIn::No) {
            one.insert(QStringLiteral("standIn"), int(host.standIn));
            one.insert(QStringLiteral("standInList"), QString::fromLatin1(host.standInList.toBase64()));
            one.insert(QStringLiteral("standInListAt"), host.standInListAt);
        }
        list << one;
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("version"), FollowedFile::kVersion}, {QStringLiteral("hosts"), list}})
        .toJson(QJsonDocument::Compact);
}

QStringList stringsIn(const QJsonValue& array) {
    QStringList result;
    for (const QJsonValue& value : array.toArray())
        result << value.toString();
    return result;
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
        host.feed.bond = one.value(QStringLiteral("bond")).toString();
        host.isAutomatic = one.value(QStringLiteral("automatic")).toBool();
        for (const QString& id : stringsIn(one.value(QStringLiteral("known"))))
            host.known.insert(id);
        for (const QString& id : stringsIn(one.value(QStringLiteral("fetched"))))
            host.fetched.insert(id);
        host.announceUrls = ownAnnounceUrls(host.link, stringsIn(one.value(QStringLiteral("announce"))));
        host.formerUrls = ownAnnounceUrls(host.link, stringsIn(one.value(QStringLiteral("formerAnnounce"))));
        host.formerLinks = stringsIn(one.value(QStringLiteral("formerLinks")));
        host.forgottenAt = qint64(one.value(QStringLiteral("forgottenAt")).toDouble());
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

struct FollowedHosts::Private {
    Private(FollowedHosts& owner, engine::Session& wanted, const QString& path)
        : q(owner)
        , fetches(wanted)
        , file(std::make_shared<FollowedFile>(path)) {}

    FollowedHost* find(const QString& link);
    void read();
    void loaded(const QList<FollowedHost>& saved);
    void looked(const QString& link, const Expected<InviteFeed>& feed);
    static void takeUrls(FollowedHost& host);
    void joinRenewed(const QString& link);
    [[nodiscard]] bool leadsElsewhereNow(const QString& link);
    [[nodiscard]] bool isWorthless(const FollowedHost& host);
    void added(const QString& link, const QString& id, bool isNew);
    void failed(const QList<OfferFetches::Failure>& failures);
    void touch();
    void save();
    void saved(const Expected<void>& outcome);

    FollowedHosts& q;
    OfferFetches fetches;
    QSet<std::pair<QString, QString>> refused; ///< links and ids of torrents that could not be added
    const std::shared_ptr<FollowedFile> file;  ///< shared with the threads that read and write
    QString savePath;
    QList<FollowedHost> hosts;
    QList<FollowedHost> leaving;
    QSet<QString> looking; ///< links that are being looked at
    QSet<QString> opened;  ///< links that were not known when they were followed, since the start
    bool isLoaded = false;
    bool isFailing = false; ///< reading or writing the file; told once
    quint64 generation = 0; ///< of what was handed to the file
    QTimer lookTimer;
    QTimer saveTimer;
};

FollowedHost* FollowedHosts::Private::find(const QString& link) {
    const auto found = std::ranges::find(hosts, link, &FollowedHost::link);
    return found == hosts.end() ? nullptr : &*found;
}

void FollowedHosts::Private::read() {
    struct Read {
        FollowedFile::Content content;
        QList<FollowedHost> hosts;
    };
    engine::runInBackground(
        &q,
        [shared = file] {
            const FollowedFile::Content content = shared->read();
            return Read{content, decode(content.bytes)};
        },
        [this](const Read& read) {
            const FollowedFile::Content& content = read.content;
            if (content.error && !std::exchange(isFailing, true))
                Q_EMIT q.readFailed(*content.error, file->mayWrite());
            const bool mayWrite = file->mayWrite();
            isFailing = isFailing && !mayWrite;
            if (!mayWrite)
                saveTimer.start(kTryAgainAfter);
            else if (isLoaded || content.error) // what changed meanwhile, or the generation before
                saveTimer.start(kSaveAfter);
            loaded(read.hosts);
        });
}

/// What was followed before the file was read counts, too.
void FollowedHosts::Private::loaded(const QList<FollowedHost>& saved) {
    isLoaded = true;
    const qint64 oldest = QDateTime::currentSecsSinceEpoch() - kLeaveFor;
    for (const FollowedHost& host : saved) {
        if (host.forgottenAt == 0 && !find(host.link))
            hosts.append(host);
        else if (host.forgottenAt > oldest && !find(host.link))
            leaving.append(host);
    }
    if (hosts.isEmpty() && leaving.isEmpty())
        return;
    Q_EMIT q.changed();
    for (const FollowedHost& host : QList(hosts))
        q.look(host.link);
}

void FollowedHosts::Private::looked(const QString& link, const Expected<InviteFeed>& feed) {
    looking.remove(link);
    FollowedHost* host = find(link);
    if (!host)
        return;
    host->checkedAt = QDateTime::currentSecsSinceEpoch();
    host->error = feed ? std::nullopt : std::optional(feed.error());
    if (feed) {
        const QString bond = host->feed.bond; // whoever has one must not lose it to an answer without
        host->feed = *feed;
        if (host->feed.bond.isEmpty())
            host->feed.bond = bond;
        takeUrls(*host);
    }
    if (isWorthless(*host))
        return;
    joinRenewed(link);
    host = find(link);
    QStringList wanted;
    if (host && feed && host->isAutomatic && !savePath.isEmpty()) {
        for (const OfferedTorrent& torrent : host->feed.torrents) {
            if (host->isNew(torrent) && !refused.contains({link, torrent.id}))
                wanted << torrent.id;
        }
    }
    touch();
    if (!wanted.isEmpty())
        q.download(link, wanted, savePath);
}

/// What was told before is remembered: torrents that have it yet are this host's, too.
void FollowedHosts::Private::takeUrls(FollowedHost& host) {
    const QStringList urls = ownAnnounceUrls(host.link, host.feed.announceUrls);
    if (urls.isEmpty())
        return;
    for (const QString& url : std::exchange(host.announceUrls, urls)) {
        if (!urls.contains(url) && !host.formerUrls.contains(url))
            host.formerUrls.prepend(url);
    }
    host.formerUrls.removeIf([&urls](const QString& url) { return urls.contains(url); });
    host.formerUrls = host.formerUrls.first(std::min(host.formerUrls.size(), kMostFormerUrls));
}

/// This host may have been followed under another link before, or go on under another now: one of them stays.
void FollowedHosts::Private::joinRenewed(const QString& link) {
    const FollowedHost host = *find(link);
    for (const FollowedHost& other : QList(hosts)) {
        const bool isFresh = isRenewed(other, host);
        if (!isFresh && !isRenewed(host, other))
            continue;
        const FollowedHost& old = isFresh ? other : host;
        const FollowedHost result = isFresh ? renewed(other, host) : renewed(host, other);
        fetches.forget(old.link);
        hosts.removeIf([&result](const FollowedHost& one) { return one.link == result.link; });
        *find(old.link) = result; // its place in the list
        joinRenewed(result.link);
        return isFresh ? void() : q.look(result.link); // what is new may be wanted now
    }
}

/// An old message with the link of a key that was replaced meanwhile is opened once more.
bool FollowedHosts::Private::leadsElsewhereNow(const QString& link) {
    const QString mark = linkMark(link);
    const auto isIts = [&mark](const FollowedHost& host) { return host.formerLinks.contains(mark); };
    const auto found = std::ranges::find_if(hosts, isIts);
    if (found == hosts.end())
        return false;
    const QString current = found->link;
    q.look(current);
    Q_EMIT q.replaced(current, true);
    return true;
}

/// A link that never led anywhere, where another one to the same address works.
bool FollowedHosts::Private::isWorthless(const FollowedHost& host) {
    const bool isRefused = host.error && wasTurnedAway(*host.error) && opened.contains(host.link);
    const bool wasEverGood =
        !host.feed.title.isEmpty() || !host.announceUrls.isEmpty() || !host.known.isEmpty() || !host.fetched.isEmpty();
    if (!isRefused || wasEverGood || host.standIn != FollowedHost::StandIn::No)
        return false;
    const auto other = std::ranges::find_if(hosts, [&host](const FollowedHost& one) {
        return one.link != host.link && one.checkedAt != 0 && !one.error && areAtOneAddress(one.link, host.link);
    });
    if (other == hosts.end())
        return false;
    const QString stays = other->link;
    q.forget(QString(host.link));
    Q_EMIT q.replaced(stays, false);
    return true;
}

/// Only what is in the list for good is not new any more. What was there before came from elsewhere.
void FollowedHosts::Private::added(const QString& link, const QString& id, bool isNew) {
    if (FollowedHost* host = find(link)) {
        host->known.insert(id);
        if (isNew)
            host->fetched.insert(id);
        touch();
    }
}

/// What the list refused it would refuse again: it is not fetched by itself until the next start.
void FollowedHosts::Private::failed(const QList<OfferFetches::Failure>& failures) {
    for (const OfferFetches::Failure& failure : failures) {
        if (failure.error.operation != Operation::FetchTorrent)
            refused.insert(failure.offer.key());
    }
    Q_EMIT q.failed(failures);
}

void FollowedHosts::Private::touch() {
    saveTimer.start(kSaveAfter);
    Q_EMIT q.changed();
}

void FollowedHosts::Private::save() {
    if (!isLoaded)
        return;
    if (!file->mayWrite())
        return read();
    engine::runInBackground(
        &q, [shared = file, all = hosts + leaving, now = ++generation] { return shared->write(encode(all), now); },
        [this](const Expected<void>& outcome) { saved(outcome); });
}

void FollowedHosts::Private::saved(const Expected<void>& outcome) {
    if (!outcome && !saveTimer.isActive())
        saveTimer.start(kTryAgainAfter);
    if (!outcome && !std::exchange(isFailing, true))
        Q_EMIT q.saveFailed(outcome.error());
    if (outcome)
        isFailing = false;
}

FollowedHosts::FollowedHosts(engine::Session& session, const QString& file, QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this, session, file)) {
    Private& d = *m_private;
    d.saveTimer.setSingleShot(true);
    connect(&d.saveTimer, &QTimer::timeout, this, [&d] { d.save(); });
    connect(&d.fetches, &OfferFetches::added, this, [&d](const QString& link, const QString& id, bool isNew) {
        d.added(link, id, isNew);
    });
    connect(&d.fetches, &OfferFetches::failed, this, [&d](const auto& failures) { d.failed(failures); });
    connect(&d.lookTimer, &QTimer::timeout, this, [this, &d] {
        for (const FollowedHost& host : QList(d.hosts))
            look(host.link);
    });
    d.lookTimer.start(kLookEvery);
    d.read();
}

FollowedHosts::~FollowedHosts() {
    Private& d = *m_private;
    if (d.saveTimer.isActive() && d.isLoaded) // who could hear of a failure is gone
        (void)d.file->write(encode(d.hosts + d.leaving), ++d.generation);
}

void FollowedHosts::setSavePath(const QString& folder) {
    m_private->savePath = folder;
}

const QList<FollowedHost>& FollowedHosts::hosts() const {
    return m_private->hosts;
}

const QList<FollowedHost>& FollowedHosts::leaving() const {
    return m_private->leaving;
}

void FollowedHosts::follow(const QString& text) {
    const QString link = cleanInviteLink(text);
    if (link.isEmpty())
        return;
    if (!m_private->find(link)) {
        if (m_private->leadsElsewhereNow(link))
            return;
        FollowedHost host;
        host.link = link;
        if (m_private->leaving.removeIf([&link](const FollowedHost& one) { return one.link == link; }) > 0)
            host.standIn = FollowedHost::StandIn::Withdrawing;
        m_private->hosts.append(host);
        m_private->opened.insert(link);
        m_private->touch();
    }
    for (const FollowedHost& host : QList(m_private->hosts)) {
        if (host.link == link || areAtOneAddress(host.link, link)) // one of them may have been given up for this one
            look(host.link);
    }
}

void FollowedHosts::forget(const QString& link) {
    const auto found = std::ranges::find(m_private->hosts, link, &FollowedHost::link);
    if (found == m_private->hosts.end())
        return;
    FollowedHost host = *found;
    m_private->hosts.erase(found);
    m_private->fetches.forget(host.link);
    if (host.standIn != FollowedHost::StandIn::No) {
        host.standIn = FollowedHost::StandIn::Withdrawing;
        host.standInList.clear();
        host.forgottenAt = QDateTime::currentSecsSinceEpoch();
        m_private->leaving.append(host);
    }
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
        engine::runInBackground( // a list of thousands takes its time
            this, [json] { return json ? parseFeed(*json) : std::unexpected(json.error()); },
            [this, link](const Expected<InviteFeed>& feed) { m_private->looked(link, feed); });
    });
    download->start(feedUrl(link));
}

void FollowedHosts::download(const QString& link, const QStringList& ids, const QString& folder) {
    FollowedHost* host = m_private->find(link);
    if (!host)
        return;
    const QSet<QString> wanted(ids.cbegin(), ids.cend());
    const QList<OfferedTorrent> offered = host->feed.torrents;
    for (const OfferedTorrent& torrent : offered) {
        if (wanted.contains(torrent.id))
            m_private->fetches.fetch({link, torrent.id, torrent.name, folder});
    }
}

void FollowedHosts::setStandIn(const QString& link, FollowedHost::StandIn standIn) {
    if (standIn == FollowedHost::StandIn::No &&
        m_private->leaving.removeIf([&link](const FollowedHost& one) { return one.link == link; }) > 0)
        return m_private->touch();
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
