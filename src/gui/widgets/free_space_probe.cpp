#include "gui/widgets/free_space_probe.h"

#include "engine/background.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

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
    engine::runInBackground(
        this, [path = m_path] { return freeSpace(path); },
        [this, path = m_path](qint64 bytes) {
            m_busy = false;
            if (m_again)
                start();
            else
                Q_EMIT answered(path, bytes);
        });
}

} // namespace essaim::gui
