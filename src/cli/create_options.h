// What the command line says about a new torrent, and the request that follows from it.
#pragma once

#include "core/error.h"
#include "engine/create_torrent.h"

#include <CLI/CLI.hpp>

namespace essaim::cli {

struct CreateOptions {
    std::vector<std::string> paths;
    std::string
        output; ///< file, folder, or pattern with {name}; empty = beside the working directory as {name}.torrent
    bool each = false;
    std::vector<std::string> trackers; ///< a tier each; several URLs of one tier stand in one, with commas
    std::vector<std::string> webSeeds;
    std::string pieceSize = "auto";
    int wantedPieces = 0;
    std::string format = "v1";
    bool isPrivate = false;
    bool padFiles = false;
    bool noAttributes = false;
    bool noDate = false;
    std::string name;
    std::string comment;
    std::string source;
    std::vector<std::string> exclude;
    std::vector<std::string> include;
    bool keepJunk = false;
    bool skipHidden = false;
    bool skipLinks = false;
    bool sequential = false;
    bool gentle = false;
    int threads = 0;
    bool noCache = false;
    std::string cacheFile;
    bool strict = false;
    bool dryRun = false;
    bool json = false;

    void describe(CLI::App& command);
    /// Errors: InvalidData, with what is wrong in `detail` for people.
    [[nodiscard]] std::expected<engine::CreateTorrentRequest, QString> request() const;
};

} // namespace essaim::cli
