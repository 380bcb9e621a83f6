#include "engine/files/targets.h"

#include "engine/background.h"
#include "engine/files/incomplete_names.h"
#include "engine/lt_convert.h"
#include "engine/resume_saver.h"
#include "engine/save_folder.h"

#include <libtorrent/torrent_info.hpp>

#include <QDir>

#include <algorithm>
#include <chrono>
#include <utility>

namespace essaim::engine {
namespace {

using storage::FileOwnerStore;

std::vector<std::string> absolutePaths(const std::string& savePath, const std::vector<TargetFile>& files) {
    std::vector<std::string> paths;
    paths.reserve(files.size());
    for (const TargetFile& file : files)
        paths.push_back((savePath == "/" ? std::string() : savePath) + '/' + file.path);
    return paths;
}

/// Pieces of which every byte lies in a file that is there and right.
lt::typed_bitfield<lt::piece_index_t> piecesOf(const lt::torrent_info& info, const std::vector<int>& complete) {
    lt::typed_bitfield<lt::piece_index_t> pieces(info.num_pieces(), true);
    const std::set<int> isComplete(complete.begin(), complete.end());
    for (const lt::file_index_t index : info.files().file_range()) {
        const std::int64_t size = info.files().file_size(index);
        if (size == 0 || info.files().pad_file_at(index) || isComplete.contains(static_cast<int>(index)))
            continue;
        const lt::piece_index_t last = info.files().map_file(index, size - 1, 1).piece;
        for (lt::piece_index_t piece = info.files().map_file(index, 0, 1).piece; piece <= last; ++piece)
            pieces.clear_bit(piece);
    }
    return pieces;
}

/// The same, and the other name of each: a file of another torrent may lie there under the name that it has until it is
/// complete. The store finds owners by an index, so that this costs less than to know whether any torrent has such
/// files.
std::vector<std::string> namesToClaim(const std::vector<std::string>& paths) {
    std::vector<std::string> names = paths;
    for (const std::string& path : paths) {
        if (std::string other = otherNameOf(path); !other.empty())
            names.push_back(std::move(other));
    }
    return names;
}

} // namespace

void applyDecision(PreparedTorrent& prepared, const TargetDecision& decision) {
    for (const auto& [number, path] : decision.renamed) {
        prepared.params.renamed_files[lt::file_index_t(number)] = path;
        prepared.record.renamedFiles[number] = path;
    }
    if (decision.isSure && !decision.complete.empty()) // read a moment ago: no need to read all of it once more
        prepared.params.have_pieces = piecesOf(*prepared.params.ti, decision.complete);
    prepared.record.resumeData = encodeResume(prepared.params);
}

Targets::Targets(EngineContext& context)
    : m_context(context)
    , m_progress(this) {
    context.targets = this;
    constexpr std::chrono::milliseconds kInterval{200};
    m_progress.setInterval(kInterval);
    connect(&m_progress, &QTimer::timeout, this, [this] {
        for (const auto& [requestId, inspection] : m_inspections) {
            if (inspection->total > 0)
                Q_EMIT m_context.events.targetProgress(requestId, inspection->done, inspection->total);
        }
    });
}

Targets::~Targets() {
    m_context.targets = nullptr;
    for (const auto& [requestId, inspection] : m_inspections)
        inspection->isStopped = true;
}

Targets::Seen Targets::lookNow(const Look& look, const std::optional<Seen>& remembered) {
    Seen seen;
    if (look.makesFolder) {
        if (const auto folder = prepareSaveFolder(look.savePath); !folder) {
            seen.error = folder.error();
            return seen;
        }
    }
    const std::vector<TargetFile> files = asTheyLie(look.savePath, look.files, look.mayBeMarked);
    seen.present = lookAtTargets(look.savePath, files);
    if (remembered && remembered->present == seen.present) {
        seen.findings = remembered->findings;
    } else {
        auto findings = checkTargets(look.torrent, look.savePath, files, look.progress);
        if (!findings) {
            seen.error = findings.error();
            return seen;
        }
        seen.findings = std::move(*findings);
    }
    seen.decision = decideTargets(look.savePath, files, seen.findings, look.former, look.policy);
    for (std::size_t i = 0; seen.decision && i < files.size(); ++i) {
        if (files[i].path != look.files[i].path)
            seen.decision->renamed.try_emplace(files[i].number, files[i].path);
    }
    return seen;
}

std::optional<std::string> Targets::claimedNow(const TorrentId& id, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        const auto known = m_claimants.find(path);
        if (known == m_claimants.end())
            continue;
        for (const TorrentId& other : known->second) {
            if (other != id)
                return m_claimed[other].name;
        }
    }
    return std::nullopt;
}

std::vector<std::string> Targets::claimedPaths() const {
    std::vector<std::string> paths;
    for (const auto& [path, claimants] : m_claimants)
        paths.push_back(path);
    return paths;
}

void Targets::release(const TorrentId& id) {
    const auto claimed = m_claimed.extract(id);
    if (!claimed)
        return;
    for (const std::string& path : claimed.mapped().paths) {
        const auto known = m_claimants.find(path);
        if (known != m_claimants.end() && known->second.erase(id) > 0 && known->second.empty())
            m_claimants.erase(known);
    }
}

void Targets::findClaim(
    const TorrentId& id, const std::vector<std::string>& paths,
    std::function<void(Expected<std::optional<FileOwnerStore::Claim>>)> done) {
    if (const auto name = claimedNow(id, paths))
        return done(FileOwnerStore::Claim{*name, paths.front()});
    m_context.files.findClaim(namesToClaim(paths), id, std::move(done));
}

