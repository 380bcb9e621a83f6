// The files of one version of a torrent as they are read, with what both versions of the format ask of each.
#pragma once

#include "core/bencode_reader.h"
#include "engine/gate/gate_notes.h"
#include "engine/gate/torrent_gate.h"

namespace essaim::engine {

class FileCounter {
public:
    /// Counts one file in. `path`: parts joined by '/', each of them a usable name.
    [[nodiscard]] std::optional<Refusal>
    add(std::string path, BencodeDocument::Value length, BencodeDocument::Value attributes);

    [[nodiscard]] std::int64_t total() const { return m_total; } ///< bytes, padding included
    [[nodiscard]] std::vector<GateFile>& files() { return m_files; }

private:
    std::vector<GateFile> m_files;
    std::int64_t m_total = 0;
    std::size_t m_pathBytes = 0;
    std::size_t m_fileCount = 0; ///< without padding
};

} // namespace essaim::engine
