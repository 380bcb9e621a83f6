// Adding a torrent: where to, which files, start now or later.
#pragma once

#include "gui/services.h"

#include <QByteArray>
#include <QDialog>
#include <QString>

#include <memory>

namespace essaim::gui {

/// What the dialog is about; exactly one is set.
struct AddTorrentSource {
    QByteArray torrent; ///< a whole .torrent
    QString magnet;
};

/// Modeless; deletes itself when closed. It stays open, with its choices, while the session has not taken the torrent.
/// Object names used by tests and the demo: addTorrentDialog, savePathEdit, freeSpaceLabel, fileTree, startCheck,
/// messageLabel, buttonBox, addButton.
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
