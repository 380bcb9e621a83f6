#include "gui/labels/categories.h"

#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace essaim::gui {

namespace {

void save(settings::SettingsStore& settings, const QMap<QString, QString>& categories) {
    QJsonObject object;
    for (auto each = categories.begin(); each != categories.end(); ++each)
        object.insert(each.key(), each.value());
    settings.set(
        settings::kCategories, object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool isBelow(const QString& category, const QString& above) {
    return category == above || category.startsWith(above + u'/');
}

} // namespace

QMap<QString, QString> keptCategories(const settings::SettingsStore& settings) {
    QMap<QString, QString> categories;
    const QJsonObject object = QJsonDocument::fromJson(settings.value(settings::kCategories)).object();
    for (auto each = object.begin(); each != object.end(); ++each) {
        const QString folder = each.value().toString();
        if (!each.key().isEmpty())
            categories.insert(each.key(), QDir::isAbsolutePath(folder) ? folder : QString());
    }
    return categories;
}

void keepCategory(settings::SettingsStore& settings, const QString& category, const QString& folder) {
    QMap<QString, QString> categories = keptCategories(settings);
    categories.insert(category, folder.isEmpty() ? QString() : QDir::cleanPath(folder));
    save(settings, categories);
}

void renameCategory(settings::SettingsStore& settings, const QString& category, const QString& name) {
    const QMap<QString, QString> before = keptCategories(settings);
    QMap<QString, QString> after;
    for (auto each = before.begin(); each != before.end(); ++each)
        after.insert(isBelow(each.key(), category) ? name + each.key().mid(category.size()) : each.key(), each.value());
    if (after != before)
        save(settings, after);
}

void forgetCategory(settings::SettingsStore& settings, const QString& category) {
    QMap<QString, QString> categories = keptCategories(settings);
    if (categories.removeIf([&category](const auto& each) { return isBelow(each.key(), category); }) > 0)
        save(settings, categories);
}

QString folderOfCategory(const settings::SettingsStore& settings, const QString& category) {
    const QMap<QString, QString> categories = keptCategories(settings);
    for (QString above = category; !above.isEmpty(); above = above.section(u'/', 0, -2)) {
        if (const QString folder = categories.value(above); !folder.isEmpty())
            return QDir::cleanPath(folder + category.mid(above.size()));
        if (!above.contains(u'/'))
            break;
    }
    return {};
}

} // namespace essaim::gui
