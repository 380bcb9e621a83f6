#include "engine/port_mapper.h"

#include "engine/background.h"

#include <libtorrent/disabled_disk_io.hpp>
#include <libtorrent/error_code.hpp>
#include <libtorrent/natpmp.hpp>
#include <libtorrent/session_params.hpp>
#include <libtorrent/settings_pack.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <sstream>
#include <utility>

namespace essaim::engine {

namespace {

using namespace std::chrono_literals;

constexpr auto kUntilSocketsAreThere = 500ms;
constexpr auto kCheckEvery = 2min; ///< a router that was started anew has forgotten the port and tells nobody
constexpr auto kPatience = 15s;    ///< UPnP asks three times over some seconds
constexpr auto kLongestEnd = 4s;   ///< that a new session waits until one before has taken its mappings back

/// "0.0.0.0:6881,[::]:6881" becomes "0.0.0.0:0,[::]:0".
std::string withoutPorts(const std::string& interfaces) {
    std::string result;
    std::stringstream rest(interfaces);
    for (std::string one; std::getline(rest, one, ',');)
        result += (result.empty() ? "" : ",") + one.substr(0, one.rfind(':')) + ":0";
    return result;
}

lt::session_params sessionThatMapsOnly(const std::string& interfaces) {
    using Pack = lt::settings_pack;
    lt::session_params params;
    params.disk_io_constructor = lt::disabled_disk_io_constructor;
    Pack& pack = params.settings;
    pack.set_str(Pack::listen_interfaces, interfaces);
    for (const int off :
         {Pack::enable_dht, Pack::enable_lsd, Pack::enable_incoming_tcp, Pack::enable_outgoing_tcp,
          Pack::enable_incoming_utp, Pack::enable_outgoing_utp})
        pack.set_bool(off, false);
    pack.set_bool(Pack::enable_upnp, true);
    pack.set_bool(Pack::enable_natpmp, true);
    pack.set_str(Pack::user_agent, "Essaim/" ESSAIM_VERSION); // what routers list the mapping under
    pack.set_int(
        Pack::alert_mask, int(static_cast<std::uint32_t>(
                              lt::alert_category::error | lt::alert_category::status |
                              lt::alert_category::port_mapping | lt::alert_category::port_mapping_log)));
    return params;
}

/// The only address that the session listens on; nothing if it is any. An interface's name leads to none of ours.
std::optional<IpAddress> onlyAddressIn(const std::string& interfaces) {
    if (interfaces.starts_with("0.0.0.0:"))
        return std::nullopt;
    return IpAddress::parse(interfaces.substr(0, interfaces.rfind(':'))).value_or(IpAddress());
}

/// NAT-PMP (RFC 6886) and PCP: "network failure", the gateway has no lease itself, or no address that could serve.
/// miniupnpd, which most home routers run, says "no resources" then.
bool saysItHasNoAddress(const lt::error_code& error) {
    return error.category() == lt::pcp_category() &&
           (error.value() == lt::errors::pcp_network_failure || error.value() == lt::errors::pcp_no_resources);
}

} // namespace

std::optional<IpAddress> routerAddressIn(std::string_view logLine) {
    for (const std::string_view before : {"external IP address ", "public IP address [ ", "external ip: "}) {
        const auto at = logLine.find(before);
        if (at == std::string_view::npos)
            continue;
        const auto rest = logLine.substr(at + before.size());
        const auto address = IpAddress::parse(rest.substr(0, rest.find_first_not_of("0123456789.")));
        if (address && address->isV4() && !address->isUnspecified())
            return address;
    }
    return std::nullopt;
}

PortMapper::PortMapper(QObject* parent)
    : QObject(parent)
    , m_again(this)
    , m_patience(this)
    , m_check(this)
    , m_waiting(this)
    , m_watch(this)
    , m_keeper(this) {
    m_again.setSingleShot(true);
    m_again.setInterval(kUntilSocketsAreThere);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_again, &QTimer::timeout, this, &PortMapper::askUnlessKept);
    connect(&m_patience, &QTimer::timeout, this, &PortMapper::giveUp);
    connect(&m_check, &QTimer::timeout, this, &PortMapper::check);
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(kLongestEnd);
    connect(&m_waiting, &QTimer::timeout, this, &PortMapper::start);
    connect(&m_watch, &RouterWatch::moved, this, &PortMapper::onMoved);
    connect(&m_watch, &RouterWatch::answered, this, &PortMapper::onAnswered);
    connect(&m_keeper, &PortKeeper::looked, this, &PortMapper::onLooked);
}

