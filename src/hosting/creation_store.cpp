#include "hosting/creation_store.h"

#include "engine/background.h"
#include "engine/save_file.h"
#include "hosting/creation_json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <mutex>

namespace essaim::hosting {

namespace {

constexpr qint64 kMaxFile = 64'000'000; ///< bytes; beyond, it is none of ours

QByteArray encode(const QList<CreationJob>& jobs) {
    QJsonArray array;
    for (const CreationJob& job : jobs) {
        if (job.state == CreationJob::State::Finished)
            continue;
        array.append(QJsonObject{
            {QStringLiteral("id"), QString::number(job.id)},
            {QStringLiteral("paused"), job.state == CreationJob::State::Paused},
            {QStringLiteral("request"), toJson(job.request)}});
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<CreationJob> decode(const QJsonArray& array) {
    QList<CreationJob> jobs;
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        CreationJob job;
        job.id = object.value(QStringLiteral("id")).toString().toULongLong();
        job.request = publishRequestOf(object.value(QStringLiteral("request")).toObject());
        if (object.value(QStringLiteral("paused")).toBool())
            job.state = CreationJob::State::Paused;
        if (job.id != 0 && !job.request.create.paths.isEmpty())
            jobs.append(job);
    }
    return jobs;
}

QList<CreationJob> read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxFile)
        return {};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error == QJsonParseError::NoError && document.isArray())
        return decode(document.array());
    file.close();
    const QString aside = path + QStringLiteral(".bad");
    QFile::remove(aside);
    QFile::rename(path, aside);
    return {};
}

Expected<void> replace(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    return engine::saveFile(path, bytes, QFileDevice::ReadOwner | QFileDevice::WriteOwner); // keys of trackers
}

} // namespace

/// Whoever comes late with an older state does not write it.
struct CreationStore::Shared {
    std::mutex mutex;
    quint64 written = 0; ///< guarded by `mutex`

    Expected<void> write(const QString& path, const QByteArray& bytes, quint64 generation) {
        const std::lock_guard lock(mutex);
        if (generation <= written)
            return {};
        auto result = replace(path, bytes);
        if (result)
            written = generation;
        return result;
    }
};

CreationStore::CreationStore(const QString& file, QObject* parent)
    : QObject(parent)
    , m_file(file)
    , m_shared(std::make_shared<Shared>()) {}

CreationStore::~CreationStore() {
    if (m_generation > 0)
        (void)m_shared->write(m_file, m_newest, m_generation);
}

void CreationStore::load() {
    engine::runInBackground(
        this, [path = m_file] { return path.isEmpty() ? QList<CreationJob>() : read(path); },
        [this](const QList<CreationJob>& jobs) { Q_EMIT loaded(jobs); });
}

void CreationStore::save(const QList<CreationJob>& jobs) {
    if (m_file.isEmpty())
        return;
    m_newest = encode(jobs);
    ++m_generation;
    if (!m_isWriting)
        write();
}

void CreationStore::write() {
    m_isWriting = true;
    m_started = m_generation;
    engine::runInBackground(
        this,
        [path = m_file, bytes = m_newest, generation = m_generation, shared = m_shared] {
            return shared->write(path, bytes, generation);
        },
        [this](const Expected<void>& written) {
            m_isWriting = false;
            if (!written)
                Q_EMIT saveFailed(written.error());
            if (m_started != m_generation)
                write();
        });
}

} // namespace essaim::hosting
