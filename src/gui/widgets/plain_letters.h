// Words as a search compares them.
#pragma once

#include <QString>

namespace essaim::gui {

/// Small letters without accents: "Chloé" as "chloe".
[[nodiscard]] inline QString plainLetters(const QString& text) {
    QString plain = text.normalized(QString::NormalizationForm_KD);
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return plain.toCaseFolded();
}

} // namespace essaim::gui
