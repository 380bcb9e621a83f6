// An open file or folder of the system. Private to the engine.
#pragma once

#include <unistd.h>
#include <utility>

namespace essaim::engine {

/// Closes what it holds. -1 = nothing.
class Descriptor {
public:
    explicit Descriptor(int handle = -1)
        : m_handle(handle) {}
    ~Descriptor() {
        if (m_handle >= 0)
            ::close(m_handle);
    }
    Descriptor(Descriptor&& other) noexcept
        : m_handle(std::exchange(other.m_handle, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return m_handle; }
    [[nodiscard]] bool isValid() const { return m_handle >= 0; }

private:
    int m_handle;
};

} // namespace essaim::engine
