#include "gui/preferences/path_problems.h"

#include "geo/country_database.h"
#include "gui/preferences/path_action.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace essaim::gui {

namespace {

/// Scope of the translations of this file.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(PathProblems)
};

} // namespace

QString countryDatabaseProblem(const QString& path) {
    const QString typed = path.trimmed();
    if (typed.isEmpty())
        return {};
    if (!QDir::isAbsolutePath(typed))
        return Words::tr("“%1” is not a full path: write it from / on.").arg(typed);
    const QFileInfo file(typed);
    if (!file.exists())
        return Words::tr("The file “%1” is not there now: check its path. If its drive is away, countries are shown "
                         "again after a start at which it is there.")
            .arg(typed);
    if (!file.isFile()) // a pipe would be waited for
        return Words::tr("“%1” is not a file: choose a database, whose name ends in .mmdb.").arg(typed);
    if (!file.isReadable())
        return Words::tr("“%1” cannot be read: allow your user to read it, or choose another file.").arg(typed);
    if (!geo::CountryDatabase::open(QFile::encodeName(typed).toStdString()))
        return Words::tr("“%1” is not a database of countries: choose a file .mmdb, such as those of DB-IP or "
                         "GeoLite2.")
            .arg(typed);
    return {};
}

QString programProblem(const QString& command) {
    const QStringList words = QProcess::splitCommand(command);
    if (words.isEmpty() || QString(words.first()).remove(QStringLiteral("%%")).contains(u'%'))
        return {}; // a placeholder: it is another one for each torrent
    const QString program = QString(words.first()).replace(QStringLiteral("%%"), QStringLiteral("%"));
    if (words.size() > 1 && QFileInfo(command.trimmed()).isFile())
        return Words::tr("The path of the program has blanks: write it between quotation marks, %1")
            .arg(commandOf(command.trimmed()));
    if (!program.contains(u'/'))
        return QStandardPaths::findExecutable(program).isEmpty()
                   ? Words::tr("No program called “%1” is installed: check its name, or write its full path.")
                         .arg(program)
                   : QString();
    if (!QDir::isAbsolutePath(program))
        return Words::tr("“%1” is not a full path: write it from / on.").arg(program);
    const QFileInfo file(program);
    if (!file.exists())
        return Words::tr("The program “%1” is not there now: check its path. It cannot run until it is there.")
            .arg(program);
    if (!file.isFile() || !file.isExecutable())
        return Words::tr("“%1” cannot be run: choose a program, or allow that this file is executed.").arg(program);
    return {};
}

} // namespace essaim::gui
