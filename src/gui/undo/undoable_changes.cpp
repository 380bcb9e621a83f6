#include "gui/undo/undoable_changes.h"

#include "engine/session.h"
#include "gui/undo/undo_history.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace essaim::gui {

using engine::TorrentSnapshot;

QString shortened(const QString& name) {
    constexpr qsizetype kLongest = 40; // characters
    return name.size() > kLongest ? name.left(kLongest) + QStringLiteral("…") : name;
}

UndoableChanges::Deed UndoableChanges::changeCategory(const QList<TorrentSnapshot>& torrents, const QString& category) {
    QMap<QString, QList<TorrentId>> before;
    QList<TorrentId> changed;
    Deed deed;
    for (const TorrentSnapshot& torrent : torrents) {
        if (torrent.category == category)
            continue;
        before[torrent.category].append(torrent.id);
        changed.append(torrent.id);
        deed.name = torrent.name;
    }
    if (!changed.isEmpty())
        m_session.setCategory(changed, category);
    deed.count = int(changed.size());
    deed.back = [this, before] {
        for (auto group = before.begin(); group != before.end(); ++group)
            m_session.setCategory(group.value(), group.key());
    };
    return deed;
}

UndoableChanges::Deed UndoableChanges::changeTags(const QList<TorrentSnapshot>& torrents, QStringList tags) {
    tags.sort();
    QMap<QStringList, QList<TorrentId>> before;
    QList<TorrentId> changed;
    Deed deed;
    for (const TorrentSnapshot& torrent : torrents) {
        if (torrent.tags == tags)
            continue;
        before[torrent.tags].append(torrent.id);
        changed.append(torrent.id);
        deed.name = torrent.name;
    }
    if (!changed.isEmpty())
        m_session.setTags(changed, tags);
    deed.count = int(changed.size());
    deed.back = [this, before] {
        for (auto group = before.begin(); group != before.end(); ++group)
            m_session.setTags(group.value(), group.key());
    };
    return deed;
}

void UndoableChanges::setCategory(const QList<TorrentSnapshot>& torrents, const QString& category) {
    const Deed deed = changeCategory(torrents, category);
    if (deed.count == 0)
        return;
    m_history.addWithNote(
        deed.count == 1 ? tr("Category of “%1” changed").arg(shortened(deed.name))
                        : tr("Category of %n torrents changed", nullptr, deed.count),
        deed.back);
}

void UndoableChanges::setTags(const QList<TorrentSnapshot>& torrents, const QStringList& tags) {
    const Deed deed = changeTags(torrents, tags);
    if (deed.count == 0)
        return;
    m_history.addWithNote(
        deed.count == 1 ? tr("Tags of “%1” changed").arg(shortened(deed.name))
                        : tr("Tags of %n torrents changed", nullptr, deed.count),
        deed.back);
}

void UndoableChanges::setLabels(
    const QList<TorrentSnapshot>& torrents, const std::optional<QString>& category,
    const std::optional<QStringList>& tags) {
    if (!tags)
        return category ? setCategory(torrents, *category) : void();
    if (!category)
        return setTags(torrents, *tags);
    const Deed first = changeCategory(torrents, *category);
    const Deed second = changeTags(torrents, *tags);
    const int count = std::max(first.count, second.count);
    if (count == 0)
        return;
    const QString& name = first.count > 0 ? first.name : second.name;
    m_history.addWithNote(
        count == 1 ? tr("Category and tags of “%1” changed").arg(shortened(name))
                   : tr("Category and tags of %n torrents changed", nullptr, count),
        [first, second] {
            first.back();
            second.back();
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
