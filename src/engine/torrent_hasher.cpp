#include "engine/torrent_hasher.h"

#include "engine/gate/torrent_gate.h"
#include "engine/gate/url_rules.h"
#include "engine/lt_convert.h"
#include "engine/rate_meter.h"
#include "engine/torrent_builder.h"
#include "engine/torrent_loader.h"
#include "hashing/hash_cache.h"
#include "hashing/hasher.h"

#include <QElapsedTimer>
#include <QFile>

#include <libtorrent/torrent_info.hpp>

#include <sys/stat.h>

#include <chrono>
#include <ctime>
#include <limits>

namespace essaim::engine {
namespace {

/// A file that was written to meanwhile has hashes of no moment: nobody could complete it.
Expected<void> checkUnchanged(const hashing::HashJob& job) {
    for (const hashing::HashFile& file : job.files) {
        struct stat status{};
        if (::stat(file.path.c_str(), &status) != 0) {
            const std::error_code code(errno, std::system_category());
            return std::unexpected(systemError(code, Operation::CreateTorrent, file.path));
        }
        if (hashing::FileIdentity::of(status) != *file.identity)
            return failure(
                ErrorKind::Busy, Operation::CreateTorrent, file.path, "the file changed while it was being read");
    }
    return {};
}

Expected<void> checkUrls(const CreateTorrentRequest& request) {
    for (const QStringList& tier : request.trackers) {
        for (const QString& url : tier) {
            if (!isTrackerUrl(url.toStdString()))
                return failure(
                    ErrorKind::InvalidData, Operation::CreateTorrent, {}, "a tracker is not an http, https or udp URL");
        }
    }
    for (const QString& url : request.webSeeds) {
        if (!isWebSeedUrl(url.toStdString()))
            return failure(
                ErrorKind::InvalidData, Operation::CreateTorrent, {}, "a web seed is not an http or https URL");
    }
    return {};
}

/// What we hand out must pass our own gate; from it come the hashes, too. libtorrent counts padding in 32 bits: a
/// torrent with more is for others, and it never sees that.
Expected<InfoHash> inspect(const std::string& bytes, const CreateTorrentPlan& plan) {
    if (plan.isOverpadded) {
        const auto report = passGate(bytes, std::nullopt, std::numeric_limits<std::int64_t>::max());
        if (!report)
            return std::unexpected(report.error());
        return report->infoHash;
    }
    const auto loaded = loadTorrent(bytes);
    if (!loaded)
        return std::unexpected(loaded.error());
    return toInfoHash(loaded->params.ti->info_hashes());
}

Expected<CreatedTorrent> finished(const std::string& bytes, const CreateTorrentPlan& plan) {
    auto infoHash = inspect(bytes, plan);
    if (!infoHash) {
        Error& error = infoHash.error();
        error.operation = Operation::CreateTorrent;
        error.subject = plan.name.toStdString();
        return std::unexpected(std::move(error));
    }
    CreatedTorrent created;
    created.torrent = QByteArray(bytes.data(), qsizetype(bytes.size()));
    created.infoHash = *infoHash;
    created.name = plan.name;
    created.savePath = plan.savePath;
    created.diskName = plan.diskName;
    created.diskPaths = plan.diskPaths;
    created.totalSize = plan.totalSize;
    created.fileCount = plan.fileCount;
    created.pieceLength = plan.pieceLength;
    created.pieceCount = plan.pieceCount;
    return created;
}

std::int64_t nowNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// The cache of one creation; without one where none is wanted or possible.
class Memory {
public:
    Memory(const CreateTorrentRequest& request, const CreationPlan& plan)
        : m_startedNs(nowNs()) {
        m_sinceSaved.start();
        if (request.cachePath.isEmpty())
            return;
        if (auto opened = hashing::HashCache::open(QFile::encodeName(request.cachePath).toStdString()))
            m_cache = std::move(*opened);
        m_identities.reserve(plan.files.size());
        for (const SourceFile& file : plan.files)
            m_identities.push_back(file.identity);
    }
    void lookUp(const hashing::HashJob& job, const hashing::PieceMap& pieces, hashing::HashResult& result) {
        if (m_cache)
            m_cache->lookUp(job, pieces, m_identities, result);
    }
    void remember(const hashing::HashJob& job, const hashing::PieceMap& pieces, const hashing::HashResult& result) {
        m_sinceSaved.start();
        if (m_cache)
            m_cache->remember(job, pieces, m_identities, result, m_startedNs);
    }
    /// A crash costs what was hashed since.
    void rememberNowAndThen(
        const hashing::HashJob& job, const hashing::PieceMap& pieces, const hashing::HashResult& result) {
        constexpr qint64 kEveryMs = 30'000;
        if (m_sinceSaved.elapsed() >= kEveryMs)
            remember(job, pieces, result);
    }

private:
    std::optional<hashing::HashCache> m_cache;
    std::vector<hashing::FileIdentity> m_identities;
    std::int64_t m_startedNs;
    QElapsedTimer m_sinceSaved;
};

Error withOperation(Error error, const CreateTorrentPlan& plan) {
    error.operation = Operation::CreateTorrent;
    if (error.subject.empty())
        error.subject = plan.name.toStdString();
    return error;
}

/// What a file is called while it is read.
QString shownPath(const CreationPlan& plan, std::size_t index) {
    const auto& path = plan.files[index].path;
    return path.empty() ? plan.shown.name : plan.shown.name + u'/' + QString::fromStdString(path);
}

/// The whole .torrent. `reused`: bytes of files that were not read.
Expected<std::string> hashAndBuild(
    const CreateTorrentRequest& request, CreationPlan& plan, hashing::HashControl& control,
    const HashObserver& observer, qint64& reused) {
    const hashing::HashJob job = hashJobOf(request, plan);
    const hashing::PieceMap pieces(job);
    hashing::HashResult result(job, pieces.pieceCount());
    Memory memory(request, plan);
    memory.lookUp(job, pieces, result);

    RateMeter meter;
    const auto watch = [&](const hashing::HashStatus& status) {
        HashProgress progress = meter.progressOf(status);
        reused = progress.reused;
        if (status.done < status.total && status.file < plan.files.size())
            progress.file = shownPath(plan, status.file);
        memory.rememberNowAndThen(job, pieces, result);
        return !observer || observer(progress);
    };
    const auto hashed = hashing::Hasher(job, pieces).run(result, control, watch);
    // Also of a run that was cut short, so that the next one goes on where this one was. A file that changed meanwhile
    // is remembered in a state in which it will not be met again.
    memory.remember(job, pieces, result);
    if (!hashed)
        return std::unexpected(withOperation(hashed.error(), plan.shown));
    if (auto unchanged = checkUnchanged(job); !unchanged)
        return std::unexpected(unchanged.error());
    return buildTorrent(request, plan, job, pieces, result, request.withDate ? std::time(nullptr) : 0);
}

} // namespace

Expected<CreatedTorrent> hashPlan(
    const CreateTorrentRequest& request, CreationPlan plan, hashing::HashControl& control,
    const HashObserver& observer) {
    if (auto checked = checkUrls(request); !checked)
        return std::unexpected(checked.error());
    plan.shown.files = {}; // of hundreds of thousands of files, one list at a time is enough
    qint64 reused = 0;
    const auto bytes = hashAndBuild(request, plan, control, observer, reused);
    if (!bytes)
        return std::unexpected(bytes.error());
    plan.files = std::vector<SourceFile>(); // {} would keep the memory
    auto created = finished(*bytes, plan.shown);
    if (created)
        created->reusedSize = reused;
    return created;
}

Expected<CreatedTorrent>
createTorrent(const CreateTorrentRequest& request, hashing::HashControl& control, const HashObserver& observer) {
    auto plan = planCreation(request);
    if (!plan)
        return std::unexpected(plan.error());
    return hashPlan(request, std::move(*plan), control, observer);
}

Expected<qint64> knownSize(const CreateTorrentRequest& request) {
    auto plan = planCreation(request);
    if (!plan)
        return std::unexpected(plan.error());
    if (request.cachePath.isEmpty() || !QFile::exists(request.cachePath))
        return 0;
    const hashing::HashJob job = hashJobOf(request, *plan);
    const hashing::PieceMap pieces(job);
    hashing::HashResult result(job, pieces.pieceCount());
    Memory(request, *plan).lookUp(job, pieces, result);
    qint64 known = 0;
    for (std::size_t piece = 0; piece < pieces.pieceCount(); ++piece)
        known += result.states[piece] == hashing::HashResult::State::Known ? pieces.bytesOf(piece) : 0;
    return known;
}

Expected<CreatedTorrent> createTorrent(const CreateTorrentRequest& request, const HashObserver& observer) {
    hashing::HashControl control;
    return createTorrent(request, control, observer);
}

} // namespace essaim::engine
