#include "gui/undo/undoable_changes.h"

#include "engine/session.h"
#include "gui/undo/undo_history.h"

#include <QMap>

namespace essaim::gui {

using engine::TorrentSnapshot;

QString shortened(const QString& name) {
    constexpr qsizetype kLongest = 40; // characters
    return name.size() > kLongest ? name.left(kLongest) + QStringLiteral("…") : name;
}

void UndoableChanges::setCategory(const QList<TorrentSnapshot>& torrents, const QString& category) {
    QMap<QString, QList<TorrentId>> before;
    QList<TorrentId> changed;
    QString name;
    for (const TorrentSnapshot& torrent : torrents) {
        if (torrent.category == category)
            continue;
        before[torrent.category].append(torrent.id);
        changed.append(torrent.id);
        name = torrent.name;
    }
    if (changed.isEmpty())
        return;
    m_session.setCategory(changed, category);
    const QString text = changed.size() == 1 ? tr("Category of “%1” changed").arg(shortened(name))
                                             : tr("Category of %n torrents changed", nullptr, int(changed.size()));
    m_history.addWithNote(text, [this, before] {
        for (auto group = before.begin(); group != before.end(); ++group)
            m_session.setCategory(group.value(), group.key());
    });
}

void UndoableChanges::setTags(const QList<TorrentSnapshot>& torrents, const QStringList& tags) {
    QMap<QStringList, QList<TorrentId>> before;
    QList<TorrentId> changed;
    QStringList sorted = tags;
    sorted.sort();
    QString name;
    for (const TorrentSnapshot& torrent : torrents) {
        if (torrent.tags == sorted)
            continue;
        before[torrent.tags].append(torrent.id);
        changed.append(torrent.id);
        name = torrent.name;
    }
    if (changed.isEmpty())
        return;
    m_session.setTags(changed, sorted);
    const QString text = changed.size() == 1 ? tr("Tags of “%1” changed").arg(shortened(name))
                                             : tr("Tags of %n torrents changed", nullptr, int(changed.size()));
    m_history.addWithNote(text, [this, before] {
        for (auto group = before.begin(); group != before.end(); ++group)
            m_session.setTags(group.value(), group.key());
    });
}

void UndoableChanges::setFilePriorities(
    const TorrentSnapshot& torrent, const QList<int>& before, const QList<int>& after) {
    QMap<int, int> changes;
    QMap<int, int> former;
    for (int file = 0; file < int(std::min(before.size(), after.size())); ++file) {
        if (before[file] != after[file]) {
            changes.insert(file, after[file]);
            former.insert(file, before[file]);
        }
    }
    if (changes.isEmpty())
        return;
    m_session.changeFilePriorities(torrent.id, changes); // what is not shown yet of others stays as it is
    m_history.addWithNote(
        tr("File priorities of “%1” changed").arg(shortened(torrent.name)),
        [this, id = torrent.id, former] { m_session.changeFilePriorities(id, former); });
}

} // namespace essaim::gui
