#include "app/start_log.h"

#include "engine/session.h"

#include <QEvent>
#include <QFile>
#include <QLoggingCategory>
#include <QTimer>
#include <QWidget>

#include <ctime>
#include <unistd.h>

namespace essaim::app {

namespace {

Q_LOGGING_CATEGORY(startLog, "essaim.start", QtInfoMsg)

constexpr int kStartField = 19; ///< of /proc/self/stat, counted from the one after the name: ticks since the boot

} // namespace

qint64 processAge() {
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    const qint64 ticks = fields.value(kStartField).toLongLong();
    timespec now{};
    if (ticks <= 0 || ::clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1;
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000 - ticks * 1000 / ::sysconf(_SC_CLK_TCK);
}

StartLog::StartLog(QWidget& window, const engine::Session& session, QObject* parent)
    : QObject(parent)
    , m_window(window) {
    m_window.installEventFilter(this);
    connect(&session, &engine::Session::listed, this, [](int torrents) {
        qCInfo(startLog, "list of %d torrents readable after %lld ms", torrents, processAge());
    });
    connect(&session, &engine::Session::allRunning, this, [](int torrents) {
        qCInfo(startLog, "all %d torrents running after %lld ms", torrents, processAge());
    });
}

bool StartLog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::Paint) {
        m_window.removeEventFilter(this);
        // Once this and what is painted with it is done.
        QTimer::singleShot(0, this, [] { qCInfo(startLog, "window shown after %lld ms", processAge()); });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace essaim::app
