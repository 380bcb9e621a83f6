// Making a torrent from dropped files: what, how, progress, and what to do with the result.
#pragma once

#include "gui/services.h"

#include <QDialog>
#include <QStringList>

#include <memory>

namespace essaim::gui {

/// Modeless; deletes itself when closed. Object names used by tests and the demo: nameEdit, formatCombo,
/// pieceSizeCombo, privateCheck, hostCheck, seedCheck, outputEdit, createButton, cancelButton, progressBar,
/// inviteEdit, copyInviteButton, closeButton.
class CreateTorrentDialog : public QDialog {
    Q_OBJECT
public:
    /// `paths`: initial sources, may be empty. `host`: whether *Host on my tracker* starts ticked.
    CreateTorrentDialog(const Services& services, const QStringList& paths, bool host, QWidget* parent = nullptr);
    ~CreateTorrentDialog() override;

    void reject() override; ///< asks before it throws running work away

protected:
    void dragEnterEvent(QDragEnterEvent* event) override; ///< files dropped anywhere on the form are added
    void dropEvent(QDropEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
