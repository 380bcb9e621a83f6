#include "engine/verify_torrent.h"

#include "engine/checker.h"
#include "engine/lt_convert.h"
#include "engine/rate_meter.h"

#include <QDir>
#include <QFile>

#include <libtorrent/torrent_info.hpp>

#include <algorithm>

namespace essaim::engine {
namespace {

using State = VerifiedFile::State;

std::vector<std::string>
pathsBelow(const QString& savePath, const lt::file_storage& storage, const std::map<int, std::string>& names) {
    std::vector<std::string> paths;
    for (const lt::file_index_t file : storage.file_range()) {
        const auto name = names.find(static_cast<int>(file));
        const std::string path = name == names.end() ? storage.file_path(file) : name->second;
        paths.push_back(QFile::encodeName(QDir(savePath).filePath(toQString(path))).toStdString());
    }
    return paths;
}

VerifyReport reportOf(const lt::file_storage& storage, const Checker& checker, const std::vector<std::string>& paths) {
    VerifyReport report;
    for (const lt::file_index_t index : storage.file_range()) {
        if (storage.pad_file_at(index))
            continue;
        VerifiedFile file;
        file.path = toQString(storage.file_path(index));
        file.size = storage.file_size(index);
        file.goodBytes = checker.goodBytes(index);
        const bool isThere = QFileInfo(QFile::decodeName(paths[std::size_t(static_cast<int>(index))].c_str())).isFile();
        file.state = !isThere ? State::Missing : file.goodBytes == file.size ? State::Complete : State::Damaged;
        report.totalSize += file.size;
        report.goodBytes += file.goodBytes;
        report.files.append(std::move(file));
    }
    return report;
}

} // namespace

bool VerifyReport::isComplete() const {
    return std::ranges::all_of(files, [](const VerifiedFile& file) { return file.state == State::Complete; });
}

Expected<VerifyReport> verifyTorrent(
    const QByteArray& torrent, const QString& savePath, const HashObserver& observer, int threads,
    const std::map<int, std::string>& names) {
    const auto loaded = loadTorrent(viewOf(torrent));
    if (!loaded)
        return std::unexpected(loaded.error());
    const lt::torrent_info& info = *loaded->params.ti;
    const lt::file_storage& storage = info.files();
    const std::vector<std::string> paths = pathsBelow(savePath, storage, names);
    Checker checker(info, viewOf(torrent), paths);
    checker.setThreads(threads);
    hashing::HashControl control;
    RateMeter meter;
    const auto watch = [&](const hashing::HashStatus& status) {
        HashProgress progress = meter.progressOf(status);
        if (status.done < status.total)
            progress.file = toQString(storage.file_path(checker.fileOf(status.file)));
        return !observer || observer(progress);
    };
    if (auto checked = checker.run(control, watch); !checked)
        return std::unexpected(checked.error());
    return reportOf(storage, checker, paths);
}

} // namespace essaim::engine
