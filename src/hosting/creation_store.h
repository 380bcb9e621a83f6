// The file that remembers unfinished creations.
#pragma once

#include "hosting/creation_job.h"

#include <QObject>

#include <memory>

namespace essaim::hosting {

/// Reads and writes on threads of its own, one at a time; of several saves that wait, only the last is written. GUI
/// thread.
class CreationStore : public QObject {
    Q_OBJECT
public:
    /// `file`: empty = remember nothing.
    explicit CreationStore(const QString& file, QObject* parent = nullptr);
    /// Writes what waits to be written; blocks on the disk.
    ~CreationStore() override;

    /// loaded() follows. A missing file holds no jobs; a damaged one is renamed to "….bad" and holds none either.
    void load();
    /// Those of `jobs` that did not finish.
    void save(const QList<CreationJob>& jobs);

Q_SIGNALS:
    void loaded(const QList<essaim::hosting::CreationJob>& jobs);
    void saveFailed(const essaim::Error& error);

private:
    struct Shared;
    void write();

    QString m_file;
    const std::shared_ptr<Shared> m_shared; ///< with the thread that writes
    QByteArray m_newest;
    quint64 m_generation = 0; ///< of `m_newest`
    quint64 m_started = 0;    ///< generation that is being or was written
    bool m_isWriting = false;
};

} // namespace essaim::hosting
