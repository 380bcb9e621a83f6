#include "hashing/password_hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

namespace essaim::hashing {

namespace {

constexpr std::size_t kSalt = 16;
constexpr std::size_t kKey = 32;
constexpr std::uint64_t kMemory = 128 * 1024 * 1024; ///< bytes that a hash may ask for

struct Parts {
    std::uint64_t cost = 32768; ///< N
    std::uint64_t block = 8;    ///< r
    std::uint64_t lanes = 1;    ///< p
    std::array<unsigned char, kSalt> salt{};
    std::array<unsigned char, kKey> key{};
};

bool derive(std::string_view password, Parts& parts) {
    return EVP_PBE_scrypt(
               password.data(), password.size(), parts.salt.data(), parts.salt.size(), parts.cost, parts.block,
               parts.lanes, kMemory, parts.key.data(), parts.key.size()) == 1;
}

std::string toHex(const auto& bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

bool fromHex(std::string_view text, auto& bytes) {
    if (text.size() != bytes.size() * 2)
        return false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char* const begin = text.data() + 2 * i;
        if (std::from_chars(begin, begin + 2, bytes[i], 16).ptr != begin + 2)
            return false;
    }
    return true;
}

bool fromText(std::string_view text, std::uint64_t& number) {
    return std::from_chars(text.data(), text.data() + text.size(), number).ptr == text.data() + text.size() &&
           !text.empty();
}

std::optional<Parts> parse(std::string_view hash) {
    std::vector<std::string_view> fields;
    for (std::size_t colon = hash.find(':'); colon != std::string_view::npos; colon = hash.find(':')) {
        fields.push_back(hash.substr(0, colon));
        hash.remove_prefix(colon + 1);
    }
    fields.push_back(hash);
    Parts parts;
    const bool isRead = fields.size() == 6 && fields[0] == "scrypt" && fromText(fields[1], parts.cost) &&
                        fromText(fields[2], parts.block) && fromText(fields[3], parts.lanes) &&
                        fromHex(fields[4], parts.salt) && fromHex(fields[5], parts.key);
    constexpr std::uint64_t kMostWork = 1U << 20U;
    if (!isRead || parts.cost > kMostWork || parts.block > 32 || parts.lanes > 16)
        return std::nullopt;
    return parts;
}

} // namespace

std::optional<std::string> hashPassword(std::string_view password) {
    Parts parts;
    if (RAND_bytes(parts.salt.data(), int(parts.salt.size())) != 1 || !derive(password, parts))
        return std::nullopt;
    return "scrypt:" + std::to_string(parts.cost) + ':' + std::to_string(parts.block) + ':' +
           std::to_string(parts.lanes) + ':' + toHex(parts.salt) + ':' + toHex(parts.key);
}

bool isPasswordOf(std::string_view password, std::string_view hash) {
    auto parts = parse(hash);
    if (!parts)
        return false;
    const auto wanted = parts->key;
    return derive(password, *parts) && CRYPTO_memcmp(wanted.data(), parts->key.data(), wanted.size()) == 0;
}

bool isPasswordHash(std::string_view hash) {
    return parse(hash).has_value();
}

} // namespace essaim::hashing
