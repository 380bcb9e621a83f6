// Asks routers, through libtorrent, to pass a port on to this computer. Private to the engine.
#pragma once

#include "engine/port_keeper.h"
#include "engine/port_mapping.h"
#include "engine/router_watch.h"

#include <QObject>
#include <QTimer>

#include <libtorrent/alert.hpp>
#include <libtorrent/alert_types.hpp>
#include <libtorrent/portmap.hpp>
#include <libtorrent/session.hpp>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::engine {

/// For a port that is not the session's own. Asks through a session of its own, without torrents: one that maps another
/// port than it listens on announces that one as its own (a fault of libtorrent). It asks where the session listens,
/// renews what it was asked for, and takes it back when it ends. What routers with UPnP then do, for this port and for
/// the session's own, is looked after by PortKeeper. Engine thread.
class PortMapper : public QObject {
    Q_OBJECT
public:
    explicit PortMapper(QObject* parent = nullptr);
    /// Leaves what is under way behind; see release().
    ~PortMapper() override;

    /// `interfaces`: as libtorrent's setting listen_interfaces, with any ports; empty = routers may not be asked.
    void setNetwork(const std::string& interfaces);
    /// 0 = none any more.
    void map(quint16 port);
    /// Alerts of the session that has torrents: it maps a port of its own, and others tell it how they see us.
    void see(const lt::alert& alert);
    /// Ends for good. What is returned waits until routers have taken the mappings back, or a few seconds.
    [[nodiscard]] std::move_only_function<void()> release();

Q_SIGNALS:
    void changed(const essaim::engine::PortMapping& mapping);
    /// This computer has another address than before; the router is asked anew for our ports.
    void moved();
    /// The router has another address outside than before.
    void routerMoved();

private:
    void restart();
    void startAnew();
    void start();
    [[nodiscard]] std::unique_ptr<lt::session_proxy> end();
    void onMoved(const std::set<IpAddress>& left);
    void onLooked();
    void keepPorts();
    void learn(std::string_view logLine);
    void onListening(const lt::listen_succeeded_alert& alert);
    void onAnswered(const std::optional<IpAddress>& outside);
    bool onRouterAddress(const IpAddress& address);
    void tellSeen();
    void pump();
    void ask();
    void askUnlessKept();
    void giveUp();
    void check();
    void tell(const PortMapping& next);
    [[nodiscard]] bool isKept() const { return m_keeper.isAnswered() && m_keeper.holds(m_port, true); }
    [[nodiscard]] bool isOurs(lt::port_mapping_t mapping) const;
    void onMapped(const lt::portmap_alert& alert);
    void onError(const lt::portmap_error_alert& alert);
    void onLog(const lt::portmap_log_alert& alert);
    void onExternal(const lt::external_ip_alert& alert);

    std::unique_ptr<lt::session> m_session; ///< null while nothing is to be mapped
    std::string m_interfaces;
    quint16 m_port = 0;
    quint16 m_sessionPort = 0;
    std::vector<lt::port_mapping_t> m_mappings;
    QTimer m_again; ///< sockets come one by one: asks when they are all there
    QTimer m_patience;
    QTimer m_check;   ///< routers start anew and forget, or come back
    QTimer m_waiting; ///< for the session before to take its mappings back
    RouterWatch m_watch;
    PortKeeper m_keeper;
    std::optional<IpAddress> m_seen; ///< as others tell; the router is asked before anybody hears of it
    bool m_isReleased = false;
    bool m_isMoving = false;       ///< has moved, and does not know yet whether the same router does it there
    bool m_isAddressAsked = false; ///< the router answers when it is asked for its address; its log is older news
    bool m_isConfirmed = false;    ///< mapped since it was asked last
    std::atomic<bool> m_isPumpPosted = false; ///< set by libtorrent's thread
    PortMapping m_mapping;
};

/// The address in a line of libtorrent's log of UPnP, NAT-PMP and PCP, if it tells a router's address outside: there is
/// no other way to learn it where it is a private one.
[[nodiscard]] std::optional<IpAddress> routerAddressIn(std::string_view logLine);

} // namespace essaim::engine
