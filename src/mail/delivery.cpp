#include "mail/delivery.h"

#include <QFile>
#include <QUuid>

#include <curl/curl.h>

#include <memory>
#include <optional>
#include <string_view>

namespace essaim::mail {

namespace {

using Easy = std::unique_ptr<CURL, decltype([](CURL* handle) { curl_easy_cleanup(handle); })>;
using Multi = std::unique_ptr<CURLM, decltype([](CURLM* handle) { curl_multi_cleanup(handle); })>;
using Url = std::unique_ptr<CURLU, decltype([](CURLU* url) { curl_url_cleanup(url); })>;
using Mime = std::unique_ptr<curl_mime, decltype([](curl_mime* mime) { curl_mime_free(mime); })>;

class List {
public:
    void add(const QByteArray& line) {
        curl_slist* longer = curl_slist_append(m_list.get(), line.constData());
        if (longer == nullptr)
            return;
        (void)m_list.release();
        m_list.reset(longer);
    }
    [[nodiscard]] curl_slist* head() const { return m_list.get(); }

private:
    std::unique_ptr<curl_slist, decltype([](curl_slist* list) { curl_slist_free_all(list); })> m_list;
};

/// The command that the server was told last, of those whose refusal means something to the user: libcurl gives them
/// one and the same code.
enum class Stage { Begin, Sender, Recipient, Text };

int noteCommand(CURL*, curl_infotype type, char* data, std::size_t size, void* stage) {
    if (type != CURLINFO_HEADER_OUT)
        return 0;
    const std::string_view command(data, size);
    auto& now = *static_cast<Stage*>(stage);
    if (command.starts_with("MAIL FROM:"))
        now = Stage::Sender;
    else if (command.starts_with("RCPT TO:"))
        now = Stage::Recipient;
    else if (command.starts_with("DATA"))
        now = Stage::Text;
    return 0;
}

std::size_t ignore(const char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

/// As libcurl wants it; its parts are checked. Null: this is no name of a server.
Url urlOf(const Account& account) {
    Url url(curl_url());
    QString host = account.server;
    if (host.contains(u':') && !host.startsWith(u'['))
        host = u'[' + host + u']'; // an address of IPv6
    const char* scheme = account.encryption == Encryption::Tls ? "smtps" : "smtp";
    const bool isGood =
        url && curl_url_set(url.get(), CURLUPART_SCHEME, scheme, 0) == CURLUE_OK &&
        curl_url_set(url.get(), CURLUPART_HOST, host.toUtf8().constData(), 0) == CURLUE_OK &&
        curl_url_set(url.get(), CURLUPART_PORT, QByteArray::number(account.port).constData(), 0) == CURLUE_OK;
    return isGood ? std::move(url) : Url();
}

Fault faultOf(CURLcode code, Stage stage, int reply) {
    switch (code) {
    case CURLE_URL_MALFORMAT:
        return Fault::BadServer;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return Fault::UnknownServer;
    case CURLE_COULDNT_CONNECT:
        return Fault::NotReachable;
    case CURLE_OPERATION_TIMEDOUT:
        return Fault::Silent;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
        return Fault::NoEncryption;
    case CURLE_PEER_FAILED_VERIFICATION:
        return Fault::BadCertificate;
    case CURLE_LOGIN_DENIED:
        return Fault::LoginRefused;
    default:
        break;
    }
    constexpr int kFirstRefusal = 400;
    if (reply < kFirstRefusal)
        return Fault::Broken;
    switch (stage) {
    case Stage::Sender:
        return Fault::SenderRefused;
    case Stage::Recipient:
        return Fault::RecipientRefused;
    case Stage::Text:
        return Fault::MessageRefused;
    case Stage::Begin:
        break;
    }
    return Fault::Broken;
}

/// Not curl_easy_perform(): nothing could end that one while it waits for a name.
std::expected<CURLcode, Fault> perform(CURL* easy, const StopSignal& stop) {
    constexpr int kLookMs = 100; // at `stop`
    const Multi multi(curl_multi_init());
    if (!multi || curl_multi_add_handle(multi.get(), easy) != CURLM_OK)
        return std::unexpected(Fault::Broken);
    std::expected<CURLcode, Fault> result = std::unexpected(Fault::Broken);
    for (int running = 1; running > 0;) {
        if (stop.isOver()) {
            // libcurl says good-bye and waits for the answer, for two minutes unless it is told otherwise.
            curl_easy_setopt(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, 1L);
            result = std::unexpected(Fault::Stopped);
            break;
        }
        if (curl_multi_perform(multi.get(), &running) != CURLM_OK)
            break;
        if (running > 0 && curl_multi_poll(multi.get(), nullptr, 0, kLookMs, nullptr) != CURLM_OK)
            break;
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
            if (message->msg == CURLMSG_DONE)
                result = message->data.result;
        }
    }
    curl_multi_remove_handle(multi.get(), easy);
    return result;
}

/// Nothing: it cannot be read.
std::optional<QByteArray> passwordOf(const Account& account) {
    constexpr qint64 kLongest = 4096;
    if (!account.password.isEmpty())
        return account.password.toUtf8();
    QFile file(account.passwordFile);
    if (account.passwordFile.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.read(kLongest);
    return bytes.isEmpty() ? std::nullopt : std::optional(bytes);
}

void setServer(CURL* easy, const Account& account, const Url& url) {
    curl_easy_setopt(easy, CURLOPT_CURLU, url.get());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    const long use = account.encryption == Encryption::None ? CURLUSESSL_NONE : CURLUSESSL_ALL;
    curl_easy_setopt(easy, CURLOPT_USE_SSL, use);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!account.trustedCertificates.isEmpty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, QFile::encodeName(account.trustedCertificates).constData());
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, long(account.patience.count()));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L); // there is no next message
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);   // a name that nobody tells does not hold up the end
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, ignore);
}

} // namespace

