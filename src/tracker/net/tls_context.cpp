#include "tracker/net/tls_context.h"

#include "tracker/net/file_descriptor.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <fcntl.h>

#include <cerrno>
#include <system_error>

namespace essaim::tracker {

namespace ssl = boost::asio::ssl;

namespace {

Error unreadable(const std::filesystem::path& file, const std::string& detail) {
    return {ErrorKind::InvalidData, Operation::ReadConfiguration, file.string(), detail};
}

/// OpenSSL does not say why it cannot read a file.
Expected<void> checkReadable(const std::filesystem::path& file) {
    const FileDescriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (opened.isOpen())
        return {};
    return std::unexpected(systemError({errno, std::generic_category()}, Operation::ReadConfiguration, file.string()));
}

Expected<std::shared_ptr<ssl::context>>
makeContext(const std::filesystem::path& certificate, const std::filesystem::path& privateKey) {
    for (const auto* file : {&certificate, &privateKey}) {
        if (auto readable = checkReadable(*file); !readable)
            return std::unexpected(readable.error());
    }
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    boost::system::error_code error;
    context->set_options(
        ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1 |
            ssl::context::no_tlsv1_1,
        error);
    context->use_certificate_chain_file(certificate.string(), error);
    if (error)
        return std::unexpected(unreadable(certificate, error.message()));
    context->use_private_key_file(privateKey.string(), ssl::context::pem, error);
    if (error)
        return std::unexpected(unreadable(privateKey, error.message()));
    if (SSL_CTX_check_private_key(context->native_handle()) != 1) {
        ERR_clear_error();
        return std::unexpected(unreadable(privateKey, "this is not the key of the certificate"));
    }
    return context;
}

} // namespace

TlsContext::FileTimes
TlsContext::timesOf(const std::filesystem::path& certificate, const std::filesystem::path& privateKey) {
    std::error_code ignored;
    const auto certificateTime = std::filesystem::last_write_time(certificate, ignored);
    return {certificateTime, std::filesystem::last_write_time(privateKey, ignored)};
}

Expected<void> TlsContext::load(const std::filesystem::path& certificate, const std::filesystem::path& privateKey) {
    const auto times = timesOf(certificate, privateKey);
    auto context = makeContext(certificate, privateKey);
    if (!context)
        return std::unexpected(context.error());
    const std::lock_guard lock(m_mutex);
    m_context = std::move(*context);
    m_certificate = certificate;
    m_privateKey = privateKey;
    m_times = times;
    m_refusedTimes = {};
    m_problem.clear();
    return {};
}

void TlsContext::reloadIfChanged() {
    std::filesystem::path certificate;
    std::filesystem::path privateKey;
    FileTimes times;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_context)
            return;
        times = timesOf(m_certificate, m_privateKey);
        if (times == m_times || times == m_refusedTimes)
            return;
        certificate = m_certificate;
        privateKey = m_privateKey;
    }
    const auto loaded = load(certificate, privateKey);
    if (loaded)
        return;
    // Half a replacement, most likely: the other half changes the times again.
    const std::lock_guard lock(m_mutex);
    m_refusedTimes = times;
    m_problem = describe(loaded.error());
}

std::string TlsContext::problem() const {
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

std::shared_ptr<ssl::context> TlsContext::current() const {
    const std::lock_guard lock(m_mutex);
    return m_context;
}

} // namespace essaim::tracker
