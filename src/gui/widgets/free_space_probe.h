// Asks how much space is left on a disk without making the window wait.
#pragma once

#include <QObject>
#include <QString>

namespace essaim::gui {

/// Free bytes for the user of the file system that holds `path`, or would hold it once it is made; -1 if unknown.
/// Blocks on the file system.
[[nodiscard]] qint64 freeSpace(const QString& path);

/// GUI thread; asks on a thread of its own, one question at a time: a disk that does not answer costs one thread,
/// not one for each question.
class FreeSpaceProbe : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// answered() follows, unless a later path is asked for meanwhile.
    void ask(const QString& path);

Q_SIGNALS:
    void answered(const QString& path, qint64 bytes);

private:
    void start();

    QString m_path;
    bool m_busy = false;
    bool m_again = false;
};

} // namespace essaim::gui
