#include "engine/port_keeper.h"

#include "engine/background.h"
#include "engine/own_network.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace essaim::engine {

namespace {

using namespace std::chrono_literals;

constexpr auto kSteps = std::to_array<std::chrono::milliseconds>({500ms, 1s, 2s, 3s, 4s, 5s, 8s});
constexpr std::chrono::milliseconds kLookEvery = 30s;

} // namespace

PortKeeper::PortKeeper(QObject* parent)
    : QObject(parent)
    , m_timer(this)
    , m_step(kSteps.size()) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PortKeeper::look);
}

void PortKeeper::setPorts(std::set<std::uint16_t> ports) {
    ports.erase(0);
    if (ports == m_ports)
        return;
    m_ports = std::move(ports);
    const auto isWanted = [this](RouterPort port) { return m_ports.contains(port.port); };
    std::set<RouterPort> unwanted;
    std::ranges::copy_if(
        m_mended, std::inserter(unwanted, unwanted.end()), [&](RouterPort port) { return !isWanted(port); });
    std::erase_if(m_mended, [&](RouterPort port) { return !isWanted(port); });
    std::erase_if(m_last.states, [&](const auto& state) { return !isWanted(state.first); });
    if (!unwanted.empty() && m_control && m_last.client) {
        runInBackground(
            this,
            [control = *m_control, unwanted, client = *m_last.client] {
                takeBack(control, unwanted, client);
                return true;
            },
            [](bool) {});
    }
    if (!m_timer.isActive())
        m_timer.start(kLookEvery);
}

void PortKeeper::setControl(std::optional<RouterControl> control) {
    if (control == m_control)
        return;
    m_control = std::move(control);
    m_last = {};
    if (!m_timer.isActive())
        m_timer.start(kLookEvery);
}

void PortKeeper::leave(const std::set<IpAddress>& addresses) {
    m_left.insert(addresses.begin(), addresses.end());
    m_last = {};
}

void PortKeeper::hurry() {
    m_step = 0;
    m_timer.start(0);
}

std::move_only_function<void()> PortKeeper::release() {
    m_isReleased = true;
    m_timer.stop();
    if (!m_control || !m_last.client || m_mended.empty())
        return [] {};
    return [control = *m_control, mended = std::exchange(m_mended, {}), client = *m_last.client] {
        takeBack(control, mended, client);
    };
}

std::optional<IpAddress> PortKeeper::ownAddress() const {
    const auto own = localAddressTowards(m_control->host);
    return !m_only || own == m_only ? own : std::nullopt;
}

void PortKeeper::look() {
    if (m_isReleased || !m_control || m_ports.empty())
        return;
    m_isAgain = m_isLooking;
    if (m_isLooking)
        return;
    const auto client = ownAddress();
    if (!client)
        return m_timer.start(kLookEvery);
    m_isLooking = true;
    m_left.erase(*client);
    runInBackground(
        this,
        [control = *m_control, ports = m_ports, client = *client, left = m_left] {
            return std::pair(control, forwardPorts(control, ports, client, left));
        },
        [this](const std::pair<RouterControl, Forwardings>& result) {
            m_isLooking = false;
            if (m_isReleased)
                return;
            if (result.first == m_control)
                onLooked(result.second);
            if (m_isAgain)
                return look();
            m_timer.start(m_step < kSteps.size() ? kSteps[m_step++] : kLookEvery);
        });
}

void PortKeeper::onLooked(const Forwardings& found) {
    m_last = found;
    std::erase_if(m_last.states, [this](const auto& state) { return !m_ports.contains(state.first.port); });
    for (const auto& [port, state] : m_last.states) {
        if (state == Forwarded::Mended)
            m_mended.insert(port);
    }
    // The address may be somebody else's by and by.
    const auto isOurs = [this](const auto& state) { return m_last.holds(state.first); };
    if (m_last.isAnswered && std::ranges::all_of(m_last.states, isOurs))
        m_left.clear();
    Q_EMIT looked();
}

} // namespace essaim::engine
