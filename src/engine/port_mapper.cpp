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
#include <thread>
#include <utility>

namespace essaim::engine {

namespace {

using namespace std::chrono_literals;

constexpr auto kUntilSocketsAreThere = 500ms;
constexpr auto kCheckEvery = 2min; ///< a router that was started anew has forgotten the port and tells nobody
constexpr auto kPatience = 15s;    ///< UPnP asks three times over some seconds

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
    , m_check(this) {
    m_again.setSingleShot(true);
    m_again.setInterval(kUntilSocketsAreThere);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_again, &QTimer::timeout, this, &PortMapper::ask);
    connect(&m_patience, &QTimer::timeout, this, &PortMapper::giveUp);
    connect(&m_check, &QTimer::timeout, this, &PortMapper::check);
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
    restart();
}

void PortMapper::map(quint16 port) {
    if (port == m_port)
        return;
    m_port = port;
    restart();
}

std::unique_ptr<lt::session_proxy> PortMapper::release() {
    m_again.stop();
    m_patience.stop();
    m_check.stop();
    m_mappings.clear();
    if (!m_session)
        return nullptr;
    m_session->set_alert_notify({});
    auto proxy = std::make_unique<lt::session_proxy>(m_session->abort());
    m_session.reset();
    return proxy;
}

void PortMapper::restart() {
    if (auto proxy = release()) {
        std::thread([ending = std::move(proxy), mark = std::make_shared<BackgroundMark>()]() mutable {
            ending.reset();
            mark.reset();
        }).detach();
    }
    PortMapping next;
    next.port = m_port;
    next.seenAddress = m_mapping.seenAddress;
    if (m_port != 0 && !m_interfaces.empty()) {
        next.state = PortMapping::State::Asking;
        start();
    }
    tell(next);
}

void PortMapper::start() {
    m_patience.start();
    m_check.start(kCheckEvery);
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
}

void PortMapper::onMapped(const lt::portmap_alert& alert) {
    if (!isOurs(alert.mapping))
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
    }
    tell(next);
}

void PortMapper::onError(const lt::portmap_error_alert& alert) {
    // One protocol may fail where the other does it; and "no router" is what giveUp() says.
    if (!isOurs(alert.mapping) || m_mapping.state == PortMapping::State::Mapped ||
        alert.error == lt::error_code(lt::errors::no_router))
        return;
    PortMapping next = m_mapping;
    next.state = PortMapping::State::Refused;
    next.refusal = QString::fromStdString(alert.error.message());
    next.hidesAddress = next.hidesAddress || saysItHasNoAddress(alert.error);
    tell(next);
}

void PortMapper::onLog(const lt::portmap_log_alert& alert) {
    const auto address = routerAddressIn(alert.log_message());
    if (!address)
        return;
    PortMapping next = m_mapping;
    next.routerAddress = address;
    tell(next);
}

void PortMapper::onExternal(const lt::external_ip_alert& alert) {
    const auto address = IpAddress::parse(lt::address(alert.external_address).to_string());
    if (!address || !address->isV4())
        return;
    PortMapping next = m_mapping;
    next.seenAddress = address;
    tell(next);
}

} // namespace essaim::engine
