#include "gui/tracker/shared_check.h"

#include "engine/background.h"
#include "engine/create_torrent.h"
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "hosting/tracker_host.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QQueue>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <unordered_map>

namespace essaim::gui {

namespace {

using namespace std::chrono_literals;
constexpr auto kPatience = 10s;        ///< with the session and the tracker; then the files count as not shared
constexpr qint64 kClockSlackMs = 2000; ///< some file systems keep even seconds

bool isBelow(const QString& path, const QString& folder) {
    return path == folder || path.startsWith(folder + u'/') || folder == QStringLiteral("/");
}

QStringList cleaned(const QStringList& paths) {
    QStringList result;
    for (const QString& path : paths)
        result.append(QDir::cleanPath(path));
    result.removeDuplicates();
    return result;
}

/// The one file or folder that holds all files of the torrent.
QString rootOf(const engine::TorrentDescription& torrent, const QString& savePath) {
    const auto first = std::ranges::find(torrent.files, false, &engine::TorrentFileEntry::isPadding);
    return first == torrent.files.end() ? QString()
                                        : QDir::cleanPath(QDir(savePath).filePath(first->path.section(u'/', 0, 0)));
}

} // namespace

bool isMadeOf(const engine::TorrentDescription& torrent, const QString& savePath, const QStringList& paths) {
    const QStringList wanted = cleaned(paths);
    if (wanted.size() == 1)
        return wanted.first() == rootOf(torrent, savePath);
    QSet<QString> met;
    for (const engine::TorrentFileEntry& file : torrent.files) {
        if (file.isPadding)
            continue;
        const QString path = QDir::cleanPath(QDir(savePath).filePath(file.path));
        const auto holder = std::ranges::find_if(wanted, [&path](const QString& each) { return isBelow(path, each); });
        if (holder == wanted.end())
            return false;
        met.insert(*holder);
    }
    return met.size() == wanted.size() && !met.isEmpty();
}

ContentChange changesIn(
    const engine::TorrentDescription& torrent, const QString& savePath, const engine::CreateTorrentPlan& plan,
    std::int64_t sharedAt) {
    QHash<QString, qint64> known;
    for (const engine::TorrentFileEntry& file : torrent.files) {
        if (!file.isPadding)
            known.insert(QDir::cleanPath(QDir(savePath).filePath(file.path)), file.size);
    }
    ContentChange change;
    for (const engine::PlannedFile& file : plan.files) {
        const auto old = known.constFind(file.diskPath);
        if (old == known.cend()) {
            ++change.added;
            continue;
        }
        if (*old != file.size || file.modifiedMs > sharedAt * 1000 + kClockSlackMs)
            ++change.changed;
        known.erase(old);
    }
    change.missing = int(known.size());
    return change;
}

struct SharedCheck::Private {
    Private(SharedCheck& owner, const Services& wanted)
        : q(owner)
        , services(wanted) {}

    void next();
    void waitForTracker();
    void askSession();
    void take(const engine::TorrentDetails& details);
    void compare(const AlreadyShared& found, const engine::TorrentDescription& torrent);
    void answer(const std::optional<AlreadyShared>& found);
    [[nodiscard]] std::vector<TorrentId> candidates() const;
    /// It is on and has said what it hosts.
    [[nodiscard]] bool knowsTracker() const {
        return services.trackerHost.state() == hosting::TrackerHost::State::On &&
               services.trackerHost.snapshot().startedAt != 0;
    }

