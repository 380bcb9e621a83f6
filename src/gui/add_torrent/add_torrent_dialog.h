// Adding a torrent: where to, which files, start now or later.
#pragma once

#include "gui/add_torrent/add_decision.h"
#include "gui/services.h"

#include <QDialog>

#include <memory>

namespace essaim::gui {

/// Modeless; deletes itself when closed. It stays open, with its choices, while the session has not taken the torrent.
/// Object names used by tests and the demo: addTorrentDialog, savePathEdit, freeSpaceLabel, fileTree, startCheck,
/// notesLabel, waitingLabel, messageLabel, buttonBox, addButton.
class AddTorrentDialog : public QDialog {
    Q_OBJECT
public:
    AddTorrentDialog(const Services& services, const AddTorrentSource& source, QWidget* parent = nullptr);
    ~AddTorrentDialog() override;
    void accept() override;
    void reject() override;

    /// In use already, to choose from.
    void setLabels(const QStringList& categories, const QStringList& tags);
    /// They wait for a dialog of their own; it is offered to add them in the same way.
    void setWaiting(const WaitingTorrents& torrents);

Q_SIGNALS:
    void added(const essaim::TorrentId& id);
    /// The torrent was added, and those that wait are to be added in the same way.
    void decidedForAll(const essaim::gui::AddDecision& decision);
    /// The torrent was added, and its file is to go.
    void fileUsed(const essaim::gui::AddTorrentSource& source);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
