// Words and values of the create form that need no widget: choices, hints, lists typed by the user.
#pragma once

#include "engine/create_torrent.h"
#include "hosting/tracker_host.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace essaim::gui {

struct FormTexts {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::FormTexts)
public:
    [[nodiscard]] static QString formatName(engine::TorrentFormat format);
    /// One sentence: who can open it.
    [[nodiscard]] static QString formatHint(engine::TorrentFormat format);
    /// "256 KiB", "4 MiB": powers of two, in the units that everybody who chooses them uses.
    [[nodiscard]] static QString pieceSize(int bytes);
    /// "312 files, 412 MB, 1,650 pieces"
    [[nodiscard]] static QString totals(const engine::CreateTorrentPlan& plan);
    /// Where friends find a torrent that is hosted, or what will have to happen before they do.
    [[nodiscard]] static QString hostHint(const hosting::TrackerHost& host);
};

/// One URL in a line; an empty line begins the next tier.
[[nodiscard]] QList<QStringList> parseTiers(const QString& text);
/// The lines that are not empty.
[[nodiscard]] QStringList parseLines(const QString& text);

} // namespace essaim::gui
