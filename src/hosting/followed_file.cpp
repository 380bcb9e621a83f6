#include "hosting/followed_file.h"

#include "storage/durable_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <filesystem>
#include <system_error>

namespace essaim::hosting {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestFile = std::size_t{64} * 1024 * 1024;
constexpr int kMostPutAside = 9;

/// Some keep such files elsewhere, behind a symbolic link, which stays.
fs::path pathOf(const QString& file) {
    fs::path path = QFile::encodeName(file).toStdString();
    std::error_code code;
    const fs::path target = fs::canonical(path, code);
    return code ? path : target;
}

fs::path withSuffix(const fs::path& file, const std::string& suffix) {
    fs::path result = file;
    result += suffix;
    return result;
}

/// The whole file; InvalidData if it is damaged, Unsupported if it is of a newer version.
Expected<QByteArray> contentOf(const fs::path& file) {
    const auto bytes = storage::readFile(file, kLongestFile);
    if (!bytes) {
        Error error = bytes.error();
        error.operation = Operation::ReadFile;
        return std::unexpected(error);
    }
    QByteArray content = QByteArray::fromStdString(*bytes);
    const QJsonObject object = QJsonDocument::fromJson(content).object();
    if (object.value(QStringLiteral("version")).toInt(1) > FollowedFile::kVersion)
        return failure(ErrorKind::Unsupported, Operation::ReadFile, file.string(), "written by a newer version");
    if (!object.value(QStringLiteral("hosts")).isArray())
        return failure(ErrorKind::InvalidData, Operation::ReadFile, file.string(), "damaged");
    return content;
}

/// Where nothing was put before: perhaps a person can make something of it.
bool putAside(const fs::path& file) {
    for (int number = 1; number <= kMostPutAside; ++number) {
        const fs::path aside = withSuffix(file, ".damaged" + (number > 1 ? std::to_string(number) : std::string()));
        std::error_code code;
        if (fs::exists(aside, code) || code)
            continue;
        fs::rename(file, aside, code);
        return !code;
    }
    return false;
}

} // namespace

FollowedFile::Content FollowedFile::read() {
    const std::lock_guard lock(m_mutex);
    m_mayWrite = true;
    if (m_path.isEmpty())
        return {};
    const fs::path file = pathOf(m_path);
    const auto content = contentOf(file);
    if (content)
        return {*content, std::nullopt};
    const Error& error = content.error();
    if (error.kind == ErrorKind::NotFound)
        return withPrevious(std::nullopt);
    m_mayWrite = error.kind == ErrorKind::InvalidData && putAside(file);
    return withPrevious(error);
}

FollowedFile::Content FollowedFile::withPrevious(const std::optional<Error>& error) const {
    return {contentOf(withSuffix(pathOf(m_path), ".previous")).value_or(QByteArray()), error};
}

bool FollowedFile::mayWrite() const {
    const std::lock_guard lock(m_mutex);
    return m_mayWrite;
}

Expected<void> FollowedFile::write(const QByteArray& bytes, quint64 generation) {
    const std::lock_guard lock(m_mutex);
    if (m_path.isEmpty() || generation <= m_written)
        return {};
    const fs::path file = pathOf(m_path);
    if (!m_mayWrite)
        return failure(ErrorKind::PermissionDenied, Operation::WriteFile, file.string(), "it could not be read before");
    keepPrevious();
    auto written = storage::replaceFile(file, bytes.toStdString());
    if (written)
        written = storage::syncFolder(file.parent_path());
    if (!written) {
        Error error = written.error();
        error.operation = Operation::WriteFile;
        return std::unexpected(error);
    }
    m_written = generation;
    return {};
}

/// What stands there was read or written by us, hence whole. The name is the same file until the next is in place.
void FollowedFile::keepPrevious() const {
    const fs::path file = pathOf(m_path);
    const fs::path fresh = withSuffix(file, ".previous.new");
    std::error_code code;
    fs::remove(fresh, code);
    fs::create_hard_link(file, fresh, code);
    if (code)
        fs::copy_file(file, fresh, code); // some file systems know no second name for a file
    if (!code)
        fs::rename(fresh, withSuffix(file, ".previous"), code);
}

} // namespace essaim::hosting
