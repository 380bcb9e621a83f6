#include "engine/torrent_file.h"

#include "engine/lt_convert.h"
#include "engine/torrent_loader.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace essaim::engine {

static_assert(kMaxTorrentFile == GateLimits::kTorrentBytes);
namespace {

Error readError(const QString& path, Operation operation, int code) {
    return systemError(std::error_code(code, std::generic_category()), operation, path.toStdString());
}

/// Closes a descriptor at the end of a scope.
struct Descriptor {
    int value;
    ~Descriptor() { ::close(value); }
};

Expected<TorrentDescription> withSubject(Expected<TorrentDescription> description, const QString& path) {
    if (!description)
        description.error().subject = path.toStdString();
    return description;
}

} // namespace

Expected<QByteArray> readBytes(const QString& path, qint64 limit, Operation operation) {
    // Opened without waiting, so that a named pipe dropped on the window cannot hold the reader forever.
    const int opened = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (opened < 0)
        return std::unexpected(readError(path, operation, errno));
    const Descriptor file{opened};
    struct stat status{};
    if (::fstat(file.value, &status) != 0)
        return std::unexpected(readError(path, operation, errno));
    if (!S_ISREG(status.st_mode))
        return failure(ErrorKind::InvalidData, operation, path.toStdString(), "it is not a file");
    QByteArray bytes;
    while (true) {
        char block[65536];
        const ssize_t count = ::read(file.value, block, sizeof block);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(readError(path, operation, errno));
        if (count == 0)
            return bytes;
        if (bytes.size() + count > limit)
            return refused(
                operation, {Fault::TooLarge, {}, std::max<std::int64_t>(status.st_size, limit + 1), limit},
                path.toStdString());
        bytes.append(block, count);
    }
}

Expected<TorrentDescription> parseTorrent(const QByteArray& bytes) {
    const auto loaded = loadTorrent(viewOf(bytes));
    if (!loaded)
        return std::unexpected(loaded.error());
    return describeTorrent(*loaded);
}

Expected<TorrentDescription> readTorrent(const QString& path) {
    const auto bytes = readBytes(path, GateLimits::kTorrentBytes, Operation::OpenTorrent);
    if (!bytes)
        return std::unexpected(bytes.error());
    return withSubject(parseTorrent(*bytes), path);
}

} // namespace essaim::engine
