// Turns dropped, pasted and named items into the dialogs that ask what to do with them.
#pragma once

#include "core/error.h"
#include "gui/add_torrent/add_torrent_dialog.h"
#include "gui/add_torrent/dropped_items.h"
#include "gui/add_torrent/used_torrent_files.h"
#include "gui/drop/drop_targets.h"
#include "gui/main_window/share_opener.h"
#include "gui/services.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QQueue>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace essaim::gui {
class CreateTorrentDialog;

/// One add dialog at a time, or none if the user wants none: a hundred torrents wait for their turn instead of covering
/// the screen. GUI thread; torrents are read on others.
class ItemOpener : public QObject {
    Q_OBJECT
public:
    /// `window`: parent of the dialogs; outlives the opener.
    ItemOpener(const Services& services, QWidget& window);

    /// `target`: what becomes of the sources among them, or of a single .torrent.
    void open(const DroppedItems& items, DropTarget target);
    /// Labels in use, to choose from.
    void setLabels(std::function<std::pair<QStringList, QStringList>()> categoriesAndTags) {
        m_labels = std::move(categoriesAndTags);
    }
    using Read = std::function<Expected<QByteArray>(const QString& path)>;
    /// What reads files, on a thread of its own, and how long others wait for one whose disk does not answer.
    void setReading(Read read, std::chrono::milliseconds patience) {
        m_read = std::move(read);
        m_patience = patience;
    }
    /// Opens the dialog that changes a .torrent.
    void edit(const QString& path);
    /// The create dialog that sources can be added to; null if none is open.
    [[nodiscard]] CreateTorrentDialog* openDraft() const;

Q_SIGNALS:
    /// What the user opened is in the list now.
    void added(const essaim::TorrentId& id);
    void failed(const QString& sentence);
    /// A link to the page that a host made for this user.
    void inviteOpened(const QString& link);
    /// Files that were to be shared.
    void alreadyShared(const essaim::gui::AlreadyShared& shared);

private:
    void create(const QStringList& sources, DropTarget target);
    void openForm(const QStringList& sources, bool share, bool oneEach);
    /// One file after the other, then the links: they are asked about in this order, but for a file whose disk does not
    /// answer, which keeps none of the others.
    void openInTurn(const QStringList& files, const QStringList& links);
    struct Turns;
    void openNext(const std::shared_ptr<Turns>& turns);
    void openFile(const QString& path, const std::function<void()>& done);
    void openMagnet(const QString& link);
    void fetch(const QString& url);
    /// `origin`: the file or host that the bytes come from, for the sentence if they are no torrent.
    void enqueueTorrent(Expected<AddTorrentSource> torrent, const QString& origin);
    void enqueue(const AddTorrentSource& source);
    void addAsUsual(const AddTorrentSource& source);
    void send(const AddDecision& decision, const AddTorrentSource& source, bool asksIfRefused);
    void ask(const AddTorrentSource& source);
    [[nodiscard]] WaitingTorrents waiting() const;
    void showNext();
    void addAll(const AddDecision& decision);
    void onAdded(const engine::AddTorrentOutcome& outcome);
    void fail(const Error& error);

    Services m_services;
    QWidget& m_window;
    ShareOpener m_sharing;
    struct Waiting {
        AddTorrentSource source;
        QString name;
        qint64 wantedSize = 0;
    };
    QQueue<Waiting> m_waiting; ///< for a dialog of their own
    QPointer<AddTorrentDialog> m_dialog;
    std::function<std::pair<QStringList, QStringList>()> m_labels = [] {
        return std::pair<QStringList, QStringList>();
    };
    /// A request without a dialog.
    struct Sent {
        AddTorrentSource source;
        bool asksIfRefused = false; ///< the dialog comes then
        bool binsFile = false;
    };
    QHash<quint64, Sent> m_sent; ///< by request
    UsedTorrentFiles m_usedFiles;
    Read m_read;
    std::chrono::milliseconds m_patience{10'000};
};

} // namespace essaim::gui
