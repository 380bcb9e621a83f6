#include "tracker/access/host_secret.h"

#include "storage/durable_file.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <system_error>

namespace essaim::tracker {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHead = "# With this file the links of your friends are made again. Keep it private, and "
                                   "keep a copy of it with the one of\n"
                                   "# tracker.db.\n"
                                   "essaim-tracker-secret-1\n";
constexpr std::size_t kLongestFile = 4096;
constexpr std::size_t kCheckDigits = 16;

std::string checkOf(const Sha256Hash& secret) {
    Sha256Hash digest;
    SHA256(secret.bytes.data(), secret.bytes.size(), digest.bytes.data());
    return digest.toHex().substr(0, kCheckDigits);
}

std::string encode(const Sha256Hash& secret) {
    return std::string(kHead) + secret.toHex() + "\n" + checkOf(secret) + "\n";
}

/// InvalidData if it is not what encode() wrote.
Expected<Sha256Hash> read(const fs::path& file) {
    auto text = storage::readFile(file, kLongestFile);
    if (!text && text.error().kind == ErrorKind::Unsupported)
        return failure(ErrorKind::InvalidData, Operation::OpenStore, file.string(), "too long for a secret");
    if (!text)
        return std::unexpected(text.error());
    const auto digits = std::string_view(*text).substr(std::min(kHead.size(), text->size()), 2 * Sha256Hash::kSize);
    const auto secret = Sha256Hash::fromHex(digits);
    const bool isWhole = secret && encode(*secret) == *text;
    OPENSSL_cleanse(text->data(), text->size());
    if (!isWhole)
        return failure(ErrorKind::InvalidData, Operation::OpenStore, file.string(), "damaged");
    return *secret;
}

Expected<void> write(const fs::path& file, const Sha256Hash& secret) {
    auto written = storage::replaceFile(file, encode(secret));
    return written ? storage::syncFolder(file.parent_path()) : written;
}

bool isLost(const Expected<Sha256Hash>& secret) {
    return !secret && (secret.error().kind == ErrorKind::NotFound || secret.error().kind == ErrorKind::InvalidData);
}

fs::path withSuffix(const fs::path& file, const char* suffix) {
    fs::path result = file;
    result += suffix;
    return result;
}

/// Puts what cannot be read aside: perhaps a person can make something of it.
void putAside(const fs::path& file) {
    std::error_code ignored;
    fs::rename(file, withSuffix(file, ".damaged"), ignored);
}

} // namespace

Expected<HostSecret> HostSecret::open(const fs::path& file) {
    const fs::path copy = withSuffix(file, ".copy");
    auto secret = read(file);
    if (!secret && !isLost(secret))
        return std::unexpected(secret.error());
    const auto second = read(copy);
    if (secret) {
        if (!second || *second != *secret)
            (void)write(copy, *secret); // tried again at the next start
        return HostSecret(*secret);
    }
    if (!second && !isLost(second))
        return std::unexpected(second.error());
    for (const auto& [which, content] : {std::pair(file, secret), std::pair(copy, second)}) {
        if (!content && content.error().kind == ErrorKind::InvalidData)
            putAside(which);
    }
    secret = second;
    if (!secret) {
        secret = Sha256Hash();
        if (RAND_bytes(secret->bytes.data(), static_cast<int>(secret->bytes.size())) != 1)
            return failure(ErrorKind::Internal, Operation::SaveStore, {}, "no randomness for a secret");
    }
    if (auto written = write(file, *secret); !written)
        return std::unexpected(written.error());
    if (!second)
        (void)write(copy, *secret);
    return HostSecret(*secret);
}

HostSecret::~HostSecret() {
    OPENSSL_cleanse(m_bytes.bytes.data(), m_bytes.bytes.size());
}

std::string HostSecret::passkeyOf(const storage::KeySalt& salt) const {
    return derive("essaim announce key 1", salt).toHex().substr(0, 40);
}

std::string HostSecret::ownPasskey(const storage::KeySalt& salt) const {
    return derive("essaim own key 1", salt).toHex().substr(0, 40);
}

std::string HostSecret::inviteTokenOf(const storage::KeySalt& salt) const {
    return derive("essaim invite 1", salt).toHex().substr(0, 32);
}

std::string HostSecret::standInPasskeyOf(const storage::KeySalt& salt, std::int64_t standIn) const {
    return derive("essaim stand-in key 1 " + std::to_string(standIn), salt).toHex().substr(0, 40);
}

std::string HostSecret::reportTokenOf(const storage::KeySalt& salt) const {
    return derive("essaim stand-in report 1", salt).toHex().substr(0, 32);
}

std::string HostSecret::bondOf(std::int64_t friendId, std::int64_t addedAt) const {
    const std::string purpose = "essaim bond 1 " + std::to_string(friendId) + ' ' + std::to_string(addedAt);
    return derive(purpose, storage::KeySalt{}).toHex().substr(0, 32);
}

Sha256Hash HostSecret::derive(std::string_view purpose, const storage::KeySalt& salt) const {
    std::string message(purpose);
    message += '\0';
    message.append(salt.begin(), salt.end());
    Sha256Hash result;
    HMAC(
        EVP_sha256(), m_bytes.bytes.data(), static_cast<int>(m_bytes.bytes.size()),
        reinterpret_cast<const unsigned char*>(message.data()), message.size(), result.bytes.data(), nullptr);
    return result;
}

} // namespace essaim::tracker
