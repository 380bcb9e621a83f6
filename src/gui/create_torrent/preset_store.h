// Named sets of choices for new torrents, kept in the settings.
#pragma once

#include "hosting/publisher.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// A value over the settings: several may exist. GUI thread. Names are unique and not empty.
class PresetStore {
public:
    explicit PresetStore(settings::SettingsStore& settings)
        : m_settings(settings) {}

    /// In alphabetical order.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] std::optional<hosting::PublishRequest> find(const QString& name) const;
    /// Replaces one of the same name. What belongs to one torrent (sources, name, file) is not kept.
    void save(const QString& name, const hosting::PublishRequest& request);
    void rename(const QString& from, const QString& to);
    void remove(const QString& name);

    /// The one that new forms begin with; empty = none.
    [[nodiscard]] QString defaultName() const;
    void setDefault(const QString& name);

private:
    settings::SettingsStore& m_settings;
};

} // namespace essaim::gui
