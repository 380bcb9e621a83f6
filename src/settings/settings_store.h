// The values of all settings, kept in one file of the profile.
#pragma once

#include "settings/setting.h"

#include <QHash>
#include <QObject>
#include <QVariant>

namespace essaim::settings {

/// Reads and writes settings (INI). GUI thread. Writing is atomic (a temporary file is synced and renamed into place),
/// keeps the generation before, and happens at the next turn of the event loop; a file that cannot be written keeps the
/// old one and emits saveFailed().
class SettingsStore : public QObject {
    Q_OBJECT
public:
    /// A missing file means defaults, or the generation before if there is one. One that cannot be read is kept aside,
    /// see keptAside().
    explicit SettingsStore(const QString& file, QObject* parent = nullptr);
    ~SettingsStore() override;

    template <typename T>
    [[nodiscard]] T value(const Setting<T>& setting) const {
        QVariant stored = m_values.value(QString::fromLatin1(setting.key));
        // Converts in place, unlike value<T>(): a word where a number belongs is then the default, not 0.
        if (!stored.isValid() || !stored.convert(QMetaType::fromType<T>()))
            return setting.defaultValue;
        return setting.clamp(stored.value<T>());
    }
    /// Values outside the range are clamped. Emits changed() if it differs.
    template <typename T>
    void set(const Setting<T>& setting, const T& value) {
        const T allowed = setting.clamp(value);
        if (allowed != this->value(setting))
            store(QString::fromLatin1(setting.key), QVariant::fromValue(allowed));
    }
    /// Writes now what is pending.
    void sync();

    /// Where the file that was found went because it was damaged or not readable; empty if all was well. What could
    /// be read of it is in use. If it could not even be moved, this is the file itself, and nothing is ever written.
    [[nodiscard]] const QString& keptAside() const { return m_keptAside; }
    /// The file was damaged or missing, and the settings that were saved the time before are in use.
    [[nodiscard]] bool usesPrevious() const { return m_usesPrevious; }
    /// A single bit of the file was another than it had been written, and has been put right.
    [[nodiscard]] bool wasMended() const { return m_wasMended; }
    /// Somebody, or something, has changed the file since it was saved; what it says is in use.
    [[nodiscard]] bool wasChanged() const { return m_wasChanged; }
    /// The file that settings are saved to.
    [[nodiscard]] const QString& file() const { return m_file; }

Q_SIGNALS:
    void changed(const QString& key);
    /// What was to be saved is kept and tried again with the next change and at the end.
    void saveFailed(const QString& file);

private:
    void load();
    void mend();
    bool read(const QString& file);
    void usePrevious();
    void keepAside();
    [[nodiscard]] bool save() const;
    void store(const QString& key, const QVariant& value);

    QHash<QString, QVariant> m_values;
    QString m_file;
    QString m_keptAside;
    bool m_usesPrevious = false;
    bool m_wasMended = false;
    bool m_wasChanged = false;
    bool m_dirty = false;
    bool m_scheduled = false;
};

} // namespace essaim::settings
