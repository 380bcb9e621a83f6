// Keeps the ports of this computer open at a router that answers UPnP, whatever changes. Private to the engine.
#pragma once

#include "engine/forwarding.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <set>
#include <utility>

namespace essaim::engine {

/// libtorrent asks once for a port and then believes what it was told. Routers forget what they passed on when they
/// start anew, and go on passing it to the address that this computer had before; so this looks at the router again
/// and again, and mends. Engine thread; what waits, waits on a thread of its own.
class PortKeeper : public QObject {
    Q_OBJECT
public:
    explicit PortKeeper(QObject* parent = nullptr);

    /// What is to be passed on, TCP and UDP. Of what is no more in it, what was asked for here is taken back.
    void setPorts(std::set<std::uint16_t> ports);
    /// The only address of this computer that may be passed on to; nothing = the one that leads to the router.
    void setOnlyAddress(std::optional<IpAddress> address) { m_only = address; }
    /// Where the router takes requests; nothing = not known, nothing is asked.
    void setControl(std::optional<RouterControl> control);
    [[nodiscard]] const std::optional<RouterControl>& control() const { return m_control; }
    [[nodiscard]] bool hasControl() const { return m_control.has_value(); }
    /// This computer had these addresses before. What was found then does not count any more.
    void leave(const std::set<IpAddress>& addresses);
    /// Looks at once, and several times over the next seconds: others are still taking things back then.
    void hurry();

    /// As the last look found it.
    [[nodiscard]] bool isAnswered() const { return m_last.isAnswered; }
    [[nodiscard]] bool holds(std::uint16_t port, bool isTcp) const { return m_last.holds({port, isTcp}); }

    /// Ends for good. What is returned takes back what was asked for here, and waits for it.
    [[nodiscard]] std::move_only_function<void()> release();

Q_SIGNALS:
    void looked();

private:
    void look();
    void onLooked(const Forwardings& found);
    [[nodiscard]] std::optional<IpAddress> ownAddress() const;

    QTimer m_timer;
    std::set<std::uint16_t> m_ports;
    std::optional<IpAddress> m_only;
    std::optional<RouterControl> m_control;
    std::set<IpAddress> m_left;    ///< to which the router may pass on yet
    std::set<RouterPort> m_mended; ///< nobody else would take these back
    Forwardings m_last;
    std::size_t m_step = 0; ///< of those that come quickly one after the other
    bool m_isLooking = false;
    bool m_isAgain = false; ///< something changed since the look under way began
    bool m_isReleased = false;
};

} // namespace essaim::engine
