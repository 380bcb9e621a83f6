// Options that download and seed share.
#pragma once

#include "engine/session.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace essaim::cli {

struct NetworkOptions {
    int port = 0;
    bool offline = false;
    std::string bind;
    std::vector<std::string> peers;
    std::string downloadLimit; ///< bytes a second as parseByteSize() reads them; empty or 0 = none
    std::string uploadLimit;

    void describe(CLI::App& command);
    /// What is wrong with them, as a sentence.
    [[nodiscard]] std::optional<QString> problem() const;
    [[nodiscard]] engine::SessionSettings settings() const;
};

} // namespace essaim::cli
