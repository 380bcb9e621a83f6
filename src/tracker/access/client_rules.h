// Which programs may take part, by the beginning of their peer id (BEP 20).
#pragma once

#include "tracker/tracker_config.h"
#include "tracker/wire/announce_request.h"

#include <vector>

namespace essaim::tracker {

/// Ordered rules; the first whose prefix matches decides, and a client that none matches is allowed. Immutable.
class ClientRules {
public:
    explicit ClientRules(std::vector<ClientRule> rules)
        : m_rules(std::move(rules)) {}

    /// The rule that refuses this client, or null. A peer id is easily changed: this keeps honest but faulty
    /// programs out, nobody else.
    [[nodiscard]] const ClientRule* refusing(const AnnounceRequest& request) const {
        const std::string_view id(reinterpret_cast<const char*>(request.peerId.data()), request.peerId.size());
        for (const auto& rule : m_rules) {
            if (id.starts_with(rule.prefix))
                return rule.allow ? nullptr : &rule;
        }
        return nullptr;
    }

private:
    std::vector<ClientRule> m_rules;
};

} // namespace essaim::tracker
