#include "gui/widgets/tool_tip.h"

#include <QTextDocument>

namespace essaim::gui {

QString plainToolTip(const QString& words) {
    // Escaped text still looks like HTML to Qt, which turns it back into what it was.
    return Qt::mightBeRichText(words) ? words.toHtmlEscaped() : words;
}

} // namespace essaim::gui
