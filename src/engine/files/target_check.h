// Looking at the files that stand where a torrent would write. Private to the engine; any thread, waits for disks.
#pragma once

#include "engine/files/target_report.h"
#include "storage/file_owner_store.h"

#include <QByteArray>

#include <libtorrent/file_storage.hpp>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace essaim::engine {

/// A file that the torrent would write.
struct TargetFile {
    int number = 0;
    std::string path; ///< relative to the save path
    std::int64_t size = 0;
    std::string properPath{}; ///< if it lies under the other name that incomplete files have: what it is called else
};

/// Without padding; `renamed` names some of them otherwise.
[[nodiscard]] std::vector<TargetFile>
targetFiles(const lt::file_storage& storage, const std::map<lt::file_index_t, std::string>& renamed = {});

/// The same files; those that are not there, but under the other name that incomplete files have, get that one.
/// `mayBeMarked`: that of the torrent; see MetadataFacts::mayMarkFiles.
[[nodiscard]] std::vector<TargetFile>
asTheyLie(const std::string& savePath, std::vector<TargetFile> files, bool mayBeMarked);

/// What was found, by number; files that are not in there are not on the disk.
struct TargetFinding {
    TargetFileReport::State state = TargetFileReport::State::Differs;
    storage::FileStamp stamp;
    bool operator==(const TargetFinding&) const = default;
};
using TargetFindings = std::map<int, TargetFinding>;

/// Looks, and hashes if anything of the right size is there. Creates and changes nothing. Errors: Cancelled, and a
/// torrent that cannot be read.
[[nodiscard]] Expected<TargetFindings> checkTargets(
    const QByteArray& torrent, const std::string& savePath, const std::vector<TargetFile>& files,
    const std::function<bool(qint64, qint64)>& progress);

/// Only looks. What is there gets the state Differs, or Blocked.
[[nodiscard]] TargetFindings lookAtTargets(const std::string& savePath, const std::vector<TargetFile>& files);

/// What an addition does with what was found.
struct TargetDecision {
    std::map<int, std::string> renamed;           ///< new relative paths
    std::vector<storage::FileOwnerRecord> owners; ///< of every file
    std::vector<int> complete;                    ///< numbers of the files that are there and right
    bool isSure = true;                           ///< everything else is missing, so nothing need be checked again
};

/// `former`: what is known of the same torrent from before it was removed. Errors: AlreadyExists with the first file
/// that would have to be overwritten; waits for the disk to find free names.
[[nodiscard]] Expected<TargetDecision> decideTargets(
    const std::string& savePath, const std::vector<TargetFile>& files, const TargetFindings& findings,
    const std::vector<storage::FileOwnerRecord>& former, ExistingFiles policy);

} // namespace essaim::engine
