#include "engine/checks/check_run.h"

#include "engine/checker.h"
#include "engine/checks/part_file.h"
#include "engine/lt_convert.h"
#include "engine/mover/folder_tree.h"
#include "engine/rate_meter.h"

#include <QElapsedTimer>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <thread>

#include <fcntl.h>

namespace essaim::engine {
namespace {

std::vector<std::string> pathsOf(const CheckTask& task) {
    std::vector<std::string> paths;
    const lt::file_storage& files = task.info->files();
    for (const lt::file_index_t file : files.file_range())
        paths.push_back(
            task.names.empty() ? files.file_path(file, task.savePath)
                               : task.savePath + '/' + task.names.at(std::size_t(static_cast<int>(file))));
    return paths;
}

bool isWanted(const CheckTask& task, lt::file_index_t file) {
    const auto index = std::size_t(static_cast<int>(file));
    return index >= task.priorities.size() || task.priorities[index] != lt::dont_download;
}

bool isFile(const std::string& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path, error);
}

/// libtorrent does not believe that all is there without them, and says of a torrent whose only loss they are that its
/// files are gone. Whether that succeeds, it sees itself.
void makeEmptyFiles(const CheckTask& task) {
    const lt::file_storage& files = task.info->files();
    std::optional<FolderTree> tree;
    for (const lt::file_index_t file : files.file_range()) {
        if (files.file_size(file) != 0 || files.pad_file_at(file) || !isWanted(task, file))
            continue;
        if (!tree) {
            auto opened = FolderTree::open(task.savePath);
            if (!opened)
                return;
            tree.emplace(std::move(*opened));
        }
        const std::string name =
            task.names.empty() ? files.file_path(file) : task.names.at(std::size_t(static_cast<int>(file)));
        (void)tree->openFile(name, O_WRONLY | O_CREAT | O_EXCL);
    }
}

CheckOutcome
run(const CheckTask& task, hashing::HashControl& control, const std::function<void(const HashProgress&)>& report) {
    const std::vector<std::string> paths = pathsOf(task);
    const lt::file_storage& files = task.info->files();
    CheckOutcome outcome;
    Checker checker(*task.info, task.torrent, paths);
    if (task.isGentle)
        checker.setGentle();
    const PartFile parts(task.partFile, files);
    for (const lt::file_index_t file : files.file_range()) {
        if (files.pad_file_at(file) || control.isCancelled)
            continue;
        const bool isThere = isFile(paths[std::size_t(static_cast<int>(file))]);
        if (!isWanted(task, file) && !isThere) // as libtorrent decides between the two
            checker.readFrom(file, parts.path(), parts.extentsOf(files, file));
    }
    RateMeter meter;
    QElapsedTimer sinceReport;
    const auto watch = [&](const hashing::HashStatus& status) {
        constexpr qint64 kEveryMs = 250;
        HashProgress progress = meter.progressOf(status);
        if (sinceReport.isValid() && sinceReport.elapsed() < kEveryMs && status.done < status.total)
            return true;
        sinceReport.start();
        if (status.done < status.total)
            progress.file = toQString(files.file_path(checker.fileOf(status.file)));
        report(progress);
        return true;
    };
    outcome.result = checker.run(control, watch);
    // Afterwards: the disk may have gone away meanwhile.
    for (const lt::file_index_t file : files.file_range()) {
        if (!outcome.isAnythingThere && !files.pad_file_at(file) && isWanted(task, file))
            outcome.isAnythingThere = isFile(paths[std::size_t(static_cast<int>(file))]);
    }
    if (outcome.result && outcome.isAnythingThere)
        makeEmptyFiles(task);
    outcome.have.resize(files.num_pieces(), false);
    for (const lt::piece_index_t piece : files.piece_range()) {
        if (checker.hasPiece(piece))
            outcome.have.set_bit(piece);
    }
    return outcome;
}

} // namespace

std::shared_ptr<hashing::HashControl> startCheck(
    CheckTask task, const std::shared_ptr<Mailbox>& mailbox, std::function<void(const HashProgress&)> onProgress,
    std::function<void(CheckOutcome)> onDone) {
    auto control = std::make_shared<hashing::HashControl>();
    const auto report = [mailbox, onProgress = std::move(onProgress)](const HashProgress& progress) {
        mailbox->post([onProgress, progress] { onProgress(progress); });
    };
    std::thread([task = std::move(task), control, mailbox, report, onDone = std::move(onDone)] {
        const auto outcome = std::make_shared<CheckOutcome>(run(task, *control, report));
        mailbox->post([outcome, onDone] { onDone(std::move(*outcome)); });
    }).detach();
    return control;
}

} // namespace essaim::engine
