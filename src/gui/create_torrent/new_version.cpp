#include "gui/create_torrent/new_version.h"

#include "engine/background.h"
#include "engine/session.h"
#include "gui/create_torrent/create_torrent_dialog.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace essaim::gui {

namespace {

using engine::TorrentDescription;
using engine::TorrentFormat;

TorrentFormat formatOf(const InfoHash& hash) {
    if (hash.isHybrid())
        return TorrentFormat::Hybrid;
    return hash.v2 ? TorrentFormat::V2 : TorrentFormat::V1;
}

/// What the new one has in common with the old one. `own`: URLs of our tracker, which are put in when it hosts.
hosting::PublishRequest optionsOf(const TorrentDescription& old, const QStringList& own) {
    hosting::PublishRequest options;
    engine::CreateTorrentRequest& create = options.create;
    create.format = formatOf(old.infoHash);
    create.pieceLength = old.pieceLength; // pieces of another size would have other hashes
    create.isPrivate = old.isPrivate;
    create.webSeeds = old.webSeeds;
    create.comment = old.comment;
    create.source = old.source;
    create.padFiles =
        create.format == TorrentFormat::V1 && std::ranges::any_of(old.files, &engine::TorrentFileEntry::isPadding);
    for (QStringList tier : old.trackers) {
        tier.removeIf([&own](const QString& url) { return own.contains(url); });
        if (!tier.isEmpty())
            create.trackers.append(tier);
    }
    return options;
}

} // namespace

NewVersion::NewVersion(const Services& services, QWidget& window)
    : QObject(&window)
    , m_services(services)
    , m_window(window) {
    connect(
        &services.session, &engine::Session::torrentFile, this, [this](const TorrentId& id, const QByteArray& bytes) {
            if (m_wanted == id)
                open(bytes);
        });
    connect(&services.session, &engine::Session::details, this, [this](const engine::TorrentDetails& details) {
        if (m_wanted == details.id)
            m_files = details.description.files;
    });
}

void NewVersion::begin(
    const TorrentId& id, const QString& savePath, std::optional<tracker::Visibility> visibility,
    const std::vector<std::int64_t>& chosen) {
    m_visibility = visibility;
    m_chosen = chosen;
    m_wanted = id;
    m_savePath = savePath;
    m_files.clear();
    m_services.session.requestDetails(id); // answered before the other question
    m_services.session.requestTorrentFile(id);
}

/// The files may have other names on the disk than in the torrent, or lie in several folders.
QStringList NewVersion::sources(const TorrentDescription& old) const {
    const QStringList asNamed{QDir(m_savePath).filePath(old.name)};
    if (m_files.size() != old.files.size())
        return asNamed;
    QStringList items;
    QSet<QString> folders;
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        if (old.files[i].isPadding)
            continue;
        // "name/a/b" lies in ".../a/b": of the item "a" that was shared, and of the folder that holds it.
        const qsizetype below = qMax<qsizetype>(0, old.files[i].path.count(u'/') - 1);
        const QString item = QDir(m_savePath).filePath(m_files[i].path).section(u'/', 0, -1 - int(below));
        if (items.isEmpty() || items.last() != item)
            items.append(item);
        folders.insert(item.section(u'/', 0, -2));
    }
    items.removeDuplicates();
    const bool isFolder = !old.files.isEmpty() && old.files.first().path.contains(u'/');
    if (isFolder && folders.size() == 1 && *folders.cbegin() != QDir::cleanPath(m_savePath))
        return {*folders.cbegin()};
    return items.isEmpty() ? asNamed : items;
}

void NewVersion::open(const QByteArray& torrent) {
    const TorrentId id = *std::exchange(m_wanted, std::nullopt);
    const auto old = engine::parseTorrent(torrent);
    if (!old) {
        Q_EMIT failed(text::errorSentence(old.error()));
        return;
    }
    CreationDraft draft;
    draft.paths = sources(*old);
    draft.host = m_services.trackerHost.isHosted(id);
    const QStringList own =
        m_services.trackerHost.publicAnnounceUrls() + m_services.settings.value(settings::kTrackerFormerUrls);
    draft.options = optionsOf(*old, draft.host ? own : QStringList());
    draft.options->host = draft.host;
    for (const tracker::HostedStatus& status : m_services.trackerHost.snapshot().hosted) {
        if (!status.torrent.infoHash.matches(id))
            continue;
        draft.options->visibility = m_visibility.value_or(status.torrent.visibility);
        draft.options->chosen = m_visibility ? m_chosen : status.torrent.chosen;
    }
    draft.options->replaces = id;
    draft.newVersionOf = old->name;
    engine::runInBackground(
        this, [path = draft.paths.first()] { return QFileInfo::exists(path); },
        [this, draft](bool isThere) {
            if (isThere)
                (new CreateTorrentDialog(m_services, draft, &m_window))->show();
            else
                Q_EMIT failed(tr("There is nothing at “%1” to make a new version of.")
                                  .arg(QDir::toNativeSeparators(draft.paths.first())));
        });
}

} // namespace essaim::gui
