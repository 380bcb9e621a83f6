// Looks at the sources of a torrent without making the dialog wait for the disk.
#pragma once

#include "engine/portability.h"
#include "gui/create_torrent/source_tree.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace essaim::gui {

struct PlanQuestion {
    engine::CreateTorrentRequest request;
    bool oneEach = false; ///< a torrent for each of the paths
    bool wantsTree = true;
};

/// What the torrents that would be made hold together.
struct CreationTotals {
    int torrents = 0;
    int files = 0;
    qint64 size = 0;
    qint64 pieces = 0;
    int pieceLength = 0;    ///< 0: they differ
    qint64 padding = 0;     ///< bytes
    qint64 torrentSize = 0; ///< of the .torrent files, estimated
    qint64 known = 0;       ///< bytes of `size` whose hashes are known from earlier
    QString name;           ///< of the first
    QStringList skipped;    ///< left out though the user did not ask for it
    int leftOut = 0;        ///< by rules and ticks
};

/// What the disk says about one question.
struct PlanAnswer {
    Expected<CreationTotals> totals;
    QList<engine::PortabilityIssue> issues;
    std::shared_ptr<std::unique_ptr<SourceNode>> tree; ///< to be moved out; null if none was wanted
    bool sourceFolderWritable = false;                 ///< a .torrent could be put beside the sources
};

/// GUI thread; walks folders on a thread of its own, one walk at a time. Only the answer to the last question comes.
class PlanProbe : public QObject {
    Q_OBJECT
public:
    explicit PlanProbe(QObject* parent = nullptr);

    /// answered() follows.
    void ask(const PlanQuestion& question);
    /// True until the answer to the last question is there.
    [[nodiscard]] bool isBusy() const { return m_next.has_value() || m_running; }

Q_SIGNALS:
    void answered(const essaim::gui::PlanAnswer& answer);
    /// A while later, if there is a cache of hashes: how many bytes of the totals are in it.
    void counted(qint64 known);

private:
    void start();
    void countKnown(const PlanQuestion& question);

    std::optional<PlanQuestion> m_next;
    bool m_running = false;
    bool m_counting = false;
    QTimer m_delay; ///< while the user types, one walk is enough
};

} // namespace essaim::gui
