#include "app/application.h"

#include "app/demo/pilot.h"
#include "app/session_settings.h"
#include "app/single_instance.h"
#include "app/start_log.h"
#include "app/termination_signals.h"
#include "desktop/color_scheme.h"
#include "engine/session.h"
#include "gui/main_window/main_window.h"
#include "gui/widgets/system_theme.h"
#include "gui/widgets/theme.h"
#include "hosting/creation_queue.h"
#include "hosting/file_supply.h"
#include "hosting/network_notes.h"
#include "hosting/own_trackers.h"
#include "hosting/port_forwarding.h"
#include "hosting/stand_in_reports.h"
#include "hosting/tracker_host.h"
#include "hosting/turned_away.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>

namespace essaim::app {

namespace {
constexpr const char* kCreate = "--create"; ///< no item looks like it: paths are absolute, links have a colon
} // namespace

Application::Application(QApplication& application, const CommandLine& commandLine)
    : m_application(application)
    , m_commandLine(commandLine)
    , m_profile(resolveProfile(commandLine.profile))
    , m_instance(std::make_unique<SingleInstance>(m_profile)) {}

Application::~Application() = default;

int Application::run() {
    if (m_instance->handOver(messageOf(m_commandLine)))
        return 0;
    m_instance->listen();

    m_settings = std::make_unique<settings::SettingsStore>(m_profile.settingsFile);
    m_translations.install(
        m_commandLine.language.isEmpty() ? m_settings->value(settings::kLanguage) : m_commandLine.language);
    gui::applyTheme(
        m_application, m_commandLine.theme.isEmpty() ? m_settings->value(settings::kTheme) : m_commandLine.theme);

    m_session = std::make_unique<engine::Session>(engine::SessionConfig{
        m_profile.clientDatabase(), sessionSettings(*m_settings, m_commandLine.offline), m_commandLine.restore});
    m_session->openStore(); // while the window is made
    m_trackerHost =
        std::make_unique<hosting::TrackerHost>(*m_settings, m_profile.trackerDatabase(), m_commandLine.offline);
    new hosting::FileSupply(*m_session, *m_trackerHost, m_trackerHost.get());
    new hosting::PortForwarding(*m_session, *m_trackerHost, m_trackerHost.get());
    new hosting::StandInReports(*m_trackerHost, m_trackerHost.get());
    new hosting::OwnTrackers(*m_session, *m_trackerHost, *m_settings, m_trackerHost.get());
    new hosting::NetworkNotes(*m_settings, *m_trackerHost, m_trackerHost.get());
    new hosting::TurnedAway(*m_session, *m_trackerHost, m_trackerHost.get());
    QDir().mkpath(QFileInfo(m_profile.hashesFile).absolutePath());
    m_creations = std::make_unique<hosting::CreationQueue>(
        *m_session, *m_trackerHost, hosting::CreationQueue::Files{m_profile.creationsFile(), m_profile.hashesFile});
    m_creations->setGentle(m_settings->value(settings::kGentleHashing));
    followColorScheme();
    m_window = std::make_unique<gui::MainWindow>(gui::Services{*m_session, *m_trackerHost, *m_settings, *m_creations});
    if (m_commandLine.pilot)
        m_pilot = std::make_unique<Pilot>(*m_window, *m_session, *m_trackerHost);
    connectServices();
    const StartLog startLog(*m_window, *m_session);

    TerminationSignals signals;
    connect(&signals, &TerminationSignals::requested, this, &Application::quit);

    m_session->start();
    m_trackerHost->restore();
    placeWindow();
    m_window->show();
    open(messageOf(m_commandLine));
    return QApplication::exec();
}

void Application::followColorScheme() {
    m_colorScheme = std::make_unique<desktop::ColorScheme>(desktop::DesktopBus());
    connect(m_colorScheme.get(), &desktop::ColorScheme::changed, this, [this](bool isDark) {
        gui::setSystemDark(m_application, isDark);
        gui::applyTheme(
            m_application, m_commandLine.theme.isEmpty() ? m_settings->value(settings::kTheme) : m_commandLine.theme);
    });
}

void Application::connectServices() {
    connect(m_instance.get(), &SingleInstance::received, this, &Application::receive);
    connect(m_window.get(), &gui::MainWindow::quitRequested, this, &Application::quit);
    connect(m_window.get(), &gui::MainWindow::restoreRequested, this, [this](const engine::RestoreRequest& request) {
        m_restore = request;
        m_window->quit(); // saves its state and asks to end
    });
    connect(m_session.get(), &engine::Session::started, m_creations.get(), &hosting::CreationQueue::restore);
    connect(m_session.get(), &engine::Session::stopped, this, [] { QApplication::exit(0); });
    connect(m_session.get(), &engine::Session::startFailed, this, [this](const Error& error) {
        if (offerToReplaceList(error))
            m_restore = engine::RestoreRequest{
                {}, false, error.kind == ErrorKind::Unsupported, error.kind == ErrorKind::Internal};
        QApplication::exit(1);
    });
    connect(m_settings.get(), &settings::SettingsStore::changed, this, [this](const QString& key) {
        if (key == QLatin1String(settings::kTheme.key))
            gui::applyTheme(m_application, m_settings->value(settings::kTheme));
        if (key == QLatin1String(settings::kGentleHashing.key))
            m_creations->setGentle(m_settings->value(settings::kGentleHashing));
        // The session compares with what it has, so a change that does not concern it costs nothing.
        if (!key.startsWith(QLatin1String("window/")))
            m_session->applySettings(sessionSettings(*m_settings, m_commandLine.offline));
    });
}

bool Application::offerToReplaceList(const Error& error) {
    QMessageBox box(
        QMessageBox::Critical, QGuiApplication::applicationDisplayName(), text::errorSentence(error),
        QMessageBox::NoButton, m_window.get());
    box.setObjectName(QStringLiteral("startFailedBox"));
    QPushButton* const leave = box.addButton(tr("Quit"), QMessageBox::RejectRole);
    leave->setObjectName(QStringLiteral("quitButton"));
    box.setDefaultButton(leave);
    QPushButton* make = nullptr;
    if (error.kind == ErrorKind::Unsupported && error.operation == Operation::OpenStore) {
        box.setInformativeText(
            tr("Or go on with this version: it makes a list of its own from the files beside the database, with all "
               "torrents and what you chose for them. Totals and history stay in the newer database, which is put "
               "aside unchanged. Files are checked again."));
        make = box.addButton(tr("Go on with this version"), QMessageBox::AcceptRole);
        make->setObjectName(QStringLiteral("goOnButton"));
    } else if (error.kind == ErrorKind::Internal && error.operation == Operation::OpenStore) {
        box.setInformativeText(
            tr("Or go on without this database: the list is made again from the files beside it, or from the newest "
               "backup that can be read, with all torrents and what you chose for them. The database is put aside "
               "unchanged. Files are checked again."));
        make = box.addButton(tr("Make the list again"), QMessageBox::AcceptRole);
        make->setObjectName(QStringLiteral("goOnButton"));
    }
    box.exec();
    return make != nullptr && box.clickedButton() == make;
}

void Application::placeWindow() {
    static const QRegularExpression form(QStringLiteral("^(\\d+)x(\\d+)([+-]\\d+)([+-]\\d+)$"));
    const auto match = form.match(m_commandLine.geometry);
    if (!match.hasMatch())
        return;
    m_window->resize(match.captured(1).toInt(), match.captured(2).toInt());
    m_window->move(match.captured(3).toInt(), match.captured(4).toInt());
}

QStringList Application::messageOf(const CommandLine& commandLine) {
    return commandLine.create ? QStringList{QLatin1String(kCreate)} + commandLine.items : commandLine.items;
}

void Application::open(const QStringList& message) {
    if (message.value(0) == QLatin1String(kCreate))
        m_window->createFrom(message.mid(1));
    else
        m_window->openItems(message);
}

void Application::receive(const QStringList& message) {
    if (m_quitting)
        return;
    m_window->show();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
    open(message);
}

void Application::quit() {
    if (m_quitting)
        return;
    m_quitting = true;
    m_window->hide();
    m_settings->sync();
    m_creations->stop();
    m_session->shutdown();
}

} // namespace essaim::app
