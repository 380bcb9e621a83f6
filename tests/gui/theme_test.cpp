// Colours and icons.
#include "gui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QImage>
#include <QTest>

using namespace essaim;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor& color) {
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

bool hasInk(const QPixmap& pixmap) {
    const QImage image = pixmap.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 0)
                return true;
        }
    }
    return false;
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsCanBeReadOnEveryGround_data() {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }
    void wordsCanBeReadOnEveryGround() {
        QFETCH(QString, theme);
        gui::applyTheme(*qApp, theme);
        const QPalette palette = QApplication::palette();
        for (const auto tint :
             {gui::Tint::Text, gui::Tint::Muted, gui::Tint::Moving, gui::Tint::Whole, gui::Tint::Attention,
              gui::Tint::Loss}) {
            for (const auto ground : {QPalette::Base, QPalette::Window})
                QVERIFY(contrast(gui::tintColor(tint, palette), palette.color(ground)) >= 4.5);
        }
        QVERIFY(
            contrast(gui::tintColor(gui::Tint::OnAccent, palette), gui::tintColor(gui::Tint::Accent, palette)) >= 4.5);
    }

    void anEmptyCheckBoxCanBeSeenInTheDark() {
        gui::applyTheme(*qApp, QStringLiteral("dark"));
        QCheckBox box;
        box.resize(24, 24);
        const QImage image = box.grab().toImage();
        double best = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                best = std::max(best, contrast(image.pixelColor(x, y), box.palette().color(QPalette::Window)));
        }
        QVERIFY(best >= 3);
    }

    void everyIconDraws() {
        gui::applyTheme(*qApp, QStringLiteral("light"));
        const QStringList names = QDir(QStringLiteral(":/icons")).entryList();
        QVERIFY(names.size() > 20);
        for (const QString& name : names)
            QVERIFY2(hasInk(gui::themedIcon(QString(name).chopped(4)).pixmap(16, 16)), qPrintable(name));
        QVERIFY(!hasInk(gui::themedIcon(QStringLiteral("no such icon")).pixmap(16, 16)));
    }

    void anIconFollowsTheTheme() {
        const auto brightest = [](const QIcon& icon) {
            const QImage image = icon.pixmap(16, 16).toImage();
            int value = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > 100)
                        value = std::max(value, image.pixelColor(x, y).lightness());
                }
            }
            return value;
        };
        gui::applyTheme(*qApp, QStringLiteral("light"));
        const QIcon icon = gui::themedIcon(QStringLiteral("list"));
        const int onLight = brightest(icon);
        gui::applyTheme(*qApp, QStringLiteral("dark"));
        QVERIFY(onLight > 0 && onLight < 80);
        QVERIFY(brightest(icon) > 200);
    }

    void iconsAreDrawnForTheScaleOfTheScreen() {
        const QPixmap pixmap = gui::themedIcon(QStringLiteral("plus")).pixmap(QSize(16, 16), 2.0);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
