#include "engine/checks/part_file.h"

#include "engine/files/file_system.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <span>
#include <unistd.h>

namespace essaim::engine {
namespace {

constexpr std::int64_t kNumber = 4; ///< bytes

std::uint32_t numberAt(std::span<const char> bytes, std::size_t index) {
    std::uint32_t number = 0;
    for (const char byte : bytes.subspan(index * kNumber, kNumber))
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

std::string asideOf(const std::string& path) {
    return path + ".kept";
}

} // namespace

bool setPartFileAside(const std::string& path) {
    return std::rename(path.c_str(), asideOf(path).c_str()) == 0; // over what a removal that was cut short has left
}

bool takePartFileBack(const std::string& path) {
    return renameWithoutReplacing(asideOf(path), path).has_value();
}

void removePartFile(const std::string& path) {
    ::unlink(path.c_str());
    ::unlink(asideOf(path).c_str());
}

PartFile::PartFile(std::string path, const lt::file_storage& files)
    : m_path(std::move(path)) {
    constexpr std::int64_t kAlignment = 1024;
    const std::int64_t pieces = files.num_pieces();
    const std::int64_t headerSize = (((2 + pieces) * kNumber) + kAlignment - 1) / kAlignment * kAlignment;
    std::ifstream file(m_path, std::ios::binary);
    std::vector<char> header(std::size_t(std::max<std::int64_t>(headerSize, 0)));
    if (pieces <= 0 || !file.read(header.data(), headerSize))
        return;
    if (numberAt(header, 0) != std::uint32_t(pieces) || numberAt(header, 1) != std::uint32_t(files.piece_length()))
        return;
    m_places.assign(std::size_t(pieces), -1);
    for (std::size_t piece = 0; piece < m_places.size(); ++piece) {
        const std::uint32_t slot = numberAt(header, 2 + piece);
        if (slot < std::uint32_t(pieces))
            m_places[piece] = headerSize + std::int64_t{slot} * files.piece_length();
    }
}

std::vector<hashing::HashExtent> PartFile::extentsOf(const lt::file_storage& files, lt::file_index_t file) const {
    std::vector<hashing::HashExtent> extents;
    const std::int64_t size = files.file_size(file);
    if (m_places.empty() || size <= 0)
        return extents;
    const std::int64_t length = files.piece_length();
    const std::int64_t begin = files.file_offset(file);
    for (std::int64_t at = begin; at < begin + size;) {
        const std::int64_t piece = at / length;
        const std::int64_t end = std::min((piece + 1) * length, begin + size);
        if (const std::int64_t place = m_places[std::size_t(piece)]; place >= 0)
            extents.push_back({at - begin, end - at, place + at % length});
        at = end;
    }
    return extents;
}

} // namespace essaim::engine
