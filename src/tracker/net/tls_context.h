// The certificate of the HTTPS side, which can be replaced while it serves.
#pragma once

#include "core/error.h"

#include <utility>

#include <boost/asio/ssl/context.hpp>

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace essaim::tracker {

/// Thread-safe. Connections that stand keep the certificate that they began with.
class TlsContext {
public:
    /// Reads both files (PEM; the certificate with its chain). On failure the former certificate stays.
    [[nodiscard]] Expected<void>
    load(const std::filesystem::path& certificate, const std::filesystem::path& privateKey);
    /// Reads them again if one of them was replaced since; a pair that does not fit together yet is tried again.
    void reloadIfChanged();

    /// Why what stands in the files now could not be taken; empty = it was.
    [[nodiscard]] std::string problem() const;
    /// Null before the first load().
    [[nodiscard]] std::shared_ptr<boost::asio::ssl::context> current() const;

private:
    using FileTimes = std::pair<std::filesystem::file_time_type, std::filesystem::file_time_type>;
    [[nodiscard]] static FileTimes
    timesOf(const std::filesystem::path& certificate, const std::filesystem::path& privateKey);

    mutable std::mutex m_mutex;
    std::shared_ptr<boost::asio::ssl::context> m_context; ///< guarded by m_mutex, as all below
    std::filesystem::path m_certificate;
    std::filesystem::path m_privateKey;
    FileTimes m_times;
    FileTimes m_refusedTimes; ///< of a pair that was tried and did not fit
    std::string m_problem;
};

} // namespace essaim::tracker
