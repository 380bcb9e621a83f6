// Any bytes as saved progress: left out, or such that libtorrent takes it and every path and number fits the torrent.
#include "check.h"

#include "engine/resume_rules.h"

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/read_resume_data.hpp>

#include <cstdint>
#include <string_view>

using namespace essaim;
using namespace essaim::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    ResumeFacts facts;
    facts.infoHash.v1 = Sha1Hash::fromBytes(std::string_view("hhhhhhhhhhhhhhhhhhhh"));
    facts.pieceCount = 10;
    facts.fileCount = 3;
    facts.pieceLength = 16'384;
    if (refusedResume(bytes, facts))
        return 0;
    lt::error_code error;
    const lt::add_torrent_params resume = lt::read_resume_data({bytes.data(), std::ptrdiff_t(bytes.size())}, error);
    if (error)
        return 0;
    FUZZ_CHECK(!resume.ti);
    FUZZ_CHECK(resume.have_pieces.size() == 0 || resume.have_pieces.size() == facts.pieceCount);
    for (const auto& [index, name] : resume.renamed_files)
        FUZZ_CHECK(
            static_cast<int>(index) < facts.fileCount && !name.starts_with('/') &&
            !("/" + name + "/").contains("/../"));
    for (const auto& [piece, blocks] : resume.unfinished_pieces)
        FUZZ_CHECK(static_cast<int>(piece) >= 0 && static_cast<int>(piece) < facts.pieceCount);
    return 0;
}
