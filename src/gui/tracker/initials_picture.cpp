#include "gui/tracker/initials_picture.h"

#include <QPainter>
#include <QPixmap>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace essaim::gui {

namespace {

/// White letters stand out on each of them (contrast at least 4.5 to 1).
constexpr QRgb kGrounds[] = {0xff7a55d3, 0xff2a7d55, 0xff2c66d4, 0xffb4532a,
                             0xffa83b72, 0xff1f7a8c, 0xff6b6f2a, 0xff5c6370};
constexpr int kSide = 96; ///< pixels; drawn smaller

QString firstLetter(const QString& word) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    const auto end = finder.toNextBoundary();
    return word.left(qMax<qsizetype>(end, 0)).toUpper();
}

/// Neither quotes nor brackets; a smiley counts.
bool hasLetter(const QString& word) {
    return !word.isEmpty() && !word.front().isPunct() && word.front() != u'<' && word.front() != u'>';
}

} // namespace

QString initialsOf(const QString& name) {
    QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    if (std::ranges::any_of(words, hasLetter))
        words.removeIf([](const QString& word) { return !hasLetter(word); });
    return words.size() == 1 ? firstLetter(words.first()) : firstLetter(words.first()) + firstLetter(words.last());
}

QIcon initialsPicture(const QString& name) {
    QPixmap picture(kSide, kSide);
    picture.fill(Qt::transparent);
    uint sum = 0;
    for (const QChar c : name)
        sum = sum * 31 + c.unicode();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(kGrounds[sum % std::size(kGrounds)]));
    painter.drawEllipse(picture.rect());
    const QString initials = initialsOf(name);
    QFont font = painter.font();
    font.setPixelSize(initials.size() > 1 ? kSide * 4 / 10 : kSide / 2);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(picture.rect(), Qt::AlignCenter, initials);
    painter.end();
    return QIcon(picture);
}

} // namespace essaim::gui
