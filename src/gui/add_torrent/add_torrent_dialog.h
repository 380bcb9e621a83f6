// Adding a torrent: where to, which files, start now or later.
#pragma once

#include "engine/torrent_file.h"
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

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