void Targets::inspect(
    quint64 requestId, const QByteArray& torrent, const QString& savePath, const QStringList& diskPaths) {
    cancel(requestId);
    const auto loaded = loadTorrent(viewOf(torrent));
    if (!loaded)
        return;
    const auto inspection = std::make_shared<Inspection>();
    m_inspections[requestId] = inspection;
    m_progress.start();
    Look look;
    look.id = toInfoHash(loaded->params.ti->info_hashes()).id();
    look.torrent = torrent;
    look.savePath = QDir::cleanPath(savePath).toStdString();
    look.files = targetFiles(loaded->params.ti->files());
    for (std::size_t i = 0; i < look.files.size() && i < std::size_t(diskPaths.size()); ++i)
        look.files[i].path = diskPaths[qsizetype(i)].toStdString();
    look.mayBeMarked = factsOf(*loaded->params.ti).mayMarkFiles;
    look.progress = [inspection](qint64 done, qint64 total) {
        inspection->done = done;
        inspection->total = total;
        return !inspection->isStopped;
    };
    findClaim(
        look.id, absolutePaths(look.savePath, look.files), [this, look, inspection, requestId](const auto& claim) {
            const QString claimedBy = claim && *claim ? toQString((*claim)->torrentName) : QString();
            runInBackground(
                this, [look] { return lookNow(look, std::nullopt); },
                [this, look, inspection, requestId, claimedBy](const Seen& seen) {
                    if (inspection->isStopped)
                        return;
                    cancel(requestId);
                    TargetReport report;
                    report.requestId = requestId;
                    report.fileCount = int(look.files.size());
                    report.claimedBy = claimedBy;
                    report.error = seen.error;
                    for (const TargetFile& file : look.files) {
                        if (const auto found = seen.findings.find(file.number); found != seen.findings.end())
                            report.existing.append({toQString(file.path), file.size, found->second.state});
                    }
                    if (!seen.error) {
                        m_seen.clear(); // one is enough: that of the dialog
                        m_seen.emplace(std::pair(look.id, look.savePath), seen);
                    }
                    Q_EMIT m_context.events.targetInspected(report);
                });
        });
}

void Targets::cancel(quint64 requestId) {
    const auto running = m_inspections.find(requestId);
    if (running == m_inspections.end())
        return;
    running->second->isStopped = true;
    m_inspections.erase(running);
    if (m_inspections.empty())
        m_progress.stop();
}

void Targets::claim(
    const TorrentId& id, const QByteArray& torrent, std::vector<TargetFile> files, const std::string& savePath,
    ExistingFiles policy, Done done) {
    const TorrentEntry* entry = m_context.torrents.find(id);
    const bool mayBeMarked = entry != nullptr && entry->metadata && entry->metadata->mayMarkFiles;
    Look look{id, torrent, savePath, std::move(files), true, mayBeMarked, policy, {}, {}};
    const auto paths = absolutePaths(savePath, look.files);
    // Spoken for before anything is asked, so that of two that come at once the second finds the first.
    const auto now = claimedNow(id, paths);
    release(id);
    m_claimed[id] = {entry != nullptr ? entry->record.name : std::string(), {paths.begin(), paths.end()}};
    for (const std::string& path : paths)
        m_claimants[path].insert(id);
    if (now)
        return decide(look, FileOwnerStore::Claim{*now, paths.front()}, done);
    m_context.files.findClaim(namesToClaim(paths), id, [this, look, done](const auto& claim) mutable {
        if (!claim)
            return done(std::unexpected(claim.error()));
        m_context.files.loadOwners(look.id, [this, look, done, claim = *claim](const auto& former) mutable {
            look.former = former.value_or(std::vector<storage::FileOwnerRecord>());
            decide(look, claim, done);
        });
    });
}

void Targets::decide(const Look& look, const std::optional<FileOwnerStore::Claim>& claim, const Done& done) {
    std::optional<Seen> remembered;
    if (const auto known = m_seen.find({look.id, look.savePath}); known != m_seen.end())
        remembered = known->second;
    const auto tell = [look, claim, done](const Seen& seen) {
        if (seen.error)
            return done(std::unexpected(*seen.error));
        // Two may share what is complete: neither writes it.
        const bool isComplete = seen.decision && seen.decision->complete.size() == look.files.size();
        if (claim && !isComplete)
            return done(failure(ErrorKind::Busy, Operation::UseFiles, claim->path, claim->torrentName));
        done(seen.decision);
    };
    const auto turn = std::make_shared<Turn>();
    m_turns.push_back(turn);
    runInBackground(
        this, [look, remembered] { return lookNow(look, remembered); },
        [this, turn, tell](const Seen& seen) {
            turn->deliver = [tell, seen] { tell(seen); };
            deliverInTurn();
            // Those before it may have gigabytes to read.
            constexpr std::chrono::seconds kLongestWait{3};
            if (turn->deliver) {
                QTimer::singleShot(kLongestWait, this, [this, turn] {
                    if (std::erase(m_turns, turn) > 0)
                        std::exchange(turn->deliver, nullptr)();
                });
            }
        });
}

/// Of many that are added together, each has a thread of its own: the queue is to have them as they came.
void Targets::deliverInTurn() {
    while (!m_turns.empty() && m_turns.front()->deliver) {
        const auto turn = m_turns.front();
        m_turns.pop_front();
        std::exchange(turn->deliver, nullptr)();
    }
}

} // namespace essaim::engine