bool Failure::mayPass() const {
    constexpr int kFirstPermanent = 500;
    switch (fault) {
    case Fault::UnknownServer: // also: this computer is not connected
    case Fault::NotReachable:
    case Fault::Silent:
        return true;
    case Fault::BadServer:
    case Fault::NoEncryption:
    case Fault::BadCertificate:
    case Fault::NoPassword:
    case Fault::Stopped:
        return false;
    case Fault::LoginRefused:
    case Fault::SenderRefused:
    case Fault::RecipientRefused:
    case Fault::MessageRefused:
    case Fault::Broken:
        break;
    }
    return reply < kFirstPermanent;
}

bool isServer(const QString& text) {
    Account account;
    account.server = text;
    return urlOf(account) != nullptr;
}

std::expected<void, Failure> deliver(const Account& account, const Message& message, const StopSignal& stop) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const Easy easy(ready == CURLE_OK ? curl_easy_init() : nullptr);
    if (!easy)
        return std::unexpected(Failure{});
    const Url url = urlOf(account);
    if (!url)
        return std::unexpected(Failure{Fault::BadServer});
    setServer(easy.get(), account, url);
    if (!account.user.isEmpty()) {
        const auto password = passwordOf(account);
        if (!password)
            return std::unexpected(Failure{Fault::NoPassword});
        curl_easy_setopt(easy.get(), CURLOPT_USERNAME, account.user.toUtf8().constData());
        curl_easy_setopt(easy.get(), CURLOPT_PASSWORD, password->constData());
    }

    List recipients;
    for (const QString& recipient : message.recipients)
        recipients.add('<' + recipient.toUtf8() + '>');
    List headers;
    for (const QByteArray& header :
         headersOf(message, QDateTime::currentDateTime(), QUuid::createUuid().toString(QUuid::WithoutBraces)))
        headers.add(header);
    const Mime mime(curl_mime_init(easy.get()));
    curl_mimepart* part = curl_mime_addpart(mime.get());
    QString text = message.text;
    text.remove(u'\r').replace(QStringLiteral("\n"), QStringLiteral("\r\n"));
    const QByteArray body = text.toUtf8();
    curl_mime_data(part, body.constData(), std::size_t(body.size()));
    curl_mime_type(part, "text/plain; charset=utf-8");
    curl_mime_encoder(part, "quoted-printable");
    curl_easy_setopt(easy.get(), CURLOPT_MAIL_FROM, ('<' + message.from.toUtf8() + '>').constData());
    curl_easy_setopt(easy.get(), CURLOPT_MAIL_RCPT, recipients.head());
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.head());
    curl_easy_setopt(easy.get(), CURLOPT_MIMEPOST, mime.get());

    Stage stage = Stage::Begin;
    curl_easy_setopt(easy.get(), CURLOPT_DEBUGFUNCTION, noteCommand);
    curl_easy_setopt(easy.get(), CURLOPT_DEBUGDATA, &stage);
    curl_easy_setopt(easy.get(), CURLOPT_VERBOSE, 1L); // noteCommand() hears it and nobody else

    const auto done = perform(easy.get(), stop);
    long reply = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &reply);
    if (!done)
        return std::unexpected(Failure{done.error(), 0});
    if (*done != CURLE_OK)
        return std::unexpected(Failure{faultOf(*done, stage, int(reply)), int(reply)});
    return {};
}

} // namespace essaim::mail
