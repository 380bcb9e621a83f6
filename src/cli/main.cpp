// essaim-cli: create, show, verify, download and seed torrents from a terminal.
#include "cli/commands.h"
#include "cli/output.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace essaim::cli;

namespace {

int wrongUsage(const CLI::App& app, const CLI::ParseError& error) {
    const std::string message = error.what();
    std::fprintf(stderr, "essaim-cli: %s\n", message.substr(0, message.find('\n')).c_str());
    std::fprintf(
        stderr, "%s\n",
        Text::tr("See %1 --help.").arg(QString::fromStdString(app.get_name())).toLocal8Bit().constData());
    return WrongUsage;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("essaim-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ESSAIM_VERSION));
    QTranslator translator;
    // English has a catalogue too: it holds the plural forms.
    if (translator.load(QLocale(), QStringLiteral("essaim"), QStringLiteral("_"), QStringLiteral(":/translations")) ||
        translator.load(QStringLiteral(":/translations/essaim_en.qm")))
        QCoreApplication::installTranslator(&translator);

    CLI::App app(Text::tr("BitTorrent from the command line").toStdString(), "essaim-cli");
    app.set_version_flag("--version", "essaim-cli " ESSAIM_VERSION);
    app.require_subcommand(1);
    Action chosen;
    addCreateCommand(app, chosen);
    addEditCommand(app, chosen);
    addShowCommand(app, chosen);
    addVerifyCommand(app, chosen);
    addDownloadCommand(app, chosen);
    addSeedCommand(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return error.get_exit_code() == 0 ? app.exit(error) : wrongUsage(app, error);
    }
    return chosen();
}
