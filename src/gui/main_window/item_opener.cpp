#include "gui/main_window/item_opener.h"

#include "engine/background.h"
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "gui/add_torrent/save_path.h"
#include "gui/automation/excluded_files.h"
#include "gui/create_torrent/create_torrent_dialog.h"
#include "gui/edit_torrent/edit_torrent_dialog.h"
#include "gui/labels/categories.h"
#include "hosting/invite_feed.h"
#include "hosting/torrent_download.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QDir>
#include <QProgressDialog>
#include <QRandomGenerator>
#include <QTimer>
#include <QUrl>
#include <QWidget>

namespace essaim::gui {

namespace {
constexpr int kFetchDialogDelayMs = 600; // most servers answer before
constexpr qsizetype kMostNamed = 20;     // of the torrents that wait

/// Takes its time for a large one.
Expected<AddTorrentSource> read(const Expected<QByteArray>& bytes) {
    if (!bytes)
        return std::unexpected(bytes.error());
    auto torrent = engine::parseTorrent(*bytes);
    if (!torrent)
        return std::unexpected(torrent.error());
    return AddTorrentSource{*bytes, {}, std::make_shared<const engine::TorrentDescription>(std::move(*torrent))};
}

/// Where a torrent goes that nobody is asked about.
QString folderFor(const settings::SettingsStore& settings, const QString& category) {
    const QString folder = folderOfCategory(settings, category);
    return folder.isEmpty() ? defaultSavePath(settings) : folder;
}
} // namespace

ItemOpener::ItemOpener(const Services& services, QWidget& window)
    : QObject(&window)
    , m_services(services)
    , m_window(window)
    , m_sharing(services, this)
    , m_usedFiles(services.settings, this)
    , m_read([](const QString& path) {
        return engine::readBytes(path, engine::kMaxTorrentFile, Operation::OpenTorrent);
    }) {
    connect(&m_sharing, &ShareOpener::newToShare, this, [this](const QStringList& paths, bool oneEach) {
        openForm(paths, true, oneEach);
    });
    connect(&m_sharing, &ShareOpener::alreadyShared, this, &ItemOpener::alreadyShared);
    connect(&m_sharing, &ShareOpener::told, this, &ItemOpener::failed);
    connect(&m_usedFiles, &UsedTorrentFiles::failed, this, &ItemOpener::failed);
    connect(&services.session, &engine::Session::addFinished, this, &ItemOpener::onAdded);
}

void ItemOpener::open(const DroppedItems& items, DropTarget target) {
    if (target == DropTarget::Edit) {
        for (const QString& path : items.torrentFiles)
            edit(path);
        openInTurn({}, items.links);
    } else {
        openInTurn(items.torrentFiles, items.links);
    }
    if (!items.sources.isEmpty())
        create(items.sources, target);
}

struct ItemOpener::Turns {
    QStringList files;
    QStringList links;
    qsizetype next = 0;
};

void ItemOpener::openInTurn(const QStringList& files, const QStringList& links) {
    openNext(std::make_shared<Turns>(files, links));
}

void ItemOpener::openNext(const std::shared_ptr<Turns>& turns) {
    if (turns->next < turns->files.size()) {
        const auto goOn = [this, turns, own = turns->next + 1] {
            if (turns->next == own) // once: the file has been read, or those behind it have waited long enough
                openNext(turns);
        };
        openFile(turns->files[turns->next++], goOn);
        return QTimer::singleShot(m_patience, this, goOn);
    }
    ++turns->next; // a file that comes later
    for (const QString& link : std::as_const(turns->links)) {
        if (link.startsWith(QLatin1String("magnet:"), Qt::CaseInsensitive))
            openMagnet(link);
        else
            fetch(link);
    }
}

void ItemOpener::edit(const QString& path) {
    (new EditTorrentDialog(path, &m_window))->show();
}

CreateTorrentDialog* ItemOpener::openDraft() const {
    CreateTorrentDialog* draft = nullptr;
    for (auto* dialog : m_window.findChildren<CreateTorrentDialog*>()) {
        if (dialog->isVisible() && dialog->isDraft())
            draft = dialog; // the newest
    }
    return draft;
}

void ItemOpener::create(const QStringList& sources, DropTarget target) {
    CreateTorrentDialog* draft = target == DropTarget::AddToDraft ? openDraft() : nullptr;
    const bool share = target == DropTarget::ShareTogether || target == DropTarget::ShareEach;
    const bool oneEach = target == DropTarget::CreateEach || target == DropTarget::ShareEach;
    if (draft)
        draft->addSources(sources);
    for (auto* dialog : m_window.findChildren<CreateTorrentDialog*>()) {
        if (dialog->isVisible() && dialog->sources() == sources)
            draft = dialog; // a second drop of the same
    }
    if (draft) {
        draft->raise();
        draft->activateWindow();
    } else if (share) {
        m_sharing.open(sources, oneEach);
    } else {
        openForm(sources, false, oneEach);
    }
}

void ItemOpener::openForm(const QStringList& sources, bool share, bool oneEach) {
    CreationDraft draft;
    draft.paths = sources;
    draft.host = share;
    draft.oneEach = oneEach;
    auto* dialog = new CreateTorrentDialog(m_services, draft, &m_window);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void ItemOpener::openFile(const QString& path, const std::function<void()>& done) {
    engine::runInBackground(
        this, [path, bytesOf = m_read] { return read(bytesOf(path)); },
        [this, path, done](Expected<AddTorrentSource> torrent) {
            if (torrent)
                torrent->file = path;
            enqueueTorrent(std::move(torrent), path);
            done();
        });
}

void ItemOpener::openMagnet(const QString& link) {
    if (const auto magnet = engine::parseMagnet(link); !magnet)
        fail(magnet.error());
    else
        enqueue({{}, link, nullptr});
}

void ItemOpener::fetch(const QString& url) {
    if (hosting::isInviteLink(url))
        return Q_EMIT inviteOpened(url);
    auto* download = new hosting::TorrentDownload(this);
    auto* progress =
        new QProgressDialog(tr("Fetching the torrent from %1…").arg(QUrl(url).host()), tr("Cancel"), 0, 0, &m_window);
    progress->setObjectName(QStringLiteral("fetchDialog"));
    progress->setWindowTitle(tr("Add link"));
    progress->setMinimumDuration(kFetchDialogDelayMs);
    progress->setAutoClose(false);
    progress->setValue(0); // starts the clock of the delay
    connect(progress, &QProgressDialog::canceled, download, &hosting::TorrentDownload::cancel);
    connect(
        download, &hosting::TorrentDownload::finished, this,
        [this, download, progress, host = QUrl(url).host()](const auto& result) {
            progress->deleteLater();
            download->deleteLater();
            if (result)
                engine::runInBackground(
                    this, [bytes = *result] { return read(bytes); },
                    [this, host](const Expected<AddTorrentSource>& torrent) { enqueueTorrent(torrent, host); });
            else if (result.error().kind != ErrorKind::Cancelled)
                fail(result.error());
        });
    download->start(QUrl(url));
}

void ItemOpener::enqueueTorrent(Expected<AddTorrentSource> torrent, const QString& origin) {
    if (torrent)
        return enqueue(*torrent);
    if (torrent.error().subject.empty())
        torrent.error().subject = origin.toStdString();
    fail(torrent.error());
}

void ItemOpener::enqueue(const AddTorrentSource& source) {
    m_services.settings.value(settings::kAskBeforeAdding) ? ask(source) : addAsUsual(source);
}

/// As the dialog would, if nothing were changed in it.
void ItemOpener::addAsUsual(const AddTorrentSource& source) {
    const settings::SettingsStore& settings = m_services.settings;
    AddDecision decision;
    decision.options = usualOptions(settings, source.expected());
    decision.savePath = folderFor(settings, decision.options.category);
    decision.incompletePath = incompletePath(settings);
    decision.isPaused = !settings.value(settings::kStartAdded);
    decision.excluded = excludedPatterns(settings.value(settings::kExcludedFiles));
    if (decision.isPaused)
        decision.options.stop = engine::StopCondition::None;
    send(decision, source, true);
}

void ItemOpener::send(const AddDecision& decision, const AddTorrentSource& source, bool asksIfRefused) {
    engine::AddTorrentRequest request = decision.requestFor(source);
    request.requestId = QRandomGenerator::global()->generate64() | 1; // never 0
    m_sent.insert(request.requestId, {source, asksIfRefused, decision.options.binsFile});
    m_services.session.add(request);
}

void ItemOpener::ask(const AddTorrentSource& source) {
    const auto excluded = excludedPatterns(m_services.settings.value(settings::kExcludedFiles));
    const QString name = source.expected().name;
    m_waiting.enqueue(
        {source, name.isEmpty() ? AddTorrentDialog::tr("Torrent without a name yet") : name,
         source.wantedSize(excluded)});
    if (m_dialog)
        m_dialog->setWaiting(waiting());
    else
        showNext();
}

WaitingTorrents ItemOpener::waiting() const {
    WaitingTorrents waiting;
    waiting.count = int(m_waiting.size());
    for (const Waiting& one : m_waiting) {
        waiting.size += one.wantedSize;
        if (waiting.next.size() < kMostNamed)
            waiting.next.append(one.name);
    }
    return waiting;
}

void ItemOpener::showNext() {
    if (m_waiting.isEmpty())
        return;
    m_dialog = new AddTorrentDialog(m_services, m_waiting.dequeue().source, &m_window);
    const auto [categories, tags] = m_labels();
    m_dialog->setLabels(categories, tags);
    m_dialog->setWaiting(waiting());
    connect(m_dialog, &AddTorrentDialog::added, this, &ItemOpener::added);
    connect(m_dialog, &AddTorrentDialog::decidedForAll, this, &ItemOpener::addAll);
    connect(m_dialog, &AddTorrentDialog::fileUsed, &m_usedFiles, &UsedTorrentFiles::discard);
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_dialog = nullptr;
        showNext();
    });
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ItemOpener::addAll(const AddDecision& decision) {
    const settings::SettingsStore& settings = m_services.settings;
    const QString folder = folderOfCategory(settings, decision.options.category);
    const bool isInItsFolder = !folder.isEmpty() && QDir::cleanPath(decision.savePath) == QDir::cleanPath(folder);
    while (!m_waiting.isEmpty()) {
        const AddTorrentSource source = m_waiting.dequeue().source;
        AddDecision own = decision;
        if (decision.hasUsualLabels) {
            const AddOptions usual = usualOptions(settings, source.expected());
            own.options.category = usual.category;
            own.options.tags = usual.tags;
            if (isInItsFolder || !folderOfCategory(settings, usual.category).isEmpty())
                own.savePath = folderFor(settings, usual.category);
        }
        send(own, source, false);
    }
}

void ItemOpener::onAdded(const engine::AddTorrentOutcome& outcome) {
    const auto sent = m_sent.constFind(outcome.requestId);
    if (sent == m_sent.constEnd())
        return;
    const Sent done = *sent;
    m_sent.erase(sent);
    if (!outcome.error) {
        Q_EMIT added(outcome.id);
        return done.binsFile ? m_usedFiles.discard(done.source) : void();
    }
    if (done.asksIfRefused && !outcome.isListedAlready())
        return ask(done.source); // another folder, or what is to become of the files that are there
    fail(*outcome.error);
}

void ItemOpener::fail(const Error& error) {
    Q_EMIT failed(text::errorSentence(error));
}

} // namespace essaim::gui
