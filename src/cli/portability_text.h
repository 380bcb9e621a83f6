// Findings of the portability check in words.
#pragma once

#include "engine/portability.h"

#include <QJsonObject>

namespace essaim::cli {

/// One line: what is wrong with which file, and what helps.
[[nodiscard]] QString issueLine(const engine::PortabilityIssue& issue);
[[nodiscard]] QJsonObject issueObject(const engine::PortabilityIssue& issue);

} // namespace essaim::cli
