#include "gui/widgets/free_space_probe.h"

#include <QDir>
#include <QFileInfo>
#include <QFuture>
#include <QPromise>
#include <QStorageInfo>
#include <QThreadPool>

#include <memory>

namespace essaim::gui {

qint64 freeSpace(const QString& path) {
    if (path.isEmpty() || QDir::isRelativePath(path))
        return -1;
    QString existing = QDir::cleanPath(path);
    while (!QFileInfo::exists(existing) && existing != QDir::rootPath())
        existing = QFileInfo(existing).path();
    const QStorageInfo storage(existing);
    return storage.isValid() && storage.isReady() ? storage.bytesAvailable() : -1;
}

void FreeSpaceProbe::ask(const QString& path) {
    m_path = path;
    m_again = m_busy;
    if (!m_busy)
        start();
}

void FreeSpaceProbe::start() {
    m_busy = true;
    m_again = false;
    const auto promise = std::make_shared<QPromise<qint64>>();
    promise->future().then(this, [this, path = m_path](qint64 bytes) {
        m_busy = false;
        if (m_again)
            start();
        else
            Q_EMIT answered(path, bytes);
    });
    QThreadPool::globalInstance()->start([promise, path = m_path] {
        promise->start();
        promise->addResult(freeSpace(path));
        promise->finish();
    });
}

} // namespace essaim::gui