PortMapper::~PortMapper() {
    if (m_session)
        m_session->set_alert_notify({});
}

void PortMapper::setNetwork(const std::string& interfaces) {
    const std::string anyPorts = withoutPorts(interfaces);
    if (anyPorts == m_interfaces)
        return;
    m_interfaces = anyPorts;
    m_watch.setActive(!m_interfaces.empty());
    m_keeper.setOnlyAddress(onlyAddressIn(m_interfaces));
    keepPorts();
    restart();
}

void PortMapper::map(quint16 port) {
    if (port == m_port)
        return;
    m_port = port;
    keepPorts();
    restart();
}

void PortMapper::keepPorts() {
    m_keeper.setPorts(m_interfaces.empty() ? std::set<std::uint16_t>{} : std::set{m_port, m_sessionPort});
}

std::move_only_function<void()> PortMapper::release() {
    m_isReleased = true;
    m_watch.setActive(false);
    return [proxy = end(), takeBack = m_keeper.release()]() mutable {
        proxy.reset();
        takeBack();
    };
}

std::unique_ptr<lt::session_proxy> PortMapper::end() {
    m_again.stop();
    m_patience.stop();
    m_check.stop();
    m_waiting.stop();
    m_watch.setAsking(false);
    m_isAddressAsked = false;
    m_mappings.clear();
    if (!m_session)
        return nullptr;
    m_session->set_alert_notify({});
    auto proxy = std::make_unique<lt::session_proxy>(m_session->abort());
    m_session.reset();
    return proxy;
}

void PortMapper::restart() {
    PortMapping next;
    next.port = m_port;
    next.seenAddress = m_mapping.seenAddress;
    if (m_port != 0 && !m_interfaces.empty())
        next.state = PortMapping::State::Asking;
    startAnew();
    tell(next);
}

/// What the session before takes back must not be what the next one has just asked for.
void PortMapper::startAnew() {
    if (auto proxy = end()) {
        m_waiting.start();
        runInBackground(
            this,
            [ending = std::shared_ptr<lt::session_proxy>(std::move(proxy))]() mutable {
                ending.reset();
                return true;
            },
            [this](bool) {
                if (m_waiting.isActive())
                    start();
            });
    } else {
        start();
    }
}

void PortMapper::start() {
    m_waiting.stop();
    if (m_isReleased || m_port == 0 || m_interfaces.empty())
        return;
    m_patience.start();
    m_check.start(kCheckEvery);
    m_watch.setAsking(true);
    try {
        m_session = std::make_unique<lt::session>(sessionThatMapsOnly(m_interfaces), lt::session_flags_t{});
    } catch (const lt::system_error&) {
        return; // patience ends, and no router has answered
    }
    m_session->set_alert_notify([this] {
        if (!m_isPumpPosted.exchange(true))
            QMetaObject::invokeMethod(this, &PortMapper::pump, Qt::QueuedConnection);
    });
}

void PortMapper::onMoved(const std::set<IpAddress>& left) {
    m_seen.reset(); // as what we are seen from there, others will say
    m_mapping.seenAddress.reset();
    m_keeper.leave(left);
    Q_EMIT moved();
    // Mostly it is the same router, which gave this computer another address.
    m_isMoving = m_keeper.hasControl();
    if (!m_isMoving)
        return restart();
    if (m_session)
        m_session->reopen_network_sockets({}); // see MovedSession
    m_keeper.hurry();
    m_watch.ask();
}

