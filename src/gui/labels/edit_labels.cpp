#include "gui/labels/edit_labels.h"

#include "gui/labels/labels_dialog.h"
#include "gui/transfers/transfer_model.h"
#include "gui/undo/undoable_changes.h"

#include <QSet>

namespace essaim::gui {

namespace {

QStringList sorted(const QSet<QString>& words) {
    QStringList list(words.begin(), words.end());
    list.sort(Qt::CaseInsensitive);
    return list;
}

} // namespace

void editLabels(
    const QList<engine::TorrentSnapshot>& torrents, const TransferModel& model, UndoableChanges& changes,
    QWidget& window) {
    if (torrents.isEmpty())
        return;
    QSet<QString> categories;
    QSet<QString> tags;
    for (int row = 0; row < model.rowCount(); ++row) {
        const engine::TorrentSnapshot& torrent = model.torrent(row);
        if (!torrent.category.isEmpty())
            categories.insert(torrent.category);
        for (const QString& tag : torrent.tags)
            tags.insert(tag);
    }
    auto* dialog = new LabelsDialog(torrents, sorted(categories), sorted(tags), &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, dialog, [dialog, torrents, &changes] {
        changes.setLabels(torrents, dialog->category(), dialog->tags());
    });
    dialog->open();
}

} // namespace essaim::gui
