// The values of all settings, kept in one file of the profile.
#pragma once

#include "settings/setting.h"

#include <QObject>
#include <QHash>
#include <QVariant>

namespace essaim::settings {

/// Reads and writes settings (INI). GUI thread. Writing is atomic (a temporary file is renamed into place) and happens
/// at the next turn of the event loop; a file that cannot be written keeps the old one and emits saveFailed().
class SettingsStore : public QObject {
    Q_OBJECT
public:
    explicit SettingsStore(const QString& file, QObject* parent = nullptr);
    ~SettingsStore() override;

    template <typename T>
    [[nodiscard]] T value(const Setting<T>& setting) const {
        const QVariant stored = m_values.value(QString::fromLatin1(setting.key));
        if (!stored.isValid() || !stored.canConvert<T>())
            return setting.defaultValue;
        return setting.clamp(stored.value<T>());
    }
    /// Values outside the range are clamped. Emits changed() if it differs.
    template <typename T>
    void set(const Setting<T>& setting, const T& value) {
        store(QString::fromLatin1(setting.key), QVariant::fromValue(setting.clamp(value)));
    }
    /// Writes now what is pending.
    void sync();

Q_SIGNALS:
    void changed(const QString& key);
    void saveFailed(const QString& file);

private:
    void store(const QString& key, const QVariant& value);
    QHash<QString, QVariant> m_values;
    QString m_file;
    bool m_dirty = false;
};

} // namespace essaim::settings
