// Whether files that are to be shared are shared already, and what became of them since.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/services.h"
#include "tracker/tracker.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace essaim::engine {
struct CreateTorrentPlan;
struct TorrentDescription;
} // namespace essaim::engine

namespace essaim::gui {

/// Files on the disk beside those that a torrent was made of.
struct ContentChange {
    int added = 0;
    int missing = 0;
    int changed = 0; ///< of another size, or written since

    [[nodiscard]] bool isNone() const { return added == 0 && missing == 0 && changed == 0; }
    bool operator==(const ContentChange&) const = default;
};

/// A torrent on the host's tracker that is made of certain files.
struct AlreadyShared {
    tracker::HostedTorrent torrent;
    QString savePath;
    ContentChange change;
};

/// Whether dropping `paths` again means the torrent with these files, which lie below `savePath`.
[[nodiscard]] bool
isMadeOf(const engine::TorrentDescription& torrent, const QString& savePath, const QStringList& paths);
/// `sharedAt`: Unix seconds; what was written later counts as changed.
[[nodiscard]] ContentChange changesIn(
    const engine::TorrentDescription& torrent, const QString& savePath, const engine::CreateTorrentPlan& plan,
    std::int64_t sharedAt);

/// Answers for any number of questions, one after the other. GUI thread; looks at folders on others. A tracker that is
/// off is switched on if one of the torrents in the list may be meant: what it hosts is known only then.
class SharedCheck : public QObject {
    Q_OBJECT
public:
    SharedCheck(const Services& services, QObject* parent);
    ~SharedCheck() override;

    /// answered() follows.
    void ask(const QStringList& paths);

Q_SIGNALS:
    /// `found`: the torrent on the tracker that is made of these paths, if there is one.
    void answered(const QStringList& paths, const std::optional<essaim::gui::AlreadyShared>& found);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