    SharedCheck& q;
    Services services;
    std::unordered_map<TorrentId, engine::TorrentSnapshot> torrents; ///< the list
    QQueue<QStringList> questions;                                   ///< the first is being answered
    std::vector<TorrentId> asked;                                    ///< of the session
    enum class Step { Idle, Starting, Asking, Comparing } step = Step::Idle;
    QTimer patience;
};

/// Those that may have these files, by what the list says.
std::vector<TorrentId> SharedCheck::Private::candidates() const {
    const QStringList paths = cleaned(questions.head());
    const QString name = QFileInfo(paths.first()).fileName();
    std::vector<TorrentId> result;
    for (const auto& [id, torrent] : torrents) {
        const bool isHere = isBelow(paths.first(), QDir::cleanPath(torrent.savePath));
        if (isHere && (knowsTracker() ? services.trackerHost.isHosted(id) : torrent.name == name))
            result.push_back(id);
    }
    return result;
}

void SharedCheck::Private::next() {
    if (step != Step::Idle || questions.isEmpty())
        return;
    if (candidates().empty())
        return answer(std::nullopt);
    step = Step::Starting;
    patience.start(kPatience);
    if (services.trackerHost.state() == hosting::TrackerHost::State::Off)
        services.trackerHost.setEnabled(true); // as sharing does anyway
    else
        waitForTracker();
}

void SharedCheck::Private::waitForTracker() {
    using State = hosting::TrackerHost::State;
    if (step != Step::Starting)
        return;
    const State state = services.trackerHost.state();
    if (knowsTracker())
        askSession();
    else if (state == State::Off || state == State::Failed)
        answer(std::nullopt); // sharing tells why
}

void SharedCheck::Private::askSession() {
    step = Step::Asking;
    asked = candidates();
    if (asked.empty())
        return answer(std::nullopt);
    for (const TorrentId& id : std::vector<TorrentId>(asked))
        services.session.requestDetails(id);
}

void SharedCheck::Private::take(const engine::TorrentDetails& details) {
    if (step != Step::Asking || std::erase(asked, details.id) == 0)
        return;
    const QString savePath = torrents[details.id].savePath;
    if (isMadeOf(details.description, savePath, questions.head())) {
        for (const tracker::HostedStatus& status : services.trackerHost.snapshot().hosted) {
            if (status.torrent.infoHash.matches(details.id))
                return compare({status.torrent, savePath, {}}, details.description);
        }
    }
    if (asked.empty())
        answer(std::nullopt);
}

void SharedCheck::Private::compare(const AlreadyShared& found, const engine::TorrentDescription& torrent) {
    step = Step::Comparing;
    patience.stop(); // a large folder on a slow disk takes its time
    engine::CreateTorrentRequest request;
    request.paths = questions.head();
    request.name = torrent.name;
    engine::runInBackground(
        &q, [request] { return engine::planTorrent(request); },
        [this, found, torrent](const Expected<engine::CreateTorrentPlan>& plan) {
            AlreadyShared result = found;
            if (plan)
                result.change = changesIn(torrent, found.savePath, *plan, found.torrent.hostedAt);
            answer(plan ? std::optional(result) : std::nullopt);
        });
}

void SharedCheck::Private::answer(const std::optional<AlreadyShared>& found) {
    step = Step::Idle;
    patience.stop();
    const QStringList paths = questions.dequeue();
    QMetaObject::invokeMethod(&q, [this] { next(); }, Qt::QueuedConnection);
    Q_EMIT q.answered(paths, found);
}

SharedCheck::SharedCheck(const Services& services, QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    Private& d = *m_private;
    d.patience.setSingleShot(true);
    connect(&d.patience, &QTimer::timeout, this, [&d] { d.answer(std::nullopt); });
    connect(&services.session, &engine::Session::torrentsChanged, this, [&d](const auto& torrents) {
        for (const engine::TorrentSnapshot& torrent : torrents)
            d.torrents.insert_or_assign(torrent.id, torrent);
    });
    connect(&services.session, &engine::Session::torrentsRemoved, this, [&d](const QList<TorrentId>& ids) {
        for (const TorrentId& id : ids)
            d.torrents.erase(id);
    });
    connect(&services.session, &engine::Session::details, this, [&d](const auto& details) { d.take(details); });
    connect(&services.trackerHost, &hosting::TrackerHost::snapshotChanged, this, [&d] { d.waitForTracker(); });
    connect(&services.trackerHost, &hosting::TrackerHost::stateChanged, this, [&d] { d.waitForTracker(); });
}

SharedCheck::~SharedCheck() = default;

void SharedCheck::ask(const QStringList& paths) {
    m_private->questions.enqueue(paths);
    m_private->next();
}

} // namespace essaim::gui
