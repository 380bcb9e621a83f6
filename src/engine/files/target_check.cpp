#include "engine/files/target_check.h"

#include "engine/files/file_system.h"
#include "engine/files/incomplete_names.h"
#include "engine/verify_torrent.h"

#include <optional>
#include <set>
#include <utility>

namespace essaim::engine {
namespace {

using State = TargetFileReport::State;

/// Neither the disk nor the torrent has it. Nothing if the folder cannot be read.
std::optional<bool> isFree(const std::string& savePath, const std::string& path, const std::set<std::string>& taken) {
    const auto there = lookAt(savePath + '/' + path);
    if (!there)
        return std::nullopt;
    return !*there && !taken.contains(path);
}

/// "name (1).ext" and so on: the first that is free, and whose other name, that of incomplete files, is free as well.
std::string freeName(const std::string& savePath, const std::string& path, const std::set<std::string>& taken) {
    const auto slash = path.rfind('/');
    const auto dot = path.rfind('.');
    const bool hasEnding = dot != std::string::npos && dot > (slash == std::string::npos ? 0 : slash + 1);
    const std::string stem = hasEnding ? path.substr(0, dot) : path;
    const std::string ending = hasEnding ? path.substr(dot) : std::string();
    for (int number = 1;; ++number) {
        std::string candidate = stem + " (" + std::to_string(number) + ')' + ending;
        const std::string other = otherNameOf(candidate);
        const auto isItFree = isFree(savePath, candidate, taken);
        if (!isItFree)
            return {}; // no name will do
        if (*isItFree && (other.empty() || isFree(savePath, other, taken).value_or(true)))
            return candidate;
    }
}

/// The program's own work from before the torrent was removed, as it left it or still unfinished.
bool isOurs(const storage::FileOwnerRecord& former, const std::string& path, const storage::FileStamp& found) {
    return former.ours && former.path == path &&
           (former.stamp.size < 0 || (former.stamp.size == found.size && former.stamp.mtimeNs == found.mtimeNs));
}

std::unexpected<Error> refuse(const std::string& path, State state) {
    return failure(
        ErrorKind::AlreadyExists, Operation::UseFiles, path,
        state == State::Blocked ? "it is no file" : "it differs from the torrent");
}

} // namespace

std::vector<TargetFile>
targetFiles(const lt::file_storage& storage, const std::map<lt::file_index_t, std::string>& renamed) {
    std::vector<TargetFile> files;
    for (const lt::file_index_t index : storage.file_range()) {
        if (storage.pad_file_at(index))
            continue;
        const auto other = renamed.find(index);
        files.push_back(
            {static_cast<int>(index), other == renamed.end() ? storage.file_path(index) : other->second,
             storage.file_size(index)});
    }
    return files;
}

std::vector<TargetFile> asTheyLie(const std::string& savePath, std::vector<TargetFile> files, bool mayBeMarked) {
    for (TargetFile& file : files) {
        const std::string other = mayBeMarked ? withIncompleteSuffix(file.path) : std::string();
        const auto there = lookAt(savePath + '/' + file.path);
        if (other.empty() || !there || *there || !obstacleOnTheWay(savePath, other).empty())
            continue;
        const auto marked = lookAt(savePath + '/' + other).value_or(std::nullopt);
        if (marked && marked->type == FileAtPath::Type::Regular)
            file.properPath = std::exchange(file.path, other);
    }
    return files;
}

TargetFindings lookAtTargets(const std::string& savePath, const std::vector<TargetFile>& files) {
    TargetFindings findings;
    for (const TargetFile& file : files) {
        const bool isObstructed = !obstacleOnTheWay(savePath, file.path).empty();
        const auto there = lookAt(savePath + '/' + file.path);
        if (!isObstructed && there && !*there)
            continue;
        TargetFinding found;
        if (isObstructed || !there || (*there)->type != FileAtPath::Type::Regular)
            found.state = State::Blocked;
        if (there && *there)
            found.stamp = (*there)->stamp;
        findings.emplace(file.number, found);
    }
    return findings;
}

Expected<TargetFindings> checkTargets(
    const QByteArray& torrent, const std::string& savePath, const std::vector<TargetFile>& files,
    const std::function<bool(qint64, qint64)>& progress) {
    TargetFindings findings = lookAtTargets(savePath, files);
    const bool isWorthReading = std::ranges::any_of(files, [&findings](const TargetFile& file) {
        const auto found = findings.find(file.number);
        return found != findings.end() && found->second.state == State::Differs &&
               found->second.stamp.size == file.size;
    });
    if (!isWorthReading)
        return findings;
    const auto observer = [&progress](const HashProgress& hashed) {
        return !progress || progress(hashed.done, hashed.total);
    };
    std::map<int, std::string> paths;
    for (const TargetFile& file : files)
        paths.emplace(file.number, file.path);
    const auto report = verifyTorrent(torrent, QString::fromStdString(savePath), observer, 0, paths);
    if (!report)
        return std::unexpected(report.error());
    qsizetype at = 0; // both lists are in the torrent's order, without padding
    for (const TargetFile& file : files) {
        const bool isComplete = at < report->files.size() && report->files[at].state == VerifiedFile::State::Complete;
        ++at;
        const auto found = findings.find(file.number);
        if (found != findings.end() && found->second.state == State::Differs && isComplete &&
            found->second.stamp.size == file.size)
            found->second.state = State::Matches;
    }
    return findings;
}

Expected<TargetDecision> decideTargets(
    const std::string& savePath, const std::vector<TargetFile>& files, const TargetFindings& findings,
    const std::vector<storage::FileOwnerRecord>& former, ExistingFiles policy) {
    std::map<int, const storage::FileOwnerRecord*> known;
    for (const storage::FileOwnerRecord& record : former)
        known.emplace(record.number, &record);
    std::set<std::string> taken;
    for (const TargetFile& file : files) {
        taken.insert(file.path);
        if (!file.properPath.empty())
            taken.insert(file.properPath);
    }
    TargetDecision decision;
    for (const TargetFile& file : files) {
        storage::FileOwnerRecord owner{file.number, file.path, true, {}};
        const auto found = findings.find(file.number);
        if (found == findings.end()) {
            decision.owners.push_back(std::move(owner));
            continue;
        }
        const auto before = known.find(file.number);
        const bool ours = before != known.end() && isOurs(*before->second, file.path, found->second.stamp);
        const State state = found->second.state;
        if (state == State::Matches) {
            owner.ours = ours;
            owner.stamp = found->second.stamp;
            decision.complete.push_back(file.number);
        } else if (state == State::Differs && (ours || policy == ExistingFiles::Overwrite)) {
            decision.isSure = false;
        } else if (policy == ExistingFiles::KeepBoth && obstacleOnTheWay(savePath, file.path).empty()) {
            owner.path = freeName(savePath, file.properPath.empty() ? file.path : file.properPath, taken);
            if (owner.path.empty())
                return refuse(savePath + '/' + file.path, state);
            taken.insert(owner.path);
            decision.renamed.emplace(file.number, owner.path);
        } else {
            return refuse(savePath + '/' + file.path, state);
        }
        decision.owners.push_back(std::move(owner));
    }
    return decision;
}

} // namespace essaim::engine
