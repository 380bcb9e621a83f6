// Adding a torrent: where to, which files, start now or later.
#pragma once

#include "engine/add_torrent.h"
#include "engine/torrent_file.h"
#include "gui/add_torrent/add_options.h"
#include "gui/services.h"

#include <QByteArray>
#include <QDialog>
#include <QString>

#include <memory>

namespace essaim::gui {

/// What the dialog is about: a torrent or a link.
struct AddTorrentSource {
    QByteArray torrent; ///< a whole .torrent
    QString magnet;
    /// What `torrent` says, read on another thread: a large one takes longer than a window may stand still. Null: the
    /// dialog reads it.
    std::shared_ptr<const engine::TorrentDescription> description = nullptr;
    QString file = {}; ///< that `torrent` was read from; empty = it comes from elsewhere

    /// As far as it is known; `description` is read.
    [[nodiscard]] engine::TorrentSnapshot expected() const;
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

/// Modeless; deletes itself when closed. It stays open, with its choices, while the session has not taken the torrent.
/// Object names used by tests and the demo: addTorrentDialog, savePathEdit, freeSpaceLabel, fileTree, startCheck,
/// notesLabel, messageLabel, buttonBox, addButton.
class AddTorrentDialog : public QDialog {
    Q_OBJECT
public:
    AddTorrentDialog(const Services& services, const AddTorrentSource& source, QWidget* parent = nullptr);
    ~AddTorrentDialog() override;
    void accept() override;

    /// In use already, to choose from.
    void setLabels(const QStringList& categories, const QStringList& tags);
    /// So many torrents wait for a dialog of their own; it is offered to add them in the same way.
    void setWaiting(int torrents);

Q_SIGNALS:
    /// The torrent was added, and those that wait are to be added in the same way.
    void decidedForAll(const essaim::gui::AddDecision& decision);
    /// The torrent was added, and its file is to go.
    void fileUsed(const essaim::gui::AddTorrentSource& source);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
