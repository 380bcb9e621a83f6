// What a walk over the chosen items found, in and out, as a tree.
#pragma once

#include "engine/create_torrent.h"

#include <memory>
#include <optional>
#include <vector>

namespace essaim::gui {

/// A chosen item, a folder, a file, or something that stays out.
struct SourceNode {
    QString name; ///< of chosen items the whole path, of others the last part
    SourceNode* parent = nullptr;
    int row = 0;
    bool isFolder = false;
    std::optional<engine::LeftOutFile::Reason> leftOut; ///< nothing = it goes in, if it is ticked
    qint64 size = 0;                                    ///< of the files below, or its own
    int files = 0;                                      ///< below, that can be ticked; 1 for a file
    qint64 tickedSize = 0;                              ///< the part of `size` that is ticked
    int tickedFiles = 0;                                ///< the part of `files` that is ticked
    std::vector<std::unique_ptr<SourceNode>> children;

    [[nodiscard]] QString diskPath() const;
    [[nodiscard]] Qt::CheckState state() const;
    /// Ticks or unticks everything below, not what is above.
    void tick(bool ticked);
    /// Counts anew what is ticked, in this node and those above.
    void countUpwards();
    /// The node of an absolute path below the root; null if there is none.
    [[nodiscard]] SourceNode* find(const QString& path);
    /// Unticks the nodes of absolute paths below the root; returns the paths that have none, or none to tick.
    QStringList untick(const QStringList& paths);
};

/// Everything ticked; folders first, names as people count. `sources`: clean absolute paths, the rows at the top, which
/// are there even if `plan` is null. Any thread; 100,000 files take a fraction of a second.
[[nodiscard]] std::unique_ptr<SourceNode>
makeSourceTree(const QStringList& sources, const engine::CreateTorrentPlan* plan);

} // namespace essaim::gui
