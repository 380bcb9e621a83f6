#include "gui/create_torrent/preset_store.h"

#include "hosting/creation_json.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QJsonDocument>

namespace essaim::gui {

namespace {

QJsonObject load(const settings::SettingsStore& settings) {
    return QJsonDocument::fromJson(settings.value(settings::kCreationPresets)).object();
}

void store(settings::SettingsStore& settings, const QJsonObject& presets) {
    settings.set(settings::kCreationPresets, QJsonDocument(presets).toJson(QJsonDocument::Compact));
}

} // namespace

QStringList PresetStore::names() const {
    QStringList names = load(m_settings).keys();
    names.sort(Qt::CaseInsensitive);
    return names;
}

std::optional<hosting::PublishRequest> PresetStore::find(const QString& name) const {
    const QJsonValue preset = load(m_settings).value(name);
    if (!preset.isObject())
        return std::nullopt;
    return hosting::presetOf(hosting::publishRequestOf(preset.toObject()));
}

void PresetStore::save(const QString& name, const hosting::PublishRequest& request) {
    QJsonObject presets = load(m_settings);
    presets.insert(name, hosting::toJson(hosting::presetOf(request)));
    store(m_settings, presets);
}

void PresetStore::rename(const QString& from, const QString& to) {
    QJsonObject presets = load(m_settings);
    if (from == to || to.isEmpty() || !presets.contains(from))
        return;
    presets.insert(to, presets.take(from));
    store(m_settings, presets);
    if (defaultName() == from)
        setDefault(to);
}

void PresetStore::remove(const QString& name) {
    QJsonObject presets = load(m_settings);
    presets.remove(name);
    store(m_settings, presets);
    if (defaultName() == name)
        setDefault({});
}

QString PresetStore::defaultName() const {
    return m_settings.value(settings::kDefaultCreationPreset);
}

void PresetStore::setDefault(const QString& name) {
    m_settings.set(settings::kDefaultCreationPreset, name);
}

} // namespace essaim::gui
