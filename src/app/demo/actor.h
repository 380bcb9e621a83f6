// One window of the demonstration: a real Essaim process, steered through its pilot.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <functional>
#include <stdexcept>

namespace essaim::app {

/// A step of the demonstration did not happen; what() says which, for a person.
class DemoFailure : public std::runtime_error {
public:
    explicit DemoFailure(const QString& reason)
        : std::runtime_error(reason.toStdString()) {}
};

/// Runs the event loop until `condition` holds. Throws DemoFailure(`what`) after `timeoutMs`.
void waitUntil(const QString& what, int timeoutMs, const std::function<bool()>& condition);

/// GUI thread of the demonstration. Every function waits for the window's answer and throws DemoFailure when there is
/// none or it is a refusal. The destructor ends the process.
class Actor {
public:
    /// `role` names the window in messages ("host"); `profile` is made by the program.
    Actor(QString role, QString profile, QString geometry);
    ~Actor();
    Actor(const Actor&) = delete;
    Actor& operator=(const Actor&) = delete;

    [[nodiscard]] QJsonObject ask(QJsonObject command);
    /// ask() that comes back false instead of throwing when the window refuses.
    [[nodiscard]] bool tryAsk(const QJsonObject& command, QJsonObject* answer = nullptr);
    /// Waits until the widget can be used, then clicks it.
    void click(const QString& widget);
    void type(const QString& widget, const QString& text);
    [[nodiscard]] QString read(const QString& widget);
    /// Waits until the widget is visible and enabled.
    void waitFor(const QString& widget, int timeoutMs = 15'000);
    [[nodiscard]] QJsonObject status();
    void picture(const QString& file);
    /// A second start with the same profile: hands `items` to the running window. Returns its exit status.
    [[nodiscard]] int startAgain(const QStringList& items) const;
    /// Ends the program as a user would; returns its exit status.
    [[nodiscard]] int quit();
    /// kill -9 and a new start with the same profile.
    void killAndRestart();

private:
    void start();
    [[nodiscard]] QStringList arguments() const;
    [[nodiscard]] QJsonObject exchange(QJsonObject command);

    QString m_role;
    QString m_profile;
    QString m_geometry;
    QProcess m_process;
    int m_nextId = 0;
};

} // namespace essaim::app
