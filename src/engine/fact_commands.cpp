// Commands that change what the user knows about torrents, and nothing that libtorrent needs to know.
#include "engine/lt_convert.h"
#include "engine/torrent_commands.h"

namespace essaim::engine {

std::vector<TorrentId> TorrentCommands::listed(const QList<TorrentId>& ids) {
    std::vector<TorrentId> known;
    for (const TorrentId& id : ids) {
        const TorrentEntry* entry = m_context.torrents.find(id);
        if (entry != nullptr && !entry->removal)
            known.push_back(id);
    }
    return known;
}

TorrentRepository::Done
TorrentCommands::whenSaved(const std::vector<TorrentId>& ids, std::function<void(TorrentEntry&)> edit) {
    return [this, ids, edit = std::move(edit)](const Expected<void>& saved) {
        m_context.report(saved);
        if (!saved)
            return;
        withEach(m_context, QList<TorrentId>(ids.begin(), ids.end()), edit);
        m_context.publisher.publish();
    };
}

void TorrentCommands::setCategory(const QList<TorrentId>& ids, const QString& category) {
    const std::vector<TorrentId> known = listed(ids);
    const std::string name = category.simplified().toStdString();
    const auto onSaved = whenSaved(known, [name](TorrentEntry& entry) { entry.record.category = name; });
    m_context.repository.setCategory(known, name, onSaved);
}

void TorrentCommands::setTags(const QList<TorrentId>& ids, const QStringList& tags) {
    const std::vector<TorrentId> known = listed(ids);
    std::vector<std::string> names;
    for (const QString& tag : tags)
        names.push_back(tag.toStdString());
    names = storage::normalizedTags(std::move(names));
    const auto onSaved = whenSaved(known, [names](TorrentEntry& entry) { entry.record.tags = names; });
    m_context.repository.setTags(known, names, onSaved);
}

void TorrentCommands::setName(const TorrentId& id, const QString& name) {
    const std::vector<TorrentId> known = listed({id});
    const std::string chosen = name.simplified().toStdString();
    const auto onSaved = whenSaved(known, [chosen](TorrentEntry& entry) { entry.record.chosenName = chosen; });
    if (!known.empty())
        m_context.repository.setName(id, chosen, onSaved);
}

} // namespace essaim::engine