void PortMapper::onLooked() {
    if (std::exchange(m_isMoving, false) && !m_keeper.isAnswered()) {
        m_watch.forgetRouter();
        m_keeper.setControl({});
        return restart();
    }
    if (!m_session || !m_keeper.isAnswered())
        return;
    PortMapping next = m_mapping;
    if (isKept()) {
        m_isConfirmed = true;
        next.state = PortMapping::State::Mapped;
        next.isUpnp = true;
        next.refusal.clear();
        next.hidesAddress = false;
        next.tcpPort = m_port;
        next.udpPort = m_keeper.holds(m_port, false) ? m_port : next.udpPort;
    } else if (next.state == PortMapping::State::Mapped && next.isUpnp && next.tcpPort == m_port) {
        next.state = PortMapping::State::Asking; // somebody else has it now: libtorrent tries another one
        next.tcpPort = next.udpPort = 0;
        m_patience.start();
        ask();
    }
    tell(next);
}

void PortMapper::ask() {
    if (!m_session)
        return;
    for (const lt::port_mapping_t mapping : std::exchange(m_mappings, {}))
        m_session->delete_port_mapping(mapping);
    for (const auto protocol : {lt::portmap_protocol::tcp, lt::portmap_protocol::udp}) {
        const auto added = m_session->add_port_mapping(protocol, m_port, m_port);
        m_mappings.insert(m_mappings.end(), added.begin(), added.end());
    }
}

/// Asking anew begins with taking back, so the port would be closed for a moment.
void PortMapper::askUnlessKept() {
    if (!isKept())
        ask();
}

void PortMapper::pump() {
    m_isPumpPosted = false;
    if (!m_session)
        return;
    std::vector<lt::alert*> alerts;
    m_session->pop_alerts(&alerts);
    for (const lt::alert* alert : alerts) {
        if (const auto* mapped = lt::alert_cast<lt::portmap_alert>(alert))
            onMapped(*mapped);
        else if (const auto* failed = lt::alert_cast<lt::portmap_error_alert>(alert))
            onError(*failed);
        else if (const auto* line = lt::alert_cast<lt::portmap_log_alert>(alert))
            onLog(*line);
        else if (alert->type() == lt::listen_succeeded_alert::alert_type)
            m_again.start();
    }
}

void PortMapper::check() {
    if (m_mapping.state == PortMapping::State::Asking)
        return;
    if (isKept())
        return;
    if (m_mapping.state == PortMapping::State::NoAnswer)
        return startAnew(); // libtorrent has given up by then; a router that is there again is found anew
    m_isConfirmed = false;
    m_patience.start();
    ask();
}

void PortMapper::giveUp() {
    const bool isLost = m_mapping.state == PortMapping::State::Mapped && !m_isConfirmed;
    if (m_mapping.state != PortMapping::State::Asking && !isLost)
        return;
    PortMapping next = m_mapping;
    next.state = PortMapping::State::NoAnswer;
    next.tcpPort = next.udpPort = 0;
    tell(next);
}

void PortMapper::tell(const PortMapping& next) {
    if (next == m_mapping)
        return;
    m_mapping = next;
    Q_EMIT changed(m_mapping);
}

bool PortMapper::isOurs(lt::port_mapping_t mapping) const {
    return std::ranges::find(m_mappings, mapping) != m_mappings.end();
}

void PortMapper::see(const lt::alert& alert) {
    if (const auto* external = lt::alert_cast<lt::external_ip_alert>(&alert))
        onExternal(*external);
    else if (const auto* line = lt::alert_cast<lt::portmap_log_alert>(&alert))
        learn(line->log_message());
    else if (const auto* listening = lt::alert_cast<lt::listen_succeeded_alert>(&alert))
        onListening(*listening);
}

