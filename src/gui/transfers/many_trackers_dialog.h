// Asks which trackers several torrents are to get, and which they are to lose.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QDialog>
#include <QStringList>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace essaim::gui {

/// Object names: manyTrackersDialog, addTrackersEdit, trackerHostList, removeTrackersEdit, trackersMessage, buttonBox.
class ManyTrackersDialog : public QDialog {
    Q_OBJECT
public:
    explicit ManyTrackersDialog(const QList<engine::TorrentSnapshot>& torrents, QWidget* parent = nullptr);

    [[nodiscard]] QStringList added() const;
    /// Addresses, and hosts of which no tracker is to stay.
    [[nodiscard]] QStringList removed() const;
    void accept() override;

private:
    QPlainTextEdit* addBox(const char* name, const QString& title);

    void addHosts(const QList<engine::TorrentSnapshot>& torrents);

    QPlainTextEdit* m_added;
    QListWidget* m_hosts;
    QPlainTextEdit* m_removed;
    QLabel* m_message;
};

} // namespace essaim::gui
