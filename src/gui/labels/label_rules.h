// Categories and tags that new torrents get by themselves.
#pragma once

#include "engine/torrent_file.h"
#include "engine/torrent_snapshot.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// What torrents that fit a search get.
struct LabelRule {
    QString search;   ///< see SearchQuery; empty = fits none
    QString category; ///< empty = none by this rule
    QStringList tags;
    bool operator==(const LabelRule&) const = default;
};

/// As settings::kLabelRules keeps them (JSON). What cannot be read is left out.
[[nodiscard]] QByteArray encodeLabelRules(const QList<LabelRule>& rules);
[[nodiscard]] QList<LabelRule> decodeLabelRules(const QByteArray& stored);

struct GivenLabels {
    QString category; ///< of the first rule that fits and has one; empty = none
    QStringList tags; ///< of all that fit
    bool operator==(const GivenLabels&) const = default;
};
/// By the rules of the settings.
[[nodiscard]] GivenLabels givenLabels(const settings::SettingsStore& settings, const engine::TorrentSnapshot& torrent);

/// What a search can know of a torrent that is not in the list yet. Of each tracker, the name of the host.
[[nodiscard]] engine::TorrentSnapshot expectedTorrent(const engine::TorrentDescription& torrent);
[[nodiscard]] engine::TorrentSnapshot expectedTorrent(const engine::MagnetDescription& magnet);

/// Tags as they are typed, separated by commas: each once.
[[nodiscard]] QStringList readTags(const QString& text);

} // namespace essaim::gui