void PortMapper::onListening(const lt::listen_succeeded_alert& alert) {
    if (alert.socket_type != lt::socket_type_t::tcp || quint16(alert.port) == m_sessionPort)
        return;
    m_sessionPort = quint16(alert.port);
    keepPorts();
}

void PortMapper::learn(std::string_view logLine) {
    if (!m_watch.learn(logLine) || m_watch.control() == m_keeper.control())
        return;
    m_keeper.setControl(m_watch.control());
    m_keeper.hurry();
}

void PortMapper::onMapped(const lt::portmap_alert& alert) {
    // For IPv6 a router opens the very port, and says nothing about the one of IPv4.
    if (!isOurs(alert.mapping) || lt::address(alert.local_address).is_v6())
        return;
    PortMapping next = m_mapping;
    const bool isTcp = alert.map_protocol == lt::portmap_protocol::tcp;
    auto& port = isTcp ? next.tcpPort : next.udpPort;
    // Where UPnP and NAT-PMP both did it, the port that we wanted counts.
    if (port != m_port)
        port = quint16(alert.external_port);
    if (isTcp) {
        m_isConfirmed = true;
        next.state = PortMapping::State::Mapped;
        next.isUpnp = alert.map_transport == lt::portmap_transport::upnp;
        next.refusal.clear();
        next.hidesAddress = false;
        if (!next.routerAddress)
            m_watch.ask(); // NAT-PMP and PCP do not tell in each case
    }
    tell(next);
}

void PortMapper::onError(const lt::portmap_error_alert& alert) {
    // One protocol may fail where the other does it; and "no router" is what giveUp() says.
    if (!isOurs(alert.mapping) || lt::address(alert.local_address).is_v6() ||
        m_mapping.state == PortMapping::State::Mapped || alert.error == lt::error_code(lt::errors::no_router))
        return;
    PortMapping next = m_mapping;
    next.state = PortMapping::State::Refused;
    next.refusal = QString::fromStdString(alert.error.message());
    next.hidesAddress = next.hidesAddress || saysItHasNoAddress(alert.error);
    tell(next);
}

void PortMapper::onLog(const lt::portmap_log_alert& alert) {
    learn(alert.log_message());
    const auto address = routerAddressIn(alert.log_message());
    if (address && !m_isAddressAsked)
        onRouterAddress(*address);
}

void PortMapper::onAnswered(const std::optional<IpAddress>& outside) {
    if (outside && m_session) {
        m_isAddressAsked = true;
        if (onRouterAddress(*outside)) {
            check(); // some routers forget what they passed on when they connect anew
            m_keeper.hurry();
            Q_EMIT routerMoved();
        }
    }
    tellSeen();
}

/// Whether it is another one than before.
bool PortMapper::onRouterAddress(const IpAddress& address) {
    const auto before = m_mapping.routerAddress;
    if (before == address)
        return false;
    // Who saw us under the router's address before saw what is gone now.
    if (before && address.isGlobal() && m_seen == before)
        m_seen.reset();
    PortMapping next = m_mapping;
    next.routerAddress = address;
    next.seenAddress = m_seen;
    tell(next);
    return before.has_value();
}

void PortMapper::onExternal(const lt::external_ip_alert& alert) {
    const auto address = IpAddress::parse(lt::address(alert.external_address).to_string());
    if (!address || !address->isV4())
        return;
    m_seen = address;
    // Either somebody translates between the router and the Internet, or the router has got another address by now.
    const auto& router = m_mapping.routerAddress;
    if (!router || !router->isGlobal() || router == m_seen || !m_watch.ask())
        tellSeen();
}

void PortMapper::tellSeen() {
    PortMapping next = m_mapping;
    next.seenAddress = m_seen;
    tell(next);
}

} // namespace essaim::engine
