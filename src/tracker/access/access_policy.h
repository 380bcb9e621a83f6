// Who may use the tracker.
#pragma once

#include "core/info_hash.h"
#include "tracker/tracker_config.h"
#include "tracker/wire/http_response.h"

#include <optional>
#include <string_view>
#include <vector>

namespace essaim::tracker {

/// Why an announce is not served: a sentence for the client's user, and when to come back (BEP 31).
struct Refusal {
    std::string_view reason;
    Retry retry = Retry::Unsaid;

    bool operator==(const Refusal&) const = default;
};

inline constexpr Refusal kNotHosted{"this tracker does not host this torrent"};
inline constexpr Refusal kTrackerFull{"this tracker is full", Retry::InHalfAnHour};
inline constexpr Refusal kPasskeyRequired{"passkey required", Retry::Never};
/// The same for unknown, malformed and revoked keys, so that nobody learns which.
inline constexpr Refusal kPasskeyRefused{"passkey not accepted", Retry::Never};

/// Access mode and friends' keys. Holds only digests of the keys. Immutable, hence thread-safe.
class AccessPolicy {
public:
    AccessPolicy(AccessMode mode, const std::vector<Friend>& friends);

    /// Nothing = may go on. The torrent itself is checked by the store, see onlyHosted().
    [[nodiscard]] std::optional<Refusal> check(std::string_view passkey) const;
    [[nodiscard]] bool onlyHosted() const { return m_mode != AccessMode::Open; }
    [[nodiscard]] bool needsPasskey() const { return m_mode == AccessMode::Friends; }

private:
    AccessMode m_mode;
    std::vector<Sha256Hash> m_digests; ///< sorted
};

} // namespace essaim::tracker
