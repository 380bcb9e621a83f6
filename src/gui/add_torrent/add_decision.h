// What is to be added, and how: values that the dialogs pass on.
#pragma once

#include "engine/add_torrent.h"
#include "engine/torrent_file.h"
#include "gui/add_torrent/add_options.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace essaim::gui {

/// What is to be added: a torrent or a link.
struct AddTorrentSource {
    QByteArray torrent; ///< a whole .torrent
    QString magnet;
    /// What `torrent` says, read on another thread: a large one takes longer than a window may stand still. Null: the
    /// dialog reads it.
    std::shared_ptr<const engine::TorrentDescription> description = nullptr;
    QString file = {}; ///< that `torrent` was read from; empty = it comes from elsewhere

    /// As far as it is known; `description` is read.
    [[nodiscard]] engine::TorrentSnapshot expected() const;
    /// Of the files that are wanted unless the user says otherwise; `description` is read. 0 = not known yet.
    [[nodiscard]] qint64 wantedSize(const QStringList& excluded) const;
};

/// Those that are asked about after the one in the dialog.
struct WaitingTorrents {
    int count = 0;
    qint64 size = 0;  ///< that is wanted of all of them together, as far as it is known
    QStringList next; ///< the names of the first ones
};

/// What holds for a torrent whatever is in it.
struct AddDecision {
    QString savePath;
    bool isPaused = false;
    engine::ExistingFiles existingFiles = engine::ExistingFiles::Refuse;
    QString incompletePath; ///< the files lie there until they are complete; empty = where they stay
    AddOptions options;     ///< but its name
    QStringList excluded;   ///< patterns of files that are left out; see gui/automation/excluded_files.h
    /// Category and tags are those of usualOptions(): each torrent has its own then.
    bool hasUsualLabels = false;

    /// The request for another torrent; its identifier is still to be chosen.
    [[nodiscard]] engine::AddTorrentRequest requestFor(const AddTorrentSource& source) const;
};

} // namespace essaim::gui
