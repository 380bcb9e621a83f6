#include "app/demo/actor.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QThread>
#include <QTimer>

namespace essaim::app {

namespace {

constexpr int kAnswerTimeoutMs = 10'000;
constexpr int kQuitTimeoutMs = 15'000;

/// Lets timers, sockets and drags of this process go on for a moment.
void breathe(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

void waitUntil(const QString& what, int timeoutMs, const std::function<bool()>& condition) {
    const QDeadlineTimer deadline(timeoutMs);
    while (!condition()) {
        if (deadline.hasExpired())
            throw DemoFailure(what);
        breathe(50);
    }
}

Actor::Actor(QString role, QString profile, QString geometry)
    : m_role(std::move(role))
    , m_profile(std::move(profile))
    , m_geometry(std::move(geometry)) {
    start();
}

Actor::~Actor() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kQuitTimeoutMs)) {
        m_process.kill();
        m_process.waitForFinished(kQuitTimeoutMs);
    }
}

QStringList Actor::arguments() const {
    return {QStringLiteral("--profile"), m_profile, QStringLiteral("--offline")};
}

void Actor::start() {
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        QCoreApplication::applicationFilePath(),
        arguments() << QStringLiteral("--pilot") << QStringLiteral("--geometry") << m_geometry);
    if (!m_process.waitForStarted())
        throw DemoFailure(m_role + QStringLiteral(": the program does not start: ") + m_process.errorString());
    (void)status(); // answers once the window stands
}

QJsonObject Actor::exchange(QJsonObject command) {
    const int id = ++m_nextId;
    command.insert(QStringLiteral("id"), id);
    m_process.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    QJsonObject answer;
    waitUntil(m_role + QStringLiteral(": the window does not answer"), kAnswerTimeoutMs, [&] {
        while (m_process.canReadLine()) {
            answer = QJsonDocument::fromJson(m_process.readLine()).object();
            if (answer.value(QStringLiteral("id")).toInt() == id)
                return true;
        }
        if (m_process.state() == QProcess::NotRunning)
            throw DemoFailure(m_role + QStringLiteral(": the program ended unexpectedly"));
        return false;
    });
    return answer;
}

QJsonObject Actor::ask(QJsonObject command) {
    const QJsonObject answer = exchange(std::move(command));
    if (!answer.value(QStringLiteral("ok")).toBool())
        throw DemoFailure(m_role + QStringLiteral(": ") + answer.value(QStringLiteral("error")).toString());
    return answer;
}

bool Actor::tryAsk(const QJsonObject& command, QJsonObject* answer) {
    const QJsonObject received = exchange(command);
    if (answer)
        *answer = received;
    return received.value(QStringLiteral("ok")).toBool();
}

void Actor::waitFor(const QString& widget, int timeoutMs) {
    waitUntil(m_role + QStringLiteral(": ") + widget + QStringLiteral(" does not appear"), timeoutMs, [&] {
        QJsonObject answer;
        return tryAsk({{QStringLiteral("do"), QStringLiteral("read")}, {QStringLiteral("widget"), widget}}, &answer) &&
               answer.value(QStringLiteral("visible")).toBool() && answer.value(QStringLiteral("enabled")).toBool();
    });
}

void Actor::click(const QString& widget) {
    waitFor(widget);
    (void)ask({{QStringLiteral("do"), QStringLiteral("click")}, {QStringLiteral("widget"), widget}});
}

void Actor::type(const QString& widget, const QString& text) {
    waitFor(widget);
    (void)ask(
        {{QStringLiteral("do"), QStringLiteral("type")},
         {QStringLiteral("widget"), widget},
         {QStringLiteral("text"), text}});
}

QString Actor::read(const QString& widget) {
    return ask({{QStringLiteral("do"), QStringLiteral("read")}, {QStringLiteral("widget"), widget}})
        .value(QStringLiteral("text"))
        .toString();
}

QJsonObject Actor::status() {
    return ask({{QStringLiteral("do"), QStringLiteral("status")}});
}

void Actor::picture(const QString& file) {
    (void)ask({{QStringLiteral("do"), QStringLiteral("picture")}, {QStringLiteral("file"), file}});
}

int Actor::startAgain(const QStringList& items) const {
    QProcess second;
    second.setProcessChannelMode(QProcess::ForwardedChannels);
    second.start(QCoreApplication::applicationFilePath(), arguments() + items);
    waitUntil(m_role + QStringLiteral(": a second start does not end"), kQuitTimeoutMs, [&] {
        return second.state() == QProcess::NotRunning;
    });
    return second.exitStatus() == QProcess::NormalExit ? second.exitCode() : -1;
}

int Actor::quit() {
    (void)ask({{QStringLiteral("do"), QStringLiteral("quit")}});
    waitUntil(m_role + QStringLiteral(": the program does not end"), kQuitTimeoutMs, [&] {
        return m_process.state() == QProcess::NotRunning;
    });
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Actor::killAndRestart() {
    m_process.kill();
    m_process.waitForFinished(kQuitTimeoutMs);
    start();
}

} // namespace essaim::app
