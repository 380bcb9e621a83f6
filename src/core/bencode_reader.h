// Reading bencoding (BEP 3) from hostile bytes: strict, iterative, bounded, without copies.
#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace essaim {

/// Bounds on one document. What exceeds them is refused, never truncated.
struct BencodeLimits {
    std::size_t maxDepth = 64;         ///< containers inside containers
    std::size_t maxTokens = 1'500'000; ///< integers, strings, containers and keys together
};

/// One decoded document. Holds views into the bytes given to parse(), which must outlive it.
///
/// Strict: no leading zeros, no "-0", no integer outside 64 bits, no bytes after the root. Keys out of order or
/// twice are accepted and reported by isCanonical(), because real files have them; the gate decides.
class BencodeDocument {
public:
    class Value;
    /// Nothing longer is parsed; offsets are kept in 32 bits.
    static constexpr std::size_t kMaxBytes = 0xffff'ffff;
    enum class Type : std::uint8_t { Integer, String, List, Dictionary };

    [[nodiscard]] static Expected<BencodeDocument> parse(std::string_view bytes, const BencodeLimits& limits = {});

    [[nodiscard]] Value root() const;
    /// True if every dictionary has sorted, unique keys: then encoding again gives the same bytes.
    [[nodiscard]] bool isCanonical() const { return m_canonical; }

private:
    friend class Value;
    class Parser;
    /// Kept small: a torrent of many files has millions.
    struct Token {
        Type type;
        std::uint8_t prefix; ///< strings: bytes before the text
        std::uint32_t next;  ///< index of the token after this value and all it holds
        std::uint32_t begin; ///< first byte of the encoded value
        std::uint32_t end;   ///< one past its last byte
    };
    std::string_view m_bytes;
    std::vector<Token> m_tokens;
    bool m_canonical = true;
};

/// View of one value inside a document. Cheap to copy; an absent value answers every question with "nothing".
class BencodeDocument::Value {
public:
    Value() = default;
    [[nodiscard]] explicit operator bool() const { return m_document != nullptr; }
    [[nodiscard]] bool is(Type type) const;
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    [[nodiscard]] std::optional<std::string_view> string() const;
    /// Elements of a list, or values of a dictionary; 0 for anything else. Counts them.
    [[nodiscard]] std::size_t size() const;
    /// Calls `visit(Value)` for each element of a list, in order.
    template <typename Visit>
    void forEach(Visit&& visit) const;
    /// Calls `visit(std::string_view key, Value)` for each entry of a dictionary, in file order.
    template <typename Visit>
    void forEachEntry(Visit&& visit) const;
    /// First entry with this key. Linear in the entries of this dictionary.
    [[nodiscard]] Value operator[](std::string_view key) const;
    /// The bytes of the value as they stand in the document: what an info-hash is made of.
    [[nodiscard]] std::string_view encoded() const;

private:
    friend class BencodeDocument;
    Value(const BencodeDocument* document, std::uint32_t index)
        : m_document(document)
        , m_index(index) {}
    [[nodiscard]] const Token& token() const { return m_document->m_tokens[m_index]; }

    const BencodeDocument* m_document = nullptr;
    std::uint32_t m_index = 0;
};

template <typename Visit>
void BencodeDocument::Value::forEach(Visit&& visit) const {
    if (!is(Type::List))
        return;
    for (std::uint32_t i = m_index + 1; i < token().next; i = m_document->m_tokens[i].next)
        visit(Value(m_document, i));
}

template <typename Visit>
void BencodeDocument::Value::forEachEntry(Visit&& visit) const {
    if (!is(Type::Dictionary))
        return;
    for (std::uint32_t i = m_index + 1; i < token().next;) {
        const Value key(m_document, i);
        i = m_document->m_tokens[i].next;
        visit(*key.string(), Value(m_document, i));
        i = m_document->m_tokens[i].next;
    }
}

} // namespace essaim
