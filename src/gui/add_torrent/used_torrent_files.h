// Takes .torrent files to the bin once their torrents were added, for users who want that.
#pragma once

#include "gui/add_torrent/add_torrent_dialog.h"

#include <QObject>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// GUI thread; disks are waited for elsewhere.
class UsedTorrentFiles : public QObject {
    Q_OBJECT
public:
    /// `settings` outlive it.
    UsedTorrentFiles(const settings::SettingsStore& settings, QObject* parent);

    /// The torrent of `source` was added. The file stays if it is no longer what was added, if it is one of the copies
    /// that the user has Essaim keep, or if its disk has no bin: then failed() says so.
    void discard(const AddTorrentSource& source);

Q_SIGNALS:
    /// A sentence for the user.
    void failed(const QString& sentence);

private:
    const settings::SettingsStore& m_settings;
};

} // namespace essaim::gui
