// The desktop program.
#include "app/application.h"
#include "app/command_line.h"
#include "app/demo/demo.h"
#include "app/open_files.h"
#include "app/store_command.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    auto commandLine = essaim::app::parseCommandLine(arguments);
    if (!commandLine) { // before QApplication: help and version need no display
        const QByteArray text = commandLine.error().text.toLocal8Bit();
        std::fputs(text.constData(), commandLine.error().status == 0 ? stdout : stderr);
        return commandLine.error().status;
    }

    if (commandLine->store)
        return essaim::app::runWithoutWindow(*commandLine, argc, argv);

    // Our own options are parsed above; Qt's (-platform, -style) are not for the command line of users.
    int qtArgc = 1;
    QApplication application(qtArgc, argv);
    QApplication::setApplicationName(QStringLiteral("essaim"));
    QApplication::setApplicationDisplayName(QStringLiteral("Essaim"));
    QApplication::setApplicationVersion(QStringLiteral(ESSAIM_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.essaim.Essaim"));
    QApplication::setQuitOnLastWindowClosed(false); // the session ends first, see Application::quit()

    if (commandLine->demo)
        return essaim::app::runDemo(commandLine->demoOutput, commandLine->demoCrash);
    essaim::app::raiseOpenFileLimit();
    essaim::app::keepFilesFromChildren();
    while (true) {
        essaim::app::Application program(application, *commandLine);
        const int status = program.run();
        if (!program.restoreRequest())
            return status;
        commandLine->restore = *program.restoreRequest();
        commandLine->items.clear();
        commandLine->create = false;
    }
}
