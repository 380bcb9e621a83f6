// Loading settings without trusting the file, and saving them without ever leaving half of one.
#include "settings/settings_store.h"

#include "settings/generations.h"

#include <QFile>
#include <QFileInfo>
#include <QMetaObject>
#include <QSettings>

#include <filesystem>
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
}

/// A link stays one: what it points to is replaced.
QString withoutLink(const QString& file) {
    const QFileInfo information(file);
    return information.isSymLink() ? information.symLinkTarget() : file;
}

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
        QMetaObject::invokeMethod(this, &SettingsStore::sync, Qt::QueuedConnection);
    }
    Q_EMIT changed(key);
}

void SettingsStore::sync() {
    m_scheduled = false;
    if (!m_dirty)
        return;
    m_dirty = !save();
    if (m_dirty)
        Q_EMIT saveFailed(m_file);
}

bool SettingsStore::save() const {
    if (m_keptAside == m_file)
        return false;
    const QString fresh = freshCopyOf(m_file);
    removeFreshCopy(m_file);
    {
        QSettings file(fresh, QSettings::IniFormat);
        for (auto i = m_values.cbegin(); i != m_values.cend(); ++i)
            file.setValue(i.key(), i.value());
        file.sync();
        if (file.status() != QSettings::NoError) {
            QFile::remove(fresh);
            return false;
        }
    }
    if (QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner) && finish(fresh)) {
        keepAsPrevious(m_file);
        if (moveOver(fresh, m_file)) {
            syncFolderOf(m_file);
            return true;
        }
    }
    QFile::remove(fresh);
    return false;
}

} // namespace essaim::settings
