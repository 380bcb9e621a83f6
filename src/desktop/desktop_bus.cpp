#include "desktop/desktop_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QTimer>

#include <utility>

namespace essaim::desktop {

namespace {

QDBusConnection connectionTo(const DesktopBus& bus, bool isOfSystem) {
    if (isOfSystem)
        return bus.system.isEmpty() ? QDBusConnection::systemBus() : QDBusConnection(bus.system);
    return bus.session.isEmpty() ? QDBusConnection::sessionBus() : QDBusConnection(bus.session);
}

QDBusMessage messageFor(const BusMethod& method, const QVariantList& arguments) {
    QDBusMessage message = QDBusMessage::createMethodCall(
        QString::fromLatin1(method.service), QString::fromLatin1(method.path), QString::fromLatin1(method.interface),
        QString::fromLatin1(method.name));
    message.setArguments(arguments);
    return message;
}

} // namespace

void callBus(
    const DesktopBus& bus, const BusMethod& method, const QVariantList& arguments, QObject* context,
    std::function<void(const BusAnswer& answer)> done) {
    const QDBusPendingCall call = connectionTo(bus, method.isOfSystem).asyncCall(messageFor(method, arguments));
    auto* watcher = new QDBusPendingCallWatcher(call, context);
    const auto take = [watcher, done = std::move(done)] {
        watcher->deleteLater();
        const QDBusMessage reply = watcher->reply();
        done({reply.type() == QDBusMessage::ReplyMessage, reply.arguments(), reply.errorMessage()});
    };
    if (watcher->isFinished()) // no bus; the watcher itself tells nobody
        QTimer::singleShot(0, watcher, take);
    else
        QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, take);
}

void tellBus(const DesktopBus& bus, const BusMethod& method, const QVariantList& arguments) {
    connectionTo(bus, method.isOfSystem).call(messageFor(method, arguments), QDBus::NoBlock);
}

void listenToBus(const DesktopBus& bus, const BusMethod& signal, QObject* receiver, const char* slot) {
    connectionTo(bus, signal.isOfSystem)
        .connect(
            QString(), QString::fromLatin1(signal.path), QString::fromLatin1(signal.interface),
            QString::fromLatin1(signal.name), receiver, slot);
}

} // namespace essaim::desktop
