#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace essaim::app {

void Translations::install(const QString& language) {
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    QLocale::setDefault(locale);
    if (m_qt.load(
            locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English has a catalogue too: it holds the plural forms.
    if (m_program.load(locale, QStringLiteral("essaim"), QStringLiteral("_"), QStringLiteral(":/translations")) ||
        m_program.load(QStringLiteral(":/translations/essaim_en.qm")))
        QCoreApplication::installTranslator(&m_program);
}

} // namespace essaim::app
