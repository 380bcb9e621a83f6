// Hashes of the pieces of version 2, which travel outside the info dictionary (BEP 52).
#pragma once

#include "core/bencode_reader.h"
#include "core/refusal.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace essaim::engine {

/// Views into the document.
class PieceLayers {
public:
    /// `layers` may be absent: a torrent made of metadata from peers has none, the hashes come from peers too.
    PieceLayers(BencodeDocument::Value layers, std::int64_t pieceLength);

    /// Whether the hashes of a file are there and are those that its own hash was made of.
    [[nodiscard]] std::optional<Refusal> check(const std::string& path, std::int64_t size, std::string_view piecesRoot);
    /// Whether every layer belonged to a file, once all files were checked.
    [[nodiscard]] std::optional<Refusal> checkAllUsed() const;

private:
    struct Layer {
        std::string_view hashes;
        bool isUsed = false;
    };

    std::int64_t m_pieceLength;
    bool m_isDictionary = true;
    std::map<std::string_view, Layer> m_layers; ///< by the file's hash
};

} // namespace essaim::engine
