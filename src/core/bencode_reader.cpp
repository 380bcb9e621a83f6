// The bencode parser: one pass, an explicit stack, a flat list of tokens.
#include "core/bencode_reader.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>
#include <utility>

namespace essaim {

/// Builds the tokens of one document. Lives for one call of parse().
class BencodeDocument::Parser {
public:
    Parser(BencodeDocument& document, const BencodeLimits& limits)
        : m_document(document)
        , m_bytes(document.m_bytes)
        , m_maxDepth(limits.maxDepth)
        , m_maxTokens(std::min<std::size_t>(limits.maxTokens, std::numeric_limits<std::uint32_t>::max())) {}

    Expected<void> run() {
        if (m_bytes.size() > kMaxBytes)
            return refuse("too large", Fault::TooManyValues, kMaxBytes);
        m_document.m_tokens.reserve(std::min(countValues(), m_maxTokens));
        do {
            if (auto step = parseOne(); !step)
                return step;
        } while (!m_open.empty());
        if (m_position != m_bytes.size())
            return refuse("bytes after the end", Fault::BytesAfterEnd);
        return {};
    }

private:
    /// A container whose end has not been seen.
    struct Open {
        std::uint32_t token;
        bool wantsKey = false; ///< dictionaries: the next value is a key
        bool hasKey = false;   ///< dictionaries: lastKey is set
        std::string_view lastKey = {};
    };

    /// How many tokens there will be, if the document is sound; else a guess that is not larger than the document.
    [[nodiscard]] std::size_t countValues() const {
        std::size_t count = 0;
        std::size_t length = 0; // of the string that begins here
        for (std::size_t at = 0; at < m_bytes.size(); ++at) {
            const char c = m_bytes[at];
            if (c >= '0' && c <= '9') {
                length = std::min(length * 10 + std::size_t(c - '0'), m_bytes.size());
            } else if (c == ':') {
                at += std::exchange(length, 0);
                ++count;
            } else if (c == 'i') {
                at = std::min(m_bytes.find('e', at), m_bytes.size());
                ++count;
            } else if (c != 'e') {
                ++count;
            }
        }
        return count;
    }

    std::unexpected<Error>
    refuse(std::string_view what, Fault fault = Fault::NotBencoded, std::size_t limit = 0) const {
        if (fault == Fault::NotBencoded && atEnd())
            fault = Fault::CutShort;
        Error error{ErrorKind::InvalidData, Operation::None, {}, {}};
        error.detail = "byte " + std::to_string(m_position) + ": " + std::string(what);
        error.refusal = Refusal{fault, {}, std::int64_t(m_position), std::int64_t(limit)};
        return std::unexpected(std::move(error));
    }

    bool atEnd() const { return m_position == m_bytes.size(); }
    char current() const { return m_bytes[m_position]; }
    bool atDigit() const { return !atEnd() && current() >= '0' && current() <= '9'; }

    /// One value, the start of a container, or the end of one.
    Expected<void> parseOne() {
        if (atEnd())
            return refuse("unexpected end", Fault::CutShort);
        if (current() == 'e' && !m_open.empty())
            return closeContainer();
        if (m_document.m_tokens.size() >= m_maxTokens)
            return refuse("too many values", Fault::TooManyValues, m_maxTokens);
        if (!m_open.empty() && m_open.back().wantsKey)
            return parseKey();
        countElement();
        switch (current()) {
        case 'i':
            return parseInteger();
        case 'l':
            return openContainer(Type::List);
        case 'd':
            return openContainer(Type::Dictionary);
        default:
            return parseString();
        }
    }

    void countElement() {
        if (m_open.empty())
            return;
        auto& open = m_open.back();
        open.wantsKey = m_document.m_tokens[open.token].type == Type::Dictionary;
    }

    [[nodiscard]] std::uint32_t position() const { return static_cast<std::uint32_t>(m_position); }

    Token& addToken(Type type) {
        const auto next = static_cast<std::uint32_t>(m_document.m_tokens.size() + 1);
        return m_document.m_tokens.emplace_back(Token{type, 0, next, position(), 0});
    }

    Expected<void> openContainer(Type type) {
        if (m_open.size() >= m_maxDepth)
            return refuse("nested too deeply", Fault::TooDeep, m_maxDepth);
        m_open.push_back({static_cast<std::uint32_t>(m_document.m_tokens.size()), type == Type::Dictionary});
        addToken(type);
        ++m_position;
        return {};
    }

    Expected<void> closeContainer() {
        const auto& open = m_open.back();
        auto& token = m_document.m_tokens[open.token];
        if (token.type == Type::Dictionary && !open.wantsKey)
            return refuse("a key without a value");
        ++m_position;
        token.end = position();
        token.next = static_cast<std::uint32_t>(m_document.m_tokens.size());
        m_open.pop_back();
        return {};
    }

