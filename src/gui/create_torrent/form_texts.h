// Words and values of the create form that need no widget: choices, hints, lists typed by the user.
#pragma once

#include "gui/create_torrent/plan_probe.h"
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
    /// "312 files, 412 MB, 1,650 pieces; .torrent 33 KB"
    [[nodiscard]] static QString totals(const CreationTotals& totals);
    /// What was left out though nobody asked for it, for a tooltip.
    [[nodiscard]] static QString skipped(const CreationTotals& totals);
    /// "1 MiB each, with 20 MB of empty space between the files"
    [[nodiscard]] static QString pieceHint(const CreationTotals& totals);
    /// Where friends find a torrent that is hosted, or what will have to happen before they do.
    [[nodiscard]] static QString hostHint(const hosting::TrackerHost& host);
};

/// A name for a torrent of items that lie in different folders: that of the folder which holds all of them, or of the
/// first item if that says nothing. Empty if they lie in one folder, so that no name is needed.
[[nodiscard]] QString proposedName(const QStringList& paths);

/// One URL in a line; an empty line begins the next tier.
[[nodiscard]] QList<QStringList> parseTiers(const QString& text);
/// The lines that are not empty.
[[nodiscard]] QStringList parseLines(const QString& text);

} // namespace essaim::gui
