#include "hosting/torrent_writer.h"

#include "engine/save_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace essaim::hosting {

Expected<TorrentFileWritten> writeTorrentFile(const QString& path, const QByteArray& bytes) {
    const bool existed = QFile::exists(path);
    std::error_code code;
    const QString folder = QFileInfo(path).absolutePath();
    std::filesystem::create_directories(QFile::encodeName(folder).toStdString(), code);
    if (code)
        return std::unexpected(essaim::systemError(code, Operation::CreateDirectory, folder.toStdString()));
    if (auto saved = engine::saveFile(path, bytes); !saved)
        return std::unexpected(saved.error());
    return existed ? TorrentFileWritten::Replaced : TorrentFileWritten::New;
}

} // namespace essaim::hosting