    Expected<void> parseKey() {
        if (auto key = parseString(); !key)
            return key;
        const auto& token = m_document.m_tokens.back();
        const auto key = m_bytes.substr(token.begin + token.prefix, token.end - token.begin - token.prefix);
        auto& open = m_open.back();
        if (open.hasKey && key <= open.lastKey)
            m_document.m_canonical = false;
        open.lastKey = key;
        open.hasKey = true;
        open.wantsKey = false;
        return {};
    }

    /// Digits without a leading zero as a number of at most `maximum`; `tooLarge` is what is wrong beyond that.
    Expected<std::uint64_t> parseDigits(std::uint64_t maximum, Fault tooLarge = Fault::NotBencoded) {
        if (!atDigit())
            return refuse("expected a digit");
        if (current() == '0') {
            ++m_position;
            if (atDigit())
                return refuse("leading zero");
            return std::uint64_t{0};
        }
        std::uint64_t value = 0;
        for (; atDigit(); ++m_position) {
            const auto digit = static_cast<std::uint64_t>(current() - '0');
            if (digit > maximum || value > (maximum - digit) / 10)
                return refuse("number too large", tooLarge);
            value = value * 10 + digit;
        }
        return value;
    }

    Expected<void> parseInteger() {
        auto& token = addToken(Type::Integer);
        ++m_position;
        const bool negative = !atEnd() && current() == '-';
        if (negative)
            ++m_position;
        constexpr auto kMaximum = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        const auto digits = parseDigits(kMaximum + (negative ? 1 : 0));
        if (!digits)
            return std::unexpected(digits.error());
        if (negative && *digits == 0)
            return refuse("minus zero");
        if (atEnd() || current() != 'e')
            return refuse("expected the end of an integer");
        ++m_position;
        token.end = position();
        return {};
    }

    Expected<void> parseString() {
        if (!atDigit())
            return refuse("expected a value");
        auto& token = addToken(Type::String);
        const auto length = parseDigits(m_bytes.size(), Fault::CutShort);
        if (!length)
            return std::unexpected(length.error());
        if (atEnd() || current() != ':')
            return refuse("expected a colon after the length of a string");
        ++m_position;
        if (*length > m_bytes.size() - m_position)
            return refuse("string longer than the document", Fault::CutShort);
        token.prefix = static_cast<std::uint8_t>(m_position - token.begin); // the length has ten digits at most
        m_position += static_cast<std::size_t>(*length);
        token.end = position();
        return {};
    }

    BencodeDocument& m_document;
    std::string_view m_bytes;
    std::size_t m_maxDepth;
    std::size_t m_maxTokens;
    std::size_t m_position = 0;
    std::vector<Open> m_open;
};

Expected<BencodeDocument> BencodeDocument::parse(std::string_view bytes, const BencodeLimits& limits) {
    BencodeDocument document;
    document.m_bytes = bytes;
    if (auto parsed = Parser(document, limits).run(); !parsed)
        return std::unexpected(std::move(parsed.error()));
    return document;
}

BencodeDocument::Value BencodeDocument::root() const {
    return m_tokens.empty() ? Value() : Value(this, 0);
}

bool BencodeDocument::Value::is(Type type) const {
    return m_document && token().type == type;
}

std::optional<std::int64_t> BencodeDocument::Value::integer() const {
    if (!is(Type::Integer))
        return std::nullopt;
    const auto digits = m_document->m_bytes.substr(token().begin + 1, token().end - token().begin - 2);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value); // fits: it was looked at when it was parsed
    return value;
}

std::optional<std::string_view> BencodeDocument::Value::string() const {
    if (!is(Type::String))
        return std::nullopt;
    const std::size_t text = token().begin + token().prefix;
    return m_document->m_bytes.substr(text, token().end - text);
}

std::size_t BencodeDocument::Value::size() const {
    if (!is(Type::List) && !is(Type::Dictionary))
        return 0;
    std::size_t values = 0;
    for (std::uint32_t i = m_index + 1; i < token().next; i = m_document->m_tokens[i].next)
        ++values;
    return is(Type::List) ? values : values / 2;
}

BencodeDocument::Value BencodeDocument::Value::operator[](std::string_view key) const {
    if (!is(Type::Dictionary))
        return {};
    const auto& tokens = m_document->m_tokens;
    for (std::uint32_t i = m_index + 1; i < token().next; i = tokens[i + 1].next) {
        if (Value(m_document, i).string() == key)
            return Value(m_document, i + 1);
    }
    return {};
}

std::string_view BencodeDocument::Value::encoded() const {
    return m_document ? m_document->m_bytes.substr(token().begin, token().end - token().begin) : std::string_view();
}

} // namespace essaim
