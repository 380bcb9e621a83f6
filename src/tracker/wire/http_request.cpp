#include "tracker/wire/http_request.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

constexpr int kMaxFields = 64;

/// Takes one line off `rest`, without its line end.
std::string_view takeLine(std::string_view& rest) {
    const auto end = rest.find('\n');
    auto line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalIgnoringCase(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool listHas(std::string_view list, std::string_view token) {
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (equalIgnoringCase(trimmed(list.substr(0, comma)), token))
            return true;
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
    return false;
}

/// "http://host:port/path?query" becomes "/path?query".
std::string_view originForm(std::string_view target) {
    if (target.starts_with('/'))
        return target;
    const auto scheme = target.find("://");
    if (scheme == std::string_view::npos)
        return {};
    const auto slash = target.find('/', scheme + 3);
    return slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
}

bool isTokenCharacter(char c) {
    return c > ' ' && c < 0x7f && c != ':';
}

/// A line that begins with a space goes on with the one before (which nobody may send any more), and a space before
/// the colon is read differently by different servers: both are how requests are smuggled past a proxy.
bool isFieldName(std::string_view name) {
    return !name.empty() && isTokenCharacter(name.front()) && isTokenCharacter(name.back());
}

HttpRequest::Method methodOf(std::string_view word) {
    if (word == "GET")
        return HttpRequest::Method::Get;
    return word == "HEAD" ? HttpRequest::Method::Head : HttpRequest::Method::Other;
}

struct RequestLine {
    HttpRequest request;
    bool isHttp10 = false;
};

std::expected<RequestLine, int> parseRequestLine(std::string_view line) {
    const auto firstSpace = line.find(' ');
    const auto lastSpace = line.rfind(' ');
    if (firstSpace == std::string_view::npos || firstSpace == 0 || lastSpace == firstSpace)
        return std::unexpected(400);
    const auto method = line.substr(0, firstSpace);
    const auto version = line.substr(lastSpace + 1);
    if (!version.starts_with("HTTP/") || !std::ranges::all_of(method, isTokenCharacter))
        return std::unexpected(400);
    if (version != "HTTP/1.0" && version != "HTTP/1.1")
        return std::unexpected(505);
    auto target = originForm(line.substr(firstSpace + 1, lastSpace - firstSpace - 1));
    if (target.empty() || target.contains(' '))
        return std::unexpected(400);
    target = target.substr(0, target.find('#'));

    RequestLine result;
    result.isHttp10 = version.ends_with('0');
    result.request.method = methodOf(method);
    const auto question = target.find('?');
    result.request.path = target.substr(0, question);
    if (question != std::string_view::npos)
        result.request.query = target.substr(question + 1);
    return result;
}

/// What the header fields decide.
struct HeaderFacts {
    HttpRequest& request;
    int hosts = 0;
    bool close = false;
    bool hasBody = false;
    bool tooMany = false;

    void keep(HeaderValues& values, std::string_view value) {
        if (values.count == HeaderValues::kMax)
            tooMany = true;
        else
            values.values[values.count++] = value;
    }

    void takeHost(std::string_view value) {
        ++hosts;
        request.host = value;
    }

    void add(std::string_view name, std::string_view value) {
        if (equalIgnoringCase(name, "Host"))
            takeHost(value);
        else if (equalIgnoringCase(name, "Connection"))
            close = close || listHas(value, "close");
        else if (equalIgnoringCase(name, "Transfer-Encoding"))
            hasBody = true;
        else if (equalIgnoringCase(name, "Content-Length"))
            hasBody = hasBody || value != "0";
        else if (equalIgnoringCase(name, "Accept-Language"))
            request.acceptLanguage = value;
        else if (equalIgnoringCase(name, "X-Forwarded-For"))
            keep(request.forwardedFor, value);
        else if (equalIgnoringCase(name, "Forwarded"))
            keep(request.forwarded, value);
    }
};

} // namespace

std::optional<std::size_t> findHeadEnd(std::string_view buffer, std::size_t& scanned) {
    while (scanned < buffer.size()) {
        const auto lineEnd = buffer.find('\n', scanned);
        if (lineEnd == std::string_view::npos) {
            scanned = buffer.size();
            return std::nullopt;
        }
        const auto after = buffer.substr(lineEnd + 1);
        if (after.starts_with('\n'))
            return lineEnd + 2;
        if (after.starts_with("\r\n"))
            return lineEnd + 3;
        if (after.empty() || after == "\r") {
            scanned = lineEnd; // the next bytes decide whether this was the last line
            return std::nullopt;
        }
        scanned = lineEnd + 1;
    }
    return std::nullopt;
}

std::expected<HttpRequest, int> parseHttpHead(std::string_view head) {
    if (head.starts_with("\r\n")) // some clients end what they sent before with one line end too many
        head.remove_prefix(2);
    auto line = parseRequestLine(takeLine(head));
    if (!line)
        return std::unexpected(line.error());
    HeaderFacts facts{line->request};
    int fields = 0;
    for (auto field = takeLine(head); !field.empty(); field = takeLine(head)) {
        if (++fields > kMaxFields)
            return std::unexpected(431);
        const auto colon = field.find(':');
        if (colon == std::string_view::npos || !isFieldName(field.substr(0, colon)))
            return std::unexpected(400);
        facts.add(field.substr(0, colon), trimmed(field.substr(colon + 1)));
    }
    if (facts.tooMany)
        return std::unexpected(431);
    if (facts.hosts > 1 || (facts.hosts == 0 && !line->isHttp10))
        return std::unexpected(400);
    line->request.keepAlive =
        !line->isHttp10 && !facts.close && !facts.hasBody && line->request.method != HttpRequest::Method::Other;
    return line->request;
}

} // namespace essaim::tracker
