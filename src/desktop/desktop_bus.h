// The desktop's services over D-Bus, where there are any.
#pragma once

#include <QString>
#include <QVariantList>

#include <functional>

class QObject;

namespace essaim::desktop {

/// The buses that are talked to, as QDBusConnection names them; empty = the user's session and the system's.
struct DesktopBus {
    QString session;
    QString system;
};

/// One method of one service.
struct BusMethod {
    bool isOfSystem; ///< else of the session
    const char* service;
    const char* path;
    const char* interface;
    const char* name;
};

struct BusAnswer {
    bool isGood = false;
    QVariantList values;
    QString error; ///< in the words of the service
};

/// Calls without waiting; `done` gets the answer at a later turn of the event loop, unless `context` is gone by then.
void callBus(
    const DesktopBus& bus, const BusMethod& method, const QVariantList& arguments, QObject* context,
    std::function<void(const BusAnswer& answer)> done);

/// Calls and looks away: for what ends with its caller.
void tellBus(const DesktopBus& bus, const BusMethod& method, const QVariantList& arguments);

/// Has a signal of that name of any service call `slot`, SLOT(...), of `receiver`.
void listenToBus(const DesktopBus& bus, const BusMethod& signal, QObject* receiver, const char* slot);

} // namespace essaim::desktop
