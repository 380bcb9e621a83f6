// Changing a .torrent that exists: its trackers, web seeds and comment, or knowingly its identity.
#pragma once

#include <QDialog>

#include <memory>

namespace essaim::gui {

/// Modeless; deletes itself when closed. Reads and writes the file on other threads; the file stays as it is until the
/// new one is whole. GUI thread.
class EditTorrentDialog : public QDialog {
    Q_OBJECT
public:
    explicit EditTorrentDialog(const QString& path, QWidget* parent = nullptr);
    ~EditTorrentDialog() override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
