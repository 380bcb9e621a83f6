// Links that other programs put on the clipboard.
#pragma once

#include "gui/add_torrent/dropped_items.h"
#include "gui/services.h"

#include <QObject>

namespace essaim::gui {

/// Tells of magnet links and of addresses that end in .torrent while settings::kWatchClipboard is on; once of each, and
/// not of what this program copied itself. GUI thread.
class ClipboardWatcher : public QObject {
    Q_OBJECT
public:
    /// `services` outlive it.
    explicit ClipboardWatcher(const Services& services, QObject* parent = nullptr);

    /// Those links, one a line; other lines are passed over.
    [[nodiscard]] static DroppedItems linksIn(const QString& text);

Q_SIGNALS:
    void found(const essaim::gui::DroppedItems& items);

private:
    void look();

    Services m_services;
    QString m_last; ///< what was on it when it was looked at
};

} // namespace essaim::gui
