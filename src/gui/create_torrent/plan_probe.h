// Looks at the sources of a torrent without making the dialog wait for the disk.
#pragma once

#include "engine/create_torrent.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace essaim::gui {

/// What the disk says about one request.
struct PlanAnswer {
    Expected<engine::CreateTorrentPlan> plan;
    QHash<QString, qint64> sizes;      ///< bytes by source
    bool sourceFolderWritable = false; ///< a .torrent could be put beside the sources
};

/// GUI thread; walks folders on a thread of its own, one walk at a time. Only the answer to the last question comes.
class PlanProbe : public QObject {
    Q_OBJECT
public:
    explicit PlanProbe(QObject* parent = nullptr);

    /// answered() follows.
    void ask(const engine::CreateTorrentRequest& request);
    /// True until the answer to the last question is there.
    [[nodiscard]] bool isBusy() const { return m_next.has_value() || m_running; }

Q_SIGNALS:
    void answered(const essaim::gui::PlanAnswer& answer);

private:
    void start();

    std::optional<engine::CreateTorrentRequest> m_next;
    bool m_running = false;
    QTimer m_delay; ///< while the user types, one walk is enough
};

} // namespace essaim::gui
