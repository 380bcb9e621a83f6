// How many connections the HTTP side holds at once, in total and per address.
#pragma once

#include "core/endpoint.h"

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace essaim::tracker {

/// Shared by all HTTP workers; thread-safe. IPv6 clients are counted by their /64, as one home holds that many.
class ConnectionLimits {
public:
    /// `sparesPrivate`: loopback and private addresses only count for the total.
    ConnectionLimits(std::size_t maxTotal, std::size_t maxPerAddress, bool sparesPrivate)
        : m_maxTotal(maxTotal)
        , m_maxPerAddress(maxPerAddress)
        , m_sparesPrivate(sparesPrivate) {}
    /// Connections that are open stay.
    void setLimits(std::size_t maxTotal, std::size_t maxPerAddress, bool sparesPrivate);

    /// A place that is given back when it is destroyed. The limits must outlive it.
    class Slot {
    public:
        Slot(ConnectionLimits& limits, const IpAddress& key)
            : m_limits(&limits)
            , m_key(key) {}
        Slot(Slot&& other) noexcept
            : m_limits(std::exchange(other.m_limits, nullptr))
            , m_key(other.m_key) {}
        Slot& operator=(Slot&&) = delete;
        ~Slot() {
            if (m_limits)
                m_limits->release(m_key);
        }

    private:
        ConnectionLimits* m_limits;
        IpAddress m_key;
    };

    /// Nothing if the client must wait.
    [[nodiscard]] std::optional<Slot> acquire(const IpAddress& client);
    [[nodiscard]] std::size_t count() const;
    /// All places are taken, whoever asks.
    [[nodiscard]] bool isFull() const;

private:
    void release(const IpAddress& key);

    mutable std::mutex m_mutex;
    std::size_t m_maxTotal;                        // guarded by m_mutex
    std::size_t m_maxPerAddress;                   // guarded by m_mutex
    bool m_sparesPrivate;                          // guarded by m_mutex
    std::size_t m_total = 0;                       // guarded by m_mutex
    std::map<IpAddress, std::size_t> m_perAddress; // guarded by m_mutex
};

} // namespace essaim::tracker
