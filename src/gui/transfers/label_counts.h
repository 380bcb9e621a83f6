// By what torrents can be sorted out besides their status: category, tags, tracker, drive; and how many of each there
// are.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace essaim::gui {

enum class LabelKind : std::uint8_t { Category, Tag, Tracker, Drive };
inline constexpr int kLabelKinds = 4;

/// Of each kind one label, or any. The empty label stands for those that have none.
struct LabelFilter {
    std::array<std::optional<QString>, kLabelKinds> chosen;
    bool operator==(const LabelFilter&) const = default;

    /// A category stands for those below it too: "films" for "films/short".
    [[nodiscard]] bool matches(const engine::TorrentSnapshot& torrent) const;
};

/// How many torrents have each label; kept by adding and taking away single torrents.
class LabelCounts {
public:
    /// Mount points that are told apart, longest first wins; what lies on none of them is on the empty one, the
    /// system's. To be counted anew afterwards.
    void setDrives(const QStringList& points);
    [[nodiscard]] const QStringList& drives() const { return m_drives; }

    /// `step`: 1 or -1.
    void add(const engine::TorrentSnapshot& torrent, int step);
    /// Whether both count in the same places.
    [[nodiscard]] bool areAlike(const engine::TorrentSnapshot& left, const engine::TorrentSnapshot& right) const;

    /// Labels with their numbers; the empty one too. Those of categories count what is below them.
    [[nodiscard]] const QMap<QString, int>& of(LabelKind kind) const { return m_counts[std::size_t(kind)]; }
    [[nodiscard]] QString driveOf(const QString& path) const;

private:
    void count(LabelKind kind, const QString& label, int step);
    void countEach(LabelKind kind, const QStringList& labels, int step);

    std::array<QMap<QString, int>, kLabelKinds> m_counts;
    QStringList m_drives; ///< longest first
};

} // namespace essaim::gui
