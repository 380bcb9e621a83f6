// The catalogues of the program and of Qt.
#pragma once

#include <QString>
#include <QTranslator>

namespace essaim::app {

/// Installed in the application as long as it lives. GUI thread.
class Translations {
public:
    /// `language`: empty = that of the system.
    void install(const QString& language);

private:
    QTranslator m_qt;
    QTranslator m_program;
};

} // namespace essaim::app
