// The categories that stay without torrents, and the folders that go with them.
#pragma once

#include <QMap>
#include <QString>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// Folders by category, as settings::kCategories has them; empty = none of its own.
[[nodiscard]] QMap<QString, QString> keptCategories(const settings::SettingsStore& settings);

/// Keeps the category in the list, with this folder.
void keepCategory(settings::SettingsStore& settings, const QString& category, const QString& folder);
/// What is below it goes along.
void renameCategory(settings::SettingsStore& settings, const QString& category, const QString& name);
/// With what is below it.
void forgetCategory(settings::SettingsStore& settings, const QString& category);

/// Where new torrents of a category go: its folder, or one below that of the category above it; empty = the usual one.
[[nodiscard]] QString folderOfCategory(const settings::SettingsStore& settings, const QString& category);

} // namespace essaim::gui
