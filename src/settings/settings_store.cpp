// Loading settings without trusting the file, and saving them without ever leaving half of one.
#include "settings/settings_store.h"

#include "settings/generations.h"

#include <QFile>
#include <QFileInfo>
#include <QMetaObject>
#include <QSettings>
#include <QThreadPool>

#include <atomic>
#include <filesystem>
#include <functional>
#include <system_error>

namespace essaim::settings {

namespace {

std::filesystem::path pathOf(const QString& file) {
    return QFile::encodeName(file).toStdString();
}

/// Replaces `to`, which QFile::rename() would refuse.
bool moveOver(const QString& from, const QString& to) {
    std::error_code code;
    std::filesystem::rename(pathOf(from), pathOf(to), code);
    return !code;
}

QString freshCopyOf(const QString& file) {
    return file + QStringLiteral(".new");
}

/// Half a copy of a program that was killed, and the lock that QSettings had on it.
void removeFreshCopy(const QString& file) {
    QFile::remove(freshCopyOf(file));
    QFile::remove(freshCopyOf(file) + QStringLiteral(".lock"));
    QFile::remove(freshCopyOf(previousOf(file)));
}

/// A link stays one: what it points to is replaced.
QString withoutLink(const QString& file) {
    const QFileInfo information(file);
    return information.isSymLink() ? information.symLinkTarget() : file;
}

bool write(const QHash<QString, QVariant>& values, const QString& target) {
    const QString fresh = freshCopyOf(target);
    removeFreshCopy(target);
    {
        QSettings file(fresh, QSettings::IniFormat);
        for (auto i = values.cbegin(); i != values.cend(); ++i)
            file.setValue(i.key(), i.value());
        file.sync();
        if (file.status() != QSettings::NoError) {
            QFile::remove(fresh);
            return false;
        }
    }
    if (QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner) && finish(fresh)) {
        keepAsPrevious(target);
        if (moveOver(fresh, target)) {
            syncFolderOf(target);
            return true;
        }
    }
    QFile::remove(fresh);
    return false;
}

/// Writes on a thread of its own, one file after the other: a disk that takes its time does not hold up the window each
/// time a column is moved. Child of its store, which waits for it before it goes.
class Writer : public QObject {
public:
    explicit Writer(QObject* store)
        : QObject(store) {
        setObjectName(QStringLiteral("settingsWriter"));
        m_pool.setMaxThreadCount(1);
    }

    static Writer& of(QObject& store) {
        auto* known = store.findChild<QObject*>(QStringLiteral("settingsWriter"), Qt::FindDirectChildrenOnly);
        return known ? static_cast<Writer&>(*known) : *new Writer(&store);
    }

    /// `failed` runs on the thread of the store.
    void post(const QHash<QString, QVariant>& values, const QString& file, const std::function<void()>& failed) {
        m_pool.clear(); // what has not begun is out of date
        m_pool.start([this, values, file, failed] {
            if (write(values, file))
                return;
            m_hasFailed = true;
            QMetaObject::invokeMethod(this, failed, Qt::QueuedConnection);
        });
    }
    void wait() { m_pool.waitForDone(); }
    /// Since the last question.
    [[nodiscard]] bool hasFailed() { return m_hasFailed.exchange(false); }

private:
    std::atomic<bool> m_hasFailed = false;
    QThreadPool m_pool;
};

} // namespace

SettingsStore::SettingsStore(const QString& file, QObject* parent)
    : QObject(parent)
    , m_file(withoutLink(file)) {
    load();
}

SettingsStore::~SettingsStore() {
    sync();
}

void SettingsStore::load() {
    removeFreshCopy(m_file);
    const QFileInfo information(m_file);
    const bool hasPrevious = isWhole(previousOf(m_file));
    if (!information.exists()) {
        if (hasPrevious)
            usePrevious();
        return;
    }
    mend();
    // A file of no bytes is not one that we wrote: a full disk or a crash made it. Where there is a generation before,
    // this one has been written by a version that ends its files with a line of its own.
    const bool isDamaged =
        !read(m_file) || information.size() == 0 || !information.isReadable() || (hasPrevious && !isWhole(m_file));
    if (!isDamaged)
        return;
    if (hasPrevious)
        usePrevious();
    keepAside();
}

void SettingsStore::mend() {
    if (!isChanged(m_file))
        return;
    const QByteArray before = withBitMended(m_file);
    m_wasMended = !before.isEmpty() && replace(m_file, before);
    m_wasChanged = !m_wasMended && isWhole(m_file);
    m_dirty = m_wasChanged; // said once
}

bool SettingsStore::read(const QString& file) {
    const QSettings stored(file, QSettings::IniFormat);
    const auto keys = stored.allKeys();
    for (const auto& key : keys)
        m_values.insert(key, stored.value(key));
    return stored.status() == QSettings::NoError;
}

void SettingsStore::usePrevious() {
    m_values.clear();
    (void)read(previousOf(m_file));
    m_usesPrevious = true;
    m_dirty = true;
}

void SettingsStore::keepAside() {
    QString aside = m_file + QStringLiteral(".bad");
    for (int i = 2; QFileInfo::exists(aside); ++i)
        aside = QStringLiteral("%1.bad%2").arg(m_file).arg(i);
    m_keptAside = moveOver(m_file, aside) ? aside : m_file;
    m_dirty = m_keptAside != m_file && !m_values.isEmpty(); // what could be read is the file from now on
}

void SettingsStore::store(const QString& key, const QVariant& value) {
    m_values.insert(key, value);
    m_dirty = true;
    if (!m_scheduled) {
        m_scheduled = true;
        const auto saveApart = [this] {
            m_scheduled = false;
            if (!m_dirty)
                return;
            m_dirty = false;
            if (m_keptAside == m_file) {
                m_dirty = true;
                Q_EMIT saveFailed(m_file);
                return;
            }
            Writer& writer = Writer::of(*this);
            writer.post(m_values, m_file, [this, &writer] {
                if (!writer.hasFailed())
                    return; // sync() was faster
                m_dirty = true;
                Q_EMIT saveFailed(m_file);
            });
        };
        QMetaObject::invokeMethod(this, saveApart, Qt::QueuedConnection);
    }
    Q_EMIT changed(key);
}

void SettingsStore::sync() {
    Writer& writer = Writer::of(*this);
    writer.wait();
    m_dirty = writer.hasFailed() || m_dirty;
    if (!m_dirty)
        return;
    m_dirty = !save();
    if (m_dirty)
        Q_EMIT saveFailed(m_file);
}

bool SettingsStore::save() const {
    return m_keptAside != m_file && write(m_values, m_file);
}

} // namespace essaim::settings
