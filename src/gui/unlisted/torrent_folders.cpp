#include "gui/unlisted/torrent_folders.h"

#include "gui/add_torrent/save_path.h"
#include "gui/labels/categories.h"
#include "gui/transfers/transfer_model.h"

#include <QDir>

#include <set>

namespace essaim::gui {

QStringList torrentFolders(const TransferModel& model, const settings::SettingsStore& settings) {
    std::set<QString> folders{defaultSavePath(settings)};
    if (const QString incomplete = incompletePath(settings); !incomplete.isEmpty())
        folders.insert(incomplete);
    for (const QString& folder : keptCategories(settings)) {
        if (!folder.isEmpty())
            folders.insert(folder);
    }
    for (int row = 0; row < model.rowCount(); ++row)
        folders.insert(model.torrent(row).savePath);
    QStringList outer;
    for (const QString& each : folders) {
        const QString folder = QDir::cleanPath(each);
        const auto holds = [&folder](const QString& other) {
            return folder == other || folder.startsWith(other.endsWith(u'/') ? other : other + u'/');
        };
        // Sorted: what holds others comes before them, though not always right before.
        if (!std::any_of(outer.cbegin(), outer.cend(), holds))
            outer.append(folder);
    }
    return outer;
}

} // namespace essaim::gui
