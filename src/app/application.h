// Composition root: makes the services and the window, and ends them in order.
#pragma once

#include "app/command_line.h"
#include "app/profile.h"
#include "app/translations.h"

#include <QApplication>

#include <memory>
#include <optional>

namespace essaim::desktop {
class ColorScheme;
}
namespace essaim::gui {
class MainWindow;
}
namespace essaim::engine {
class Session;
}
namespace essaim::hosting {
class CreationQueue;
class TrackerHost;
} // namespace essaim::hosting
namespace essaim::settings {
class SettingsStore;
}

namespace essaim::app {
class SingleInstance;
class Pilot;

/// The only place that knows everybody. GUI thread; one per process, made after QApplication.
class Application : public QObject {
    Q_OBJECT
public:
    Application(QApplication& application, const CommandLine& commandLine);
    ~Application() override;

    /// Runs until the user quits; returns the process's exit status.
    int run();
    /// After run(): the user wants the list changed so, and the window again.
    [[nodiscard]] const std::optional<engine::RestoreRequest>& restoreRequest() const { return m_restore; }

private:
    void followColorScheme();
    void connectServices();
    /// Tells why the list cannot be opened. True: it was made by a newer version, or the disk does not give it back,
    /// and the user wants another one in its place.
    [[nodiscard]] bool offerToReplaceList(const Error& error);
    void placeWindow();
    /// What a second start hands over: the items, after a word for what is to become of them.
    [[nodiscard]] static QStringList messageOf(const CommandLine& commandLine);
    void open(const QStringList& message);
    void receive(const QStringList& message);
    void quit();

    QApplication& m_application;
    CommandLine m_commandLine;
    Profile m_profile;
    Translations m_translations;
    // In order of construction; torn down in reverse.
    std::unique_ptr<desktop::ColorScheme> m_colorScheme;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<hosting::TrackerHost> m_trackerHost;
    std::unique_ptr<hosting::CreationQueue> m_creations;
    std::unique_ptr<gui::MainWindow> m_window;
    std::unique_ptr<Pilot> m_pilot;
    bool m_quitting = false;
    std::optional<engine::RestoreRequest> m_restore;
};

} // namespace essaim::app
