// Words of strangers in tooltips.
#pragma once

#include <QString>

namespace essaim::gui {

/// `words` as a tooltip that shows them letter by letter. Qt takes a tooltip that looks like HTML for HTML, and reads
/// the files that it names: nothing for names of torrents and messages of trackers.
[[nodiscard]] QString plainToolTip(const QString& words);

} // namespace essaim::gui
