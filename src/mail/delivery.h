// Handing a message over to a mail server.
#pragma once

#include "mail/message.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <expected>

namespace essaim::mail {

/// What the conversation with the server is hidden with. The numbers are those of settings::kMailEncryption.
enum class Encryption {
    StartTls, ///< begins in the open; nothing but the wish to encrypt is said before
    Tls,      ///< from the first byte
    None,     ///< the password, too, can be read on the way
};

/// Who sends, and through which server.
struct Account {
    QString server; ///< a name or an address, without a scheme
    int port = 587;
    Encryption encryption = Encryption::StartTls;
    QString user; ///< empty = no login
    QString password;
    QString passwordFile;                       ///< holds it, UTF-8, if `password` is empty
    std::chrono::milliseconds patience{60'000}; ///< for the whole conversation
    QString trustedCertificates;                ///< a PEM file; empty = those that the system trusts
};

enum class Fault {
    BadServer,      ///< no such name could be
    UnknownServer,  ///< no address for the name
    NotReachable,   ///< nobody listens, or no way leads there
    Silent,         ///< it did not answer in time
    NoEncryption,   ///< it does not speak the one that is asked for
    BadCertificate, ///< it cannot prove that it is the server of that name
    NoPassword,     ///< there is a user, and the file cannot be read
    LoginRefused,
    SenderRefused,
    RecipientRefused,
    MessageRefused,
    Broken,  ///< the conversation ended in another way
    Stopped, ///< by this program
};

/// Holds no word of the server: it might repeat what the login was.
struct Failure {
    Fault fault = Fault::Broken;
    int reply = 0; ///< the server's last number (RFC 5321); 0 = it gave none

    /// Whether the same may go well later without anybody changing anything.
    [[nodiscard]] bool mayPass() const;
};

/// Ends a delivery from another thread.
class StopSignal {
public:
    using Clock = std::chrono::steady_clock;
    void stopAt(Clock::time_point time) { m_time = time.time_since_epoch().count(); }
    [[nodiscard]] bool isOver() const { return Clock::now().time_since_epoch().count() >= m_time; }

private:
    std::atomic<Clock::rep> m_time = Clock::time_point::max().time_since_epoch().count();
};

/// Whether a server could have this name or address; a scheme, a port or a path is no part of one.
[[nodiscard]] bool isServer(const QString& text);

/// Blocks until the server has taken the message for all recipients, or one of them is not to be had: then for none.
/// Certificates are verified, and nothing goes out in the open that the account wants encrypted. Any thread. Addresses
/// must satisfy isAddress().
[[nodiscard]] std::expected<void, Failure>
deliver(const Account& account, const Message& message, const StopSignal& stop);

} // namespace essaim::mail
