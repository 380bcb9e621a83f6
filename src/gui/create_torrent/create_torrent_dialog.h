// Making a torrent from dropped files: what, how, progress, and what to do with the result.
#pragma once

#include "gui/services.h"
#include "hosting/publisher.h"

#include <QDialog>
#include <QStringList>

#include <memory>
#include <optional>

namespace essaim::gui {

/// What a create dialog begins with.
struct CreationDraft {
    QStringList paths; ///< sources, may be empty
    bool host = false; ///< *Host on my tracker* is ticked, whatever the preset says
    bool oneEach = false;
    std::optional<hosting::PublishRequest> options; ///< instead of the default preset
    QString newVersionOf; ///< name of the torrent that `options.replaces` names; empty = not a new version
};

/// Modeless; deletes itself when closed, and what it began goes on in the queue. Object names used by tests and the
/// demo: nameEdit, formatCombo, pieceSizeCombo, privateCheck, hostCheck, seedCheck, outputEdit, createButton,
/// cancelButton, progressBar, inviteEdit, copyInviteButton, closeButton.
class CreateTorrentDialog : public QDialog {
    Q_OBJECT
public:
    CreateTorrentDialog(const Services& services, const CreationDraft& draft, QWidget* parent = nullptr);
    ~CreateTorrentDialog() override;

    /// Whether sources can still be added.
    [[nodiscard]] bool isDraft() const;
    /// What the draft is called so far; may be empty.
    [[nodiscard]] QString draftTitle() const;
    void addSources(const QStringList& paths);
    [[nodiscard]] QStringList sources() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override; ///< files dropped anywhere on the form are added
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; ///< so are pasted ones

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
