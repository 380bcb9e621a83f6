// The one secret of a host, of which the keys and invites of its friends are made.
#pragma once

#include "core/error.h"
#include "storage/friend_store.h"

#include <filesystem>
#include <string>

namespace essaim::tracker {

/// 256 random bits in a file of their own, beside the database and never in it: a copy of the database gives no key
/// away, and links can be made again at any time. A value; wiped when it goes.
class HostSecret {
public:
    /// Reads the file; mends it from its copy ("FILE.copy") if it is lost or damaged; makes both if there is none.
    /// What is damaged beyond help is kept as "FILE.damaged". Mode 0600, durable when it returns.
    /// A file that is there but cannot be read is an error: a new secret would lock nobody out, but make every link
    /// that was given away one that cannot be made again.
    [[nodiscard]] static Expected<HostSecret> open(const std::filesystem::path& file);

    explicit HostSecret(const Sha256Hash& bytes)
        : m_bytes(bytes) {}
    HostSecret(const HostSecret&) = default;
    HostSecret& operator=(const HostSecret&) = default;
    ~HostSecret();

    /// 40 hexadecimal digits (160 bits) for announce URLs.
    [[nodiscard]] std::string passkeyOf(const storage::KeySalt& salt) const;
    /// The host's own, of the same form. The salt of one that was never renewed is all zeros.
    [[nodiscard]] std::string ownPasskey(const storage::KeySalt& salt = {}) const;
    /// 32 hexadecimal digits (128 bits) for the link to the invite page; says nothing about the passkey.
    [[nodiscard]] std::string inviteTokenOf(const storage::KeySalt& salt) const;
    /// For announce URLs of the tracker of the friend `standIn`, who learns nothing of the passkey by it.
    [[nodiscard]] std::string standInPasskeyOf(const storage::KeySalt& salt, std::int64_t standIn) const;
    /// 32 hexadecimal digits: with them this host asks the friend who has this salt what happened while it was away.
    [[nodiscard]] std::string reportTokenOf(const storage::KeySalt& salt) const;
    /// 32 hexadecimal digits that this friend's invite page shows to nobody else, whatever key the friend has: by them
    /// a program knows that a new link leads to a host it follows already. Secret: who knows them passes for this host
    /// there.
    [[nodiscard]] std::string bondOf(std::int64_t friendId, std::int64_t addedAt) const;

private:
    [[nodiscard]] Sha256Hash derive(std::string_view purpose, const storage::KeySalt& salt) const;

    Sha256Hash m_bytes;
};

} // namespace essaim::tracker
