// What may change outside while a port is mapped: the router's address, and the place of this computer in its network.
// Private to the engine.
#pragma once

#include "engine/own_network.h"
#include "engine/router_query.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <set>
#include <string_view>

namespace essaim::engine {

/// Asks the router for its address twice a minute, and looks at the own addresses every second: providers and
/// routers hand out others at any time and tell nobody. Engine thread; what waits, waits on a thread of its own.
class RouterWatch : public QObject {
    Q_OBJECT
public:
    explicit RouterWatch(QObject* parent = nullptr);

    /// Looks at the own network. At first off.
    void setActive(bool active);
    /// Whether the router is asked for its address, too.
    void setAsking(bool asking);
    /// A line of libtorrent's log. True if it says where the router takes requests.
    bool learn(std::string_view logLine);
    [[nodiscard]] const std::optional<RouterControl>& control() const { return m_control; }
    /// The router may be another one.
    void forgetRouter() { m_control.reset(); }
    /// answered() follows. False if it is being asked already.
    bool ask();

Q_SIGNALS:
    /// Nothing if the router does not tell.
    void answered(const std::optional<essaim::IpAddress>& outside);
    /// This computer has other addresses or gateways than before, and has kept them for a moment. `left`: those that it
    /// has no more.
    void moved(const std::set<essaim::IpAddress>& left);

private:
    void look();

    QTimer m_lookTimer;
    QTimer m_askTimer;
    bool m_isAsking = false;
    OwnNetwork m_known;
    OwnNetwork m_lastLook;
    std::optional<RouterControl> m_control;
};

} // namespace essaim::engine
