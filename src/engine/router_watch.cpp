#include "engine/router_watch.h"

#include "engine/background.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace essaim::engine {

namespace {

using namespace std::chrono_literals;

constexpr auto kLookEvery = 1s; ///< a move counts once two looks agree: addresses come before routes
constexpr auto kAskEvery = 30s;

} // namespace

RouterWatch::RouterWatch(QObject* parent)
    : QObject(parent)
    , m_lookTimer(this)
    , m_askTimer(this) {
    connect(&m_lookTimer, &QTimer::timeout, this, &RouterWatch::look);
    connect(&m_askTimer, &QTimer::timeout, this, &RouterWatch::ask);
}

void RouterWatch::setActive(bool active) {
    if (!active) {
        m_lookTimer.stop();
    } else if (!m_lookTimer.isActive()) {
        m_known = m_lastLook = ownNetwork();
        m_lookTimer.start(kLookEvery);
    }
}

void RouterWatch::setAsking(bool asking) {
    if (!asking)
        m_askTimer.stop();
    else if (!m_askTimer.isActive())
        m_askTimer.start(kAskEvery);
}

bool RouterWatch::learn(std::string_view logLine) {
    auto control = routerControlIn(logLine);
    if (!control)
        return false;
    m_control = std::move(control);
    return true;
}

bool RouterWatch::ask() {
    if (std::exchange(m_isAsking, true))
        return false;
    runInBackground(
        this, [control = m_control, gateways = m_known.gateways] { return askAddressOutside(control, gateways); },
        [this](const std::optional<IpAddress>& outside) {
            m_isAsking = false;
            Q_EMIT answered(outside);
        });
    return true;
}

void RouterWatch::look() {
    auto now = ownNetwork();
    if (now == m_known || std::exchange(m_lastLook, now) != now || now.addresses.empty())
        return;
    std::set<IpAddress> left;
    std::ranges::set_difference(m_known.addresses, now.addresses, std::inserter(left, left.end()));
    m_known = std::move(now);
    Q_EMIT moved(left);
}

} // namespace essaim::engine
